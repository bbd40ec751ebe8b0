import Database
import HouseRules

/// The sender's side of the outbox: what is due, one sender for each channel, what became of it.
struct OutboxQueue: Sendable {
    /// What there is to do on a channel.
    enum Turn: Sendable {
        /// Nothing is due, or another process sends on this channel.
        case nothing
        /// The other side takes no more before this moment.
        case wait(until: Moment)
        /// To be sent now, as one.
        case send([MessageRow], batch: String)
    }

    let database: any Database
    /// Names this process.
    let holder: String
    let newID: @Sendable () -> String
    let backoff: Backoff
    let mostTries: Int

    /// A process that has not been heard of for so long is believed gone.
    static let leaseMilliseconds: Int64 = 30_000
    /// An attempt whose end nobody wrote down is repeated after so long.
    static let holdMilliseconds: Int64 = 60_000

    /// Takes the next parcel of a channel. The attempt is counted before it is made: a message that
    /// ends the process each time is given up like any other.
    func next(_ channel: any MessageChannel, isQuiet: Bool, at now: Moment) async throws -> Turn {
        let name = channel.name.rawValue
        let due: SQL = "state = 'waiting' AND channel = \(name) AND next_try <= \(now)"
        let loud: SQL = isQuiet ? " AND (urgent = 1 OR expires_at <= \(now))" : ""
        let isAnyDue = try await database.read { transaction in
            try transaction.row("SELECT id FROM message WHERE \(sql: due + loud) LIMIT 1") != nil
        }
        guard isAnyDue else { return .nothing }
        let (limits, most, batch) = (channel.limits, channel.mergesUpTo, newID())
        return try await database.write { transaction in
            guard try takeLease(name, at: now, in: transaction) else { return .nothing }
            try transaction.execute(
                """
                UPDATE message SET state = 'expired', sealed = NULL WHERE state = 'waiting' \
                AND channel = \(name) AND expires_at <= \(now)
                """)
            let attempts = try transaction.rows(
                """
                SELECT at FROM sending
                WHERE channel = \(name) AND at > \(Self.minute(before: now))
                """
            ).map { Moment(milliseconds: try $0.int("at")) }
            if let free = limits.freeAt(attempts, now: now) { return .wait(until: free) }
            let rows = try parcel(
                of: name, due + loud, most, isQuiet: isQuiet, at: now, in: transaction)
            guard !rows.isEmpty else { return .nothing }
            try claim(rows, name, batch, at: now, in: transaction)
            return .send(rows, batch: batch)
        }
    }

    private static func minute(before now: Moment) -> Int64 { now.milliseconds - 60_000 }

    private func takeLease(
        _ channel: String, at now: Moment, in transaction: any Transaction
    ) throws -> Bool {
        let until = now.milliseconds + Self.leaseMilliseconds
        return try transaction.execute(
            """
            INSERT INTO sender_lease (channel, holder, until_at)
            VALUES (\(channel), \(holder), \(until))
            ON CONFLICT (channel) DO UPDATE SET holder = excluded.holder,
                until_at = excluded.until_at
            WHERE sender_lease.holder = excluded.holder OR sender_lease.until_at <= \(now)
            """) == 1
    }

    /// The oldest that is due, and with it what waits for the same bot of the same site.
    private func parcel(
        of channel: String, _ due: SQL, _ most: Int, isQuiet: Bool, at now: Moment,
        in transaction: any Transaction
    ) throws -> [MessageRow] {
        let first = try transaction.row(
            """
            SELECT \(sql: MessageRow.columns) FROM message WHERE \(sql: due)
            ORDER BY next_try, created_at, id LIMIT 1
            """)
        guard let first = try first.map(MessageRow.init) else { return [] }
        guard most > 1 else { return [first] }
        let loud: SQL = isQuiet ? "AND urgent = 1" : ""
        return try transaction.rows(
            """
            SELECT \(sql: MessageRow.columns) FROM message
            WHERE state = 'waiting' AND channel = \(channel) AND site = \(first.site)
            AND (next_try <= \(now) OR tries = 0) \(sql: loud)
            ORDER BY created_at, id LIMIT \(most)
            """
        ).map(MessageRow.init)
    }

    private func claim(
        _ rows: [MessageRow], _ channel: String, _ batch: String, at now: Moment,
        in transaction: any Transaction
    ) throws {
        let held = now.milliseconds + Self.holdMilliseconds
        let old = Self.minute(before: now)
        var statements: [SQL] = [
            "DELETE FROM sending WHERE channel = \(channel) AND at <= \(old)",
            "INSERT INTO sending (batch, channel, at) VALUES (\(batch), \(channel), \(now))",
        ]
        statements += rows.map { row in
            """
            UPDATE message SET tries = tries + 1, batch = \(batch), next_try = \(held) \
            WHERE site = \(row.site) AND id = \(row.id)
            """
        }
        try transaction.execute(batch: statements)
    }

    /// Writes down how an attempt ended. What was withdrawn meanwhile stays withdrawn.
    func settle(
        _ rows: [MessageRow], batch: String, _ delivery: Delivery, sentBy: String, at now: Moment
    ) async throws {
        let statements: [SQL] = rows.map { row in
            let mine: SQL = """
                WHERE site = \(row.site) AND id = \(row.id) AND state = 'waiting' \
                AND batch = \(batch)
                """
            switch delivery {
            case .delivered:
                return """
                    UPDATE message SET state = 'sent', sent_at = \(now), sent_by = \(sentBy), \
                    sealed = NULL, fault = NULL \(sql: mine)
                    """
            case .later(let fault, let after) where row.tries + 1 < mostTries:
                let wait = backoff.wait(afterTries: row.tries + 1, asked: after)
                let next = now.milliseconds + wait
                return """
                    UPDATE message SET next_try = \(next), fault = \(fault) \(sql: mine)
                    """
            case .later(let fault, _), .refused(let fault):
                return "UPDATE message SET state = 'dead', fault = \(fault) \(sql: mine)"
            }
        }
        try await database.write { try $0.execute(batch: statements) }
    }
}

import Database
import HouseRules

extension ListWriter {
    /// `stretch_row`: whose customers were whose, and until when.
    static let stretches = ListWriter(
        name: "stretch_row",
        clear: { ["DELETE FROM stretch_row WHERE site = \($0)"] },
        write: { entry, site in
            entry.events.flatMap { event -> [SQL] in
                guard case .ownership(let event) = event else { return [] }
                if case .entryStruck(let entry) = event { return struck(entry, site) }
                return stretch(event, site).map { [$0] } ?? []
            }
        })

    private static func stretch(_ event: OwnershipEvent, _ site: SiteID) -> SQL? {
        switch event {
        case .stretched(let fact):
            """
            INSERT INTO stretch_row (site, person, staff, began, owns, until, valid_until, \
            is_lapsed) VALUES (\(site), \(fact.person), \(fact.staff), \(fact.clock.began), \
            \(fact.owns ? 1 : 0), \(fact.clock.lapse), \(fact.clock.validUntil), 0) \
            ON CONFLICT (site, person, staff, began, owns) DO UPDATE SET \
            until = excluded.until, valid_until = excluded.valid_until, is_lapsed = 0
            """
        case .ended(let person, let staff, _, on: let day):
            """
            UPDATE stretch_row SET ended_on = \(day) WHERE site = \(site) \
            AND person = \(person) AND staff = \(staff) AND ended_on IS NULL
            """
        case .lapsed(let person, let staff, let basis, _, on: let day):
            """
            UPDATE stretch_row SET is_lapsed = 1, until = \(day) WHERE site = \(site) \
            AND person = \(person) AND staff = \(staff) AND ended_on IS NULL \
            AND (owns = 0 OR \(basis == .call ? 0 : 1) = 1)
            """
        default: nil
        }
    }

    /// A void visit makes nobody an owner; who lost the customer by it has them again (REC-15).
    private static func struck(_ entry: StruckEntry, _ site: SiteID) -> [SQL] {
        let isMeant: SQL = """
            site = \(site) AND person = \(entry.person) AND staff = \(entry.staff) \
            AND began = \(entry.began) AND owns = 1
            """
        var statements: [SQL] = [
            entry.back.map {
                """
                UPDATE stretch_row SET until = \($0.clock.lapse), \
                valid_until = \($0.clock.validUntil), is_lapsed = 0 WHERE \(sql: isMeant)
                """
            } ?? "DELETE FROM stretch_row WHERE \(sql: isMeant)"
        ]
        if let holder = entry.reopened {
            statements.append(
                """
                UPDATE stretch_row SET ended_on = NULL WHERE site = \(site) \
                AND person = \(entry.person) AND staff = \(holder) AND ended_on = \(entry.day)
                """)
        }
        return statements
    }

    /// `contact_row`: every contact with a customer, whether it counted or not.
    static let contacts = ListWriter(
        name: "contact_row",
        clear: { ["DELETE FROM contact_row WHERE site = \($0)"] },
        write: { entry, site in
            entry.events.enumerated().compactMap { ordinal, event in
                guard case .ownership(.contacted(let touch, let effect)) = event else {
                    return nil
                }
                return """
                    INSERT INTO contact_row (site, seq, ordinal, person, staff, at, entered_at, \
                    result, medium, counts_for, void, decision) VALUES (\(site), \(entry.seq), \
                    \(ordinal), \(touch.person), \(touch.by), \(touch.occurred), \
                    \(touch.entered ?? entry.at), \(touch.result.rawValue), \
                    \(touch.medium.rawValue), \(effect.countsFor), \(effect.void?.rawValue), \
                    \(entry.id))
                    """
            }
        })
}

extension TouchEffect {
    /// For whom it counts.
    var countsFor: StaffID? { if case .counts(let staff) = self { staff } else { nil } }

    /// Why it counts for nobody.
    var void: TouchVoid? { if case .void(let why) = self { why } else { nil } }
}

/// Customers of a list: who, and whose. How the clocks stand the site's state says.
struct StretchRow: Sendable, Hashable {
    let person: PersonID
    let staff: StaffID

    /// Customers of a consultant that may lapse soon: the state says whether they do.
    static func lapsing(
        of staff: StaffID, on day: BusinessDay, at site: SiteID, in transaction: any Transaction
    ) throws -> [PersonID] {
        try transaction.rows(
            """
            SELECT person FROM stretch_row WHERE site = \(site) AND staff = \(staff)
            AND owns = 1 AND ended_on IS NULL AND is_lapsed = 0
            AND until > \(day) AND until <= \(day.adding(days: 7))
            """
        ).map { PersonID(try $0.text("person")) }
    }

    /// Customers that may still be somebody's on a day, those that lapse first at the head.
    static func running(
        of staff: StaffID?, on day: BusinessDay, at site: SiteID, limit: Int, offset: Int,
        in transaction: any Transaction
    ) throws -> [StretchRow] {
        let rows = try transaction.rows(
            """
            SELECT person, staff FROM stretch_row
            \(sql: isRunning(of: staff, on: day, at: site, limit, offset))
            """)
        return try rows.map(StretchRow.init)
    }

    /// The same with their names and masked numbers.
    static func named(
        of staff: StaffID?, on day: BusinessDay, by people: People, _ shelf: LabelShelf,
        limit: Int, offset: Int, in transaction: any Transaction
    ) throws -> [(row: StretchRow, words: String)] {
        let query = naming(of: staff, on: day, at: people.site, limit: limit, offset: offset)
        return try transaction.rows(query).map { row in
            let stretch = try StretchRow(row)
            let words = try shelf.label(of: try row.optionalText("sealed") ?? "") {
                try people.label(stretch.person, in: transaction)
            }
            return (stretch, words)
        }
    }

    /// Running stretches with the sealed data of their customers.
    static func naming(
        of staff: StaffID?, on day: BusinessDay, at site: SiteID, limit: Int, offset: Int
    ) -> SQL {
        """
        SELECT person, staff, (SELECT sealed FROM person AS known
        WHERE known.site = stretch_row.site AND known.person = stretch_row.person) AS sealed
        FROM stretch_row \(sql: isRunning(of: staff, on: day, at: site, limit, offset))
        """
    }

    private init(_ row: Row) throws {
        person = PersonID(try row.text("person"))
        staff = StaffID(try row.text("staff"))
    }

    private static func isRunning(
        of staff: StaffID?, on day: BusinessDay, at site: SiteID, _ limit: Int, _ offset: Int
    ) -> SQL {
        let whose: SQL = staff.map { "AND staff = \($0)" } ?? ""
        return """
            WHERE site = \(site) \(sql: whose)
            AND owns = 1 AND ended_on IS NULL AND is_lapsed = 0 AND valid_until > \(day)
            ORDER BY until, person, staff LIMIT \(limit) OFFSET \(offset)
            """
    }
}

/// One contact with a customer.
struct ContactRow: Sendable, Hashable {
    let staff: StaffID
    let at: Moment
    let result: TouchResult?
    let medium: TouchMedium?
    let countsFor: StaffID?
    let void: TouchVoid?
    let decision: DecisionID

    /// The contacts with a customer, the newest first.
    static func of(
        _ people: [PersonID], at site: SiteID, limit: Int, in transaction: any Transaction
    ) throws -> [ContactRow] {
        try transaction.rows(
            """
            SELECT staff, at, result, medium, counts_for, void, decision FROM contact_row
            WHERE site = \(site) AND person IN \(sql: SQL.list(people))
            ORDER BY at DESC, seq DESC LIMIT \(limit)
            """
        ).map { row in
            ContactRow(
                staff: StaffID(try row.text("staff")), at: Moment(milliseconds: try row.int("at")),
                result: TouchResult(rawValue: try row.text("result")),
                medium: TouchMedium(rawValue: try row.text("medium")),
                countsFor: try row.optionalText("counts_for").map { StaffID($0) },
                void: try row.optionalText("void").flatMap(TouchVoid.init),
                decision: DecisionID(try row.text("decision")))
        }
    }
}

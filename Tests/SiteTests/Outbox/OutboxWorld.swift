import Database
import Foundation
import HouseRules
import Synchronization
import Testing

@testable import Site

/// A channel that answers as it is told and remembers what it was given.
final class Recorder: MessageChannel {
    let name: MessageChannelName
    let limits: [SendLimit]
    let mergesUpTo: Int
    private let state: Mutex<(parcels: [Parcel], answers: [Delivery])>

    init(
        _ name: MessageChannelName = .wecom, limits: [SendLimit] = [], mergesUpTo: Int = 20,
        answers: [Delivery] = []
    ) {
        (self.name, self.limits, self.mergesUpTo) = (name, limits, mergesUpTo)
        state = Mutex(([], answers))
    }

    var parcels: [Parcel] { state.withLock { $0.parcels } }

    func deliver(_ parcel: Parcel) async -> Delivery {
        state.withLock { state in
            state.parcels.append(parcel)
            return state.answers.isEmpty ? .delivered : state.answers.removeFirst()
        }
    }
}

extension BookWorld {
    var now: Moment { Moment(milliseconds: clock.milliseconds) }

    func queue(holder: String = "one", mostTries: Int = 3) -> OutboxQueue {
        OutboxQueue(
            database: database, holder: holder, newID: setting.surroundings.newID,
            backoff: Backoff(jitter: { 0 }), mostTries: mostTries)
    }

    func sender(
        quiet: QuietHours? = nil, holder: String = "one", mostTries: Int = 3
    ) -> OutboxSender {
        OutboxSender(
            queue: queue(holder: holder, mostTries: mostTries), channels: [],
            quietHours: quiet, outbox: Self.outbox,
            names: StaffNames(database: database, surroundings: setting.surroundings),
            siteName: { _ in "云栖府" }, surroundings: setting.surroundings)
    }

    static let outbox = Outbox(key: try! PersonKey(Array(repeating: 8, count: 32)))

    /// Enters a message as if a decision just made had led to it.
    func enter(
        _ id: String, _ kind: MessageKind = .visitHeld, on channel: MessageChannelName = .wecom,
        merge: Int = 2, life: Int? = nil, number: Int = 1
    ) async throws {
        let message = NewMessage(
            id: id, channel: channel, kind: kind, facts: MessageFacts(number: number), at: now,
            firstTry: now.adding(seconds: merge),
            expiresAt: now.adding(seconds: life ?? kind.lifetime))
        try await run(try #require(NewMessage.insertion([message], site: Self.site)))
    }

    func message(_ id: String) async throws -> MessageRow {
        let row = try await database.read { try MessageList.one(id, of: Self.site, in: $0) }
        return try #require(row)
    }

    func state(_ id: String) async throws -> MessageState { try await message(id).state }

    func wait(_ seconds: Int) { clock.advance(by: .seconds(seconds)) }
}

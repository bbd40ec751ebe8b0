import HouseRules

/// The turn board in words: who is next, who is where, who waits.
struct BoardView: Sendable, Encodable {
    /// One consultant.
    struct Line: Sendable, Encodable {
        let staff: String
        let name: String
        /// 1 for the next to be called; nil for those who are not on stand.
        let position: Int?
        let presence: String
        let presenceName: String
        let note: String?
        let slot: Int?
    }

    /// A group that management holds.
    struct Held: Sendable, Encodable {
        let visit: String
        let number: Int
        let since: String
        let lockedFor: String?
    }

    let seq: Int
    let day: String
    let mechanism: String
    let isOpen: Bool
    let isConfirmed: Bool
    let lines: [Line]
    let held: [Held]
    let isShort: Bool
    /// The markup, rendered once for all who look.
    let fragment = RenderedOnce()

    private enum CodingKeys: CodingKey {
        case seq, day, mechanism, isOpen, isConfirmed, lines, held, isShort
    }

    init(seq: Int, state: SiteState, directory: StaffDirectory, at now: Moment) {
        let rotation = state.rotation
        self.seq = seq
        day = (rotation.day ?? now.day).words
        mechanism = rotation.mechanism.label
        isOpen = rotation.isOpen
        isConfirmed = rotation.isConfirmed
        isShort = rotation.shortAlerted
        let queue = rotation.queue
        var lines: [Line] = []
        for (index, place) in queue.enumerated() {
            lines.append(
                Line(rotation.members[place], rotation, directory, position: index + 1, at: now))
        }
        let waiting = Set(queue)
        let others = rotation.order.filter { !waiting.contains($0) }
        let rest = rotation.members.indices.filter { !rotation.order.contains($0) }
        lines += (others + rest).map { rotation.members[$0] }.filter { !$0.released }
            .map { Line($0, rotation, directory, position: nil, at: now) }
            .sorted { $0.rank < $1.rank }
        self.lines = lines
        held = rotation.held.compactMap { rotation.visits[$0] }.map {
            Held(
                visit: $0.visit.rawValue, number: $0.number, since: $0.arrivedAt.shortWords,
                lockedFor: $0.lockedFor.map(directory.name))
        }
    }
}

extension BoardView.Line {
    fileprivate init(
        _ member: Member, _ rotation: Rotation, _ directory: StaffDirectory, position: Int?,
        at now: Moment
    ) {
        let presence = member.presence(at: now)
        self.init(
            staff: member.staff.rawValue, name: directory.name(member.staff), position: position,
            presence: presence.rawValue, presenceName: presence.label,
            note: Self.note(member, presence, rotation), slot: member.slot)
    }

    private static func note(
        _ member: Member, _ presence: Presence, _ rotation: Rotation
    ) -> String? {
        var words: [String] = []
        let owed = rotation.owed(to: member.staff)
        if rotation.mechanism == .tally { words.append("∨ \(member.ticks)") }
        if owed > 0 { words.append("补轮 \(owed)") }
        if member.advance > 0 { words.append("预支 \(member.advance)") }
        if member.call != nil { words.append("通话中") }
        if presence != .offDuty, presence != .onStand {
            words.append(
                member.until.map { "至 \($0.shortWords)" } ?? "自 \(member.since.shortWords)")
        }
        return words.isEmpty ? nil : words.joined(separator: " · ")
    }

    /// Those with customers first, then those away, then those off duty.
    fileprivate var rank: Int {
        switch presence {
        case "receiving_turn", "receiving_existing": 0
        case "away_official", "away_meal": 1
        case "away_personal", "waived": 2
        case "suspended": 3
        case "off_duty": 4
        default: 0
        }
    }

    /// The colour of the status.
    var tone: Tone {
        switch presence {
        case "on_stand": .good
        case "receiving_turn", "receiving_existing": .busy
        case "away_official", "away_meal": .calm
        case "away_personal", "waived": .warn
        case "suspended": .stop
        default: .off
        }
    }
}

extension Moment {
    /// Hours and minutes: `14:05`.
    var shortWords: String { TimeOfDay(second: timeOfDay.second / 60 * 60).text }
}

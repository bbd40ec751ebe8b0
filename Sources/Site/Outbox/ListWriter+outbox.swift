import Database
import HouseRules

extension ListWriter {
    /// `message`: what follows from a decision for people who do not look at the screen.
    ///
    /// Ids are made from the journal's number, so that an entry written down again sends nothing
    /// again; and the lists that are rebuilt from the journal leave the messages alone.
    static func outbox(bots: [MessageChannelName], mergeSeconds: Int) -> ListWriter {
        ListWriter(
            name: "message", clear: { _ in [] },
            write: { entry, site in
                let maker = MessageMaker(entry: entry, bots: bots, mergeSeconds: mergeSeconds)
                return NewMessage.insertion(maker.messages, site: site).map { [$0] } ?? []
            })
    }
}

/// The messages that follow from one entry.
struct MessageMaker {
    let entry: Entry
    let bots: [MessageChannelName]
    let mergeSeconds: Int

    /// Each notice with whose phones it is for; bots get all that are for the team.
    var messages: [NewMessage] {
        var messages: [NewMessage] = []
        for notice in notices {
            let channels = notice.isForTeam ? bots : []
            for channel in channels { messages.append(message(notice, channel, messages.count)) }
            for staff in notice.phones {
                var own = message(notice, .app, messages.count)
                own.staff = staff
                messages.append(own)
            }
        }
        return messages
    }

    private struct Notice {
        let kind: MessageKind
        let facts: MessageFacts
        var phones: [StaffID] = []
        var isForTeam = true
    }

    private func message(
        _ notice: Notice, _ channel: MessageChannelName, _ ordinal: Int
    ) -> NewMessage {
        let day = entry.at.day
        let (soon, lifetime) = (entry.at.adding(seconds: mergeSeconds), notice.kind.lifetime)
        let isOfDay = notice.kind.isOfDay
        return NewMessage(
            id: "e-\(entry.seq)-\(ordinal)", channel: channel, kind: notice.kind,
            facts: notice.facts, decision: entry.id, at: entry.at,
            firstTry: isOfDay ? max(soon, day.at(MessageKind.dayBegins)) : soon,
            expiresAt: isOfDay ? day.adding(days: 1).start : entry.at.adding(seconds: lifetime))
    }

    private var notices: [Notice] {
        entry.events.flatMap { event -> [Notice] in
            switch event {
            case .reception(let event): return notices(of: event)
            case .duty(.calledBack(let staff, _)): return [calledBack(staff)]
            default: return []
            }
        } + clockNotices + entry.reasons.compactMap(notice(of:))
    }

    /// What the clocks of customers said, merged: one notice for each consultant, one for the team,
    /// one for management. Ids and numbers only.
    private var clockNotices: [Notice] {
        var nearest: [StaffID: [PersonID: BusinessDay]] = [:]
        var lapsed: Set<PersonID> = []
        for case .ownership(let event) in entry.events {
            switch event {
            case .reminded(let person, let staff, _, let day):
                let known = nearest[staff]?[person] ?? day
                nearest[staff, default: [:]][person] = min(known, day)
            case .lapsed(let person, _, let basis, _, _) where basis != .call:
                lapsed.insert(person)
            default: break
            }
        }
        let staff = nearest.keys.sorted()
        var notices = staff.map { one in
            var lapsing = LapsingCount()
            for day in (nearest[one] ?? [:]).values { lapsing.add(lapse: day, on: entry.at.day) }
            return Notice(
                kind: .customersLapse, facts: MessageFacts(lapsing: lapsing), phones: [one],
                isForTeam: false)
        }
        if !staff.isEmpty {
            let counts = staff.map { nearest[$0]?.count ?? 0 }
            notices.append(
                Notice(kind: .teamLapses, facts: MessageFacts(staff: staff, counts: counts)))
        }
        if !lapsed.isEmpty {
            notices.append(
                Notice(kind: .customersLapsed, facts: MessageFacts(counts: [lapsed.count])))
        }
        return notices
    }

    private func notices(of event: ReceptionEvent) -> [Notice] {
        switch event {
        case .standbyCalled(let staff) where !staff.isEmpty:
            return [
                Notice(kind: .standbyCalled, facts: MessageFacts(staff: staff), phones: staff)
            ]
        case .coverTaken(let visit, let lockedFor, _):
            let facts = MessageFacts(owner: lockedFor, number: number(of: visit))
            return [Notice(kind: .visitHeld, facts: facts)]
        case .visitAssigned(let fact) where fact.way == .assist:
            guard let owner = fact.onBehalfOf else { return [] }
            let facts = MessageFacts(
                staff: [fact.staff], owner: owner, number: number(of: fact.visit))
            return [
                Notice(kind: .standIn, facts: facts, phones: [fact.staff]),
                Notice(kind: .ownerTold, facts: facts, phones: [owner], isForTeam: false),
            ]
        default: return []
        }
    }

    private func calledBack(_ staff: StaffID) -> Notice {
        Notice(kind: .calledBack, facts: MessageFacts(staff: [staff]), phones: [staff])
    }

    private func notice(of reason: Reason) -> Notice? {
        guard case .reception(let reason) = reason else { return nil }
        switch reason {
        case .frontShort(let seconds, let onStand, let able):
            let facts = MessageFacts(seconds: seconds, onStand: onStand, able: able)
            return Notice(kind: .frontShort, facts: facts)
        case .recalled(let staff, _): return calledBack(staff)
        case .nobodyOnDuty:
            return Notice(kind: .nobodyOnDuty, facts: MessageFacts(day: entry.at.day))
        default: return nil
        }
    }

    /// The number of a visit that this very entry registered.
    private func number(of visit: VisitID) -> Int? {
        for case .reception(.visitRegistered(let open)) in entry.events where open.visit == visit {
            return open.number
        }
        return nil
    }
}

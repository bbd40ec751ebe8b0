import HouseRules
import Testing

@Suite struct `How far random days reach` {
    /// The kinds of reasons and events of many days, by the names of their cases.
    private static let reached: (reasons: Set<String>, events: Set<String>) = {
        var reasons: Set<String> = []
        var events: Set<String> = []
        for seed in UInt64(1)...400
        where !wanted.reasons.isSubset(of: reasons) || !wanted.events.isSubset(of: events) {
            var days = RandomDays(
                seed: seed, mechanism: seed.isMultiple(of: 2) ? .ring : .tally, people: 4)
            // Calls owed and redeemed are rare where every knob is drawn at random.
            if seed.isMultiple(of: 3) {
                days.policy.calls.makeup = true
                days.policy.calls.mode = .perCall
            }
            // Two people want one slot only where a slot holds one, at any hour.
            if seed.isMultiple(of: 5) {
                days.policy.rotation.personsPerSlot = 1
                days.policy.rotation.stationFrom = nil
                days.policy.rotation.stationTo = nil
            }
            for person in days.people {
                _ = days.state.rule(
                    on: .roster(.enroll(person)), by: Actor("boss", .salesManager),
                    under: days.policy, at: days.now)
            }
            if seed.isMultiple(of: 3) {
                for person in days.people {
                    _ = days.state.rule(
                        on: .presence(.clockIn(person)), by: Actor("boss", .salesManager),
                        under: days.policy, at: days.now)
                }
            }
            for _ in 0..<(seed.isMultiple(of: 3) ? 900 : 300) {
                days.goOn()
                let (command, actor) = days.wish()
                let ruling = days.state.rule(
                    on: command, by: actor, under: days.policy, at: days.now)
                reasons.formUnion(ruling.reasons.map(name(of:)))
                events.formUnion(ruling.events.map(name(of:)))
            }
        }
        return (reasons, events)
    }()

    private static func name(of reason: Reason) -> String {
        switch reason {
        case .reception(let reason): caseName(reason)
        case .calls(let reason): "call " + caseName(reason)
        case .duty(let reason): "duty " + caseName(reason)
        case .claims(let reason): "claim " + caseName(reason)
        case .ownership(let reason): "ownership " + caseName(reason)
        case .adjudication(let reason): "adjudication " + caseName(reason)
        case .channels(let reason): "channel " + caseName(reason)
        case .sales(let reason): "sales " + caseName(reason)
        case .selection(let reason): "selection " + caseName(reason)
        case .commission(let reason): "commission " + caseName(reason)
        case .registers(let reason): "register " + caseName(reason)
        case .refused(let refusal): refusal.code
        }
    }

    private static func name(of event: SiteEvent) -> String {
        switch event {
        case .reception(let event): caseName(event)
        case .presence(let event): caseName(event)
        case .calls(let event): "call " + caseName(event)
        case .duty(let event): "duty " + caseName(event)
        case .claims(let event): "claim " + caseName(event)
        case .ownership(let event): "ownership " + caseName(event)
        case .adjudication(let event): "adjudication " + caseName(event)
        case .channels(let event): "channel " + caseName(event)
        case .sales(let event): "sales " + caseName(event)
        case .selection(let event): "selection " + caseName(event)
        case .commission(let event): "commission " + caseName(event)
        case .registers(let event): "register " + caseName(event)
        }
    }

    private static func caseName(_ value: some Any) -> String {
        String(String(describing: value).prefix { $0 != "(" })
    }

    @Test func `is every reason and every refusal`() {
        #expect(Self.wanted.reasons.subtracting(Self.reached.reasons).sorted() == [])
    }

    @Test func `is every event`() {
        #expect(Self.wanted.events.subtracting(Self.reached.events).sorted() == [])
    }

    private static let wanted: (reasons: Set<String>, events: Set<String>) = {
        let reasons =
            OneReasonOfEach.receptions.map { caseName($0.0) }
            + OneReasonOfEach.calls.map { "call " + caseName($0.0) } + allRefusals.map(\.code)
        let events: Set<String> = [
            "memberEnrolled", "memberReleased", "sheetPublished", "sheetConfirmed", "sheetJoined",
            "dayClosed", "visitRegistered", "turnPassed", "pointerMoved", "visitAssigned",
            "coverTaken", "visitLogged", "receptionFinished", "ticksSet", "advanceTaken",
            "owedCleared", "turnAdjusted", "standbyCalled", "standbyShort", "standbyAlerted",
            "visitVoided", "moved", "slotTaken",
            "call sheetPublished", "call joined", "call turnPassed",
            "call answered", "call callbackOpened", "call ended",
        ]
        return (Set(reasons), events)
    }()
}

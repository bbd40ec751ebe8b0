import HouseRules
import Testing

/// One of every kind of reason.
enum OneReasonOfEach {
    static let noon = House.monday.at(TimeOfDay(12, 0))

    /// Every reason about receiving visitors, with its clause.
    static let receptions: [(ReceptionReason, Int)] = [
        (.classified(.owner, TurnRow(.named, .notCounted)), 18),
        (.passed("A", .makeupGranted, .official), 6),
        (.passed("A", .makeupGranted, .mealInWindow), 6),
        (.passed("A", .makeupGranted, .uncountedReception), 6),
        (.passed("A", .advanceSpent, .advance), 3),
        (.passed("A", .forfeited, .busyWithTurn), 3),
        (.passed("A", .forfeited, .onTheLine), 3),
        (.passed("A", .forfeited, .receivingExisting), 5),
        (.passed("A", .forfeited, .awayPersonal), 5),
        (.passed("A", .forfeited, .selfWaived), 5),
        (.pointerAt("A"), 3),
        (.owedTurn("A", since: House.monday, returned: true), 3),
        (.owedTurn("A", since: House.monday, returned: false), 6),
        (.fewestTicks("A", ticks: 1), 4), (.absentTick("A", ticks: 1), 12),
        (.nextInLine(["A"]), 3), (.namedPresent("A"), 18),
        (.standsIn("A", insteadOf: "B", .offDuty), 39), (.lastOnStand("A"), 18),
        (.currentTurnUncounted("A"), 18), (.advanceAtPointer("A"), 20),
        (.takesAdvance("A", open: 1), 20), (.draftUnconfirmed, 1), (.nobodyOnStand, 13),
        (.lockedFor("A"), 13), (.firstToReturn, 13), (.recalled("A", until: noon), 13),
        (.handedOver("A"), 13), (.nobodyOnDuty, 1), (.sheetHead("A", dueAtClose: nil), 1),
        (.carriedOver("A"), 6), (.owedExpired("A"), 6), (.closedByItself(House.monday), 1),
        (.joinsLate("A", before: nil), 14), (.ticked("A", ticks: 1), 4),
        (.caughtUp("A", ticks: 1), 4), (.returnsToPosition("A", ticks: 0), 7),
        (.waived("A", ticks: 2, advances: 0, back: noon), 8),
        (.owedCleared("A", makeups: 1, advances: 0), 6),
        (.outsideStationHours(TimeOfDay(8, 30), TimeOfDay(17, 30)), 2), (.slot("A", 1), 2),
        (.calledToFront(["A"]), 9), (.frontShort(seconds: 61, onStand: 1, able: 2), 9),
        (.approvedAbsence("A", .meal, until: noon), 6), (.personalAbsence("A"), 5),
        (.adjusted("A", .returned, note: ""), 15), (.recorded(nil), 15),
        (.visitVoided("A"), 15), (.lossStruck("A", .busyWithTurn), 15),
    ]

    /// Every reason about calls, with its clause.
    static let calls: [(CallReason, Int)] = [
        (.order(.reverse, ["A"]), 54),
        (.pointerAt("A"), 54),
        (.keepsLine("A", from: TimeOfDay(9, 0), to: TimeOfDay(11, 15)), 54),
        (.passed("A", .forfeited, .onTheLine), 54), (.owedCall("A"), 54),
        (.asked("A", counts: false), 54), (.askedUnavailable("A", .offDuty), 54),
        (.nobodyFree, 54), (.notAConsultant, 56), (.belongsTo("A"), 56), (.ended("A"), 54),
    ]
}

@Suite struct `A reason` {
    @Test(arguments: OneReasonOfEach.receptions.indices)
    func `about a reception has its clause and survives coding`(index: Int) throws {
        let (reason, clause) = OneReasonOfEach.receptions[index]
        #expect(reason.clause == .rec(clause))
        #expect(Reason.reception(reason).clause == .rec(clause))
        #expect(try throughJSON(Reason.reception(reason)) == .reception(reason))
    }

    @Test(arguments: OneReasonOfEach.calls.indices)
    func `about a call has its clause and survives coding`(index: Int) throws {
        let (reason, clause) = OneReasonOfEach.calls[index]
        #expect(reason.clause == .rec(clause))
        #expect(Reason.calls(reason).clause == .rec(clause))
        #expect(try throughJSON(Reason.calls(reason)) == .calls(reason))
    }
}

@Suite struct `What is written` {
    @Test func `reads as it was: policies and commands`() throws {
        var random = SeededNumbers(seed: 1)
        for mechanism in Mechanism.allCases {
            let policy = randomPolicy(mechanism, &random)
            #expect(try throughJSON(policy) == policy)
        }
        var days = RandomDays(seed: 7, mechanism: .ring, people: 3)
        for _ in 0..<300 {
            let (command, actor) = days.wish()
            #expect(try throughJSON(command) == command)
            #expect(try throughJSON(actor) == actor)
        }
    }

    @Test func `has one topic that is known`() throws {
        let ended = SiteEvent.calls(.ended("一", "A", at: Moment(milliseconds: 5)))
        #expect(try throughJSON(ended) == ended)
        #expect(throws: (any Error).self) { try read("{\"weather\":{}}") }
        #expect(throws: (any Error).self) { try read("{}") }
        #expect(throws: (any Error).self) { try read("{\"calls\":{\"sung\":{}}}") }
    }

    private func read(_ text: String) throws -> SiteEvent { try fromJSON(text) }

    @Test(arguments: ["\"24:00\"", "\"00:00\"", "\"09:05:30\""])
    func `knows times of day`(text: String) throws {
        let time: TimeOfDay = try fromJSON(text)
        #expect("\"\(time.text)\"" == text)
    }

    @Test(arguments: ["\"24:01\"", "\"9\"", "9", "null"])
    func `knows no other times of day`(text: String) {
        #expect(throws: (any Error).self) { let _: TimeOfDay = try fromJSON(text) }
    }

    @Test func `has plain numbers for moments, days and money`() throws {
        #expect(try fromJSON("-1") as Moment == Moment(milliseconds: -1))
        #expect(try fromJSON("20241") as BusinessDay == BusinessDay("2025-06-02"))
        #expect(try fromJSON("12345") as Money == Money(fen: 12_345))
        #expect(try throughJSON([Money.yuan(7) + Money(fen: 5) - .yuan(1)]) == [Money(fen: 605)])
    }
}

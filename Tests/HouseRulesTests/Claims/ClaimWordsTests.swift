import HouseRules
import Testing

@Suite struct `Claim reasons and refusals` {
    private static let day = House.monday
    private static let noon = House.monday.at(TimeOfDay(12, 0))

    static let reasons: [(ClaimReason, Int)] = [
        (.answered, 28), (.recorded, 28), (.purpose(.peer), 22), (.foundAfter(.counted), 22),
        (.designationIgnored("A"), 25), (.byTurns, 25), (.ownResource("A"), 26),
        (.newCustomer(.newFirst), 27), (.tied("A", .visit, until: day), 27), (.touchVoid("A"), 27),
        (.touchAfterLapse("A", lapsedOn: day), 27), (.ownershipValid("A", until: nil), 29),
        (.ownershipExpired("A", lapsedOn: day), 29), (.introduced("A"), 29), (.namedNew("A"), 29),
        (.ambiguous(["A", "B"]), 29), (.forgotten, 30), (.lookedUp("A"), 30), (.notified("A"), 30),
        (.claimed("A", until: noon), 31), (.turnReturned("A"), 31), (.backInPlace("A"), 31),
        (.advanceReturned("A"), 31), (.turnKept("A"), 32), (.reclassified(.owner), 32),
        (.callValid("A", until: day), 33), (.namedTooLate("A", until: noon), 33),
        (.recognised("A", turn: "B"), 34), (.proofUntil("A", noon), 34), (.proven("A"), 34),
        (.proofMissing("A", to: "B"), 34), (.turnCharged("A"), 34), (.merged(keeps: "A"), 35),
        (.splitOff, 35), (.changed(to: "A", .wish), 36), (.changeWaits("A", until: noon), 36),
        (.changeRefused("A"), 36),
        (.namedAfterExpiry("A", .expiredNew), 37), (.namedInstead("A", of: "B"), 37),
        (.stillHeldBy("A"), 37), (.appointment("A", substitute: nil), 38),
        (.reminded("A", at: noon), 38), (.staysFor("A", owner: "B"), 39),
        (.handoverOwed("A", owner: "B", until: noon), 39), (.handoverOverdue("A"), 39),
        (.restDay("A"), 40), (.offsite("A"), 41), (.givenTo("A"), 41), (.priceTalk, 42),
        (.recommended("A"), 42), (.recommendedNobody, 42), (.textShown("A"), 43),
        (.naturalVisit, 43), (.priorOwner("A"), 44), (.priorOwnerUnknown, 44),
    ]

    static let refusals: [(ClaimRefusal, String, Int)] = [
        (.firstQuestionMissing([.purpose]), "FIRST_QUESTION_MISSING", 28),
        (.surname, "CLAIM_SURNAME", 31), (.notAcknowledged, "CLAIM_NOT_ACK", 31),
        (.notOwned("A", lapsedOn: nil), "CLAIM_EXPIRED_OWNERSHIP", 31),
        (.designated("A"), "CLAIM_DESIGNATED", 31),
        (.windowClosed(until: noon), "CLAIM_WINDOW_CLOSED", 31),
        (.alreadyClaimed("A"), "CLAIM_TAKEN", 31),
        (.introducedTooLate(until: noon), "REFERRAL_TOO_LATE", 31),
        (.introducerNotValid, "INTRODUCER_NOT_VALID", 27),
        (.firstVisitStands("A"), "REFERRAL_AFTER_FIRST_VISIT", 31),
        (.reclassWindowClosed(until: noon), "RECLASS_WINDOW_CLOSED", 32),
        (.namingWindowClosed(until: noon), "NAMING_WINDOW_CLOSED", 33),
        (.changeReasonMissing, "CHANGE_REASON_MISSING", 36),
        (.changeWaits(since: noon), "CHANGE_WAITS", 36),
        (.nobodysCustomer, "NOBODYS_CUSTOMER", 36),
        (.alreadyTheirs("A"), "ALREADY_THEIRS", 36), (.noSuchChange("s"), "NO_SUCH_CHANGE", 36),
        (.nothingOpen("v"), "NOTHING_OPEN", 34),
        (.substituteRequired("A"), "SUBSTITUTE_REQUIRED", 38),
        (.notYourCustomer("A"), "NOT_YOUR_CUSTOMER", 40),
        (.uniformRequired, "UNIFORM_REQUIRED", 40),
        (.priceTalkBegan(noon), "STAFF_REFERRAL_TOO_LATE", 42),
    ]

    @Test(arguments: reasons.indices)
    func `a reason has its clause and survives coding`(index: Int) throws {
        let (reason, clause) = Self.reasons[index]
        #expect(Reason.claims(reason).clause == .rec(clause))
        #expect(try throughJSON(Reason.claims(reason)) == .claims(reason))
    }

    @Test(arguments: refusals.indices)
    func `a refusal has its code and its clause, and survives coding`(index: Int) throws {
        let (refusal, code, clause) = Self.refusals[index]
        #expect(Refusal.claims(refusal).code == code)
        #expect(Reason.refused(.claims(refusal)).clause == .rec(clause))
        #expect(try throughJSON(Refusal.claims(refusal)) == .claims(refusal))
    }

    @Test func `a refusal has a code of its own, among all others too`() {
        let codes = Self.refusals.map(\.1) + allRefusals.map(\.code)
        #expect(Set(codes).count == codes.count)
    }
}

@Suite struct `Corrections of a visit` {
    /// A received the first group at ten.
    private func house(_ policy: Policy = Policy()) -> House {
        var house = House(["A", "B", "C", "D"], policy: policy)
        house.wait(until: 10, 0)
        house.arrival("甲")
        return house
    }

    private func reclassify(_ visitClass: VisitClass, _ named: StaffID? = nil) -> Command {
        .claims(.reclassify("甲", visitClass, named: named))
    }

    @Test(arguments: [(300, true), (301, false)])
    func `by oneself end with the window, to the second`(seconds: Int, stands: Bool) {
        var house = house()
        house.now = house.now.adding(seconds: seconds)
        house.now.milliseconds += 999
        let refusal = house.refusal(reclassify(.owner, "C"))
        #expect((refusal == nil) == stands)
        if !stands {
            let until = House.monday.at(TimeOfDay(10, 5))
            #expect(refusal == .claims(.reclassWindowClosed(until: until)))
        }
    }

    @Test func `back and forth leave everybody with what they had`() {
        var house = house()
        house.must(reclassify(.referral, "D"))
        #expect(house.owed == ["A"] && house.state.rotation.member("D")?.advance == 1)
        house.must(reclassify(.owner, "C"), as: .salesManager)
        #expect(house.owed == ["A"] && house.state.rotation.member("D")?.advance == 0)
        #expect(house.presence("C") == .receivingExisting && house.presence("D") == .onStand)
    }

    @Test func `give an advance that was spent meanwhile back as a turn`() {
        var house = house()
        house.must(reclassify(.referral, "C"))
        house.arrival("乙", at: TimeOfDay(10, 1))
        house.arrival("丙", at: TimeOfDay(10, 2))
        house.arrival("丁", at: TimeOfDay(10, 3))
        #expect(house.state.rotation.member("C")?.advance == 0)
        house.must(reclassify(.relation), as: .salesManager)
        house.must(reclassify(.owner, "C"), as: .salesManager)
        #expect(house.owed == ["C"])
    }

    @Test func `of a class the house does not receive, or without a name, are refused`() {
        var house = house()
        #expect(house.refusal(reclassify(.staffReferral, "B")) == .classNotInTable(.staffReferral))
        #expect(house.refusal(reclassify(.owner)) == .namedConsultantMissing(.owner))
        #expect(house.refusal(reclassify(.owner, "X")) == .unknownStaff("X"))
        let unknown = Command.claims(.reclassify("无", .owner, named: "B"))
        #expect(house.refusal(unknown) == .unknownVisit("无"))
    }

    @Test func `while management holds it give the locked turn back`() {
        var house = House(["A", "B"])
        house.wait(until: 10, 0)
        house.arrival("甲")
        house.arrival("乙")
        house.arrival("丙")
        #expect(house.visit("丙")?.lockedFor == "A" && house.pointer == "B")
        house.must(.claims(.reclassify("丙", .owner, named: "B")))
        #expect(house.visit("丙")?.lockedFor == nil && house.owed == ["A"])
        house.finish("乙", at: TimeOfDay(10, 5))
        #expect(house.visit("丙")?.receptionist == "B")
        #expect(house.presence("B") == .receivingExisting)
    }

    @Test func `after the close move nobody`() {
        var house = house()
        house.closeDay()
        house.must(reclassify(.owner, "C"), as: .salesManager)
        #expect(house.presence("A") == .offDuty && house.presence("C") == .offDuty)
        #expect(house.owed == ["A"])
    }

    @Test func `on a tally site take back exactly the ticks that were written`() {
        var house = house(tally { $0.tickPerReception = 2 })
        house.must(.visits(.log("甲")))
        #expect(house.ticks("A") == [2])
        house.must(reclassify(.owner, "C"))
        #expect(house.ticks("A", "C") == [0, 0])
    }
}

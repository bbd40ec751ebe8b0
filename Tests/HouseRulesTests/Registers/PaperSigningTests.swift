import Testing

@testable import HouseRules

/// Where 甲 and 乙 quarrel about a deal, and what signing it says.
private struct SignedHouse {
    var house = House(["A", "B", "C"])

    init() {
        house.must(.adjudication(.order(DealOrder("单", of: "客", by: "A"))), as: .salesManager)
    }

    var edition: Int { house.state.caseFile(of: "单")?.edition ?? 0 }

    func signature(_ place: SigningPlace, edition: Int? = nil) -> PaperSignature {
        PaperSignature(
            .caseFile("单", edition: edition ?? self.edition), place, .drawn, text: "t",
            content: "c")
    }

    mutating func sign(
        _ place: SigningPlace, edition: Int? = nil, by actor: Actor
    ) -> Ruling {
        let ruling = decide(
            .registers(.sign(signature(place, edition: edition))), by: actor, in: house.state,
            under: house.policy, at: house.now)
        for event in ruling.events { house.state.apply(event) }
        return ruling
    }

    mutating func step(_ command: AdjudicationCommand) {
        house.now = house.now.adding(seconds: 60)
        house.must(.adjudication(command), as: .salesManager)
    }

    /// 乙 contests, and it is ruled.
    mutating func ruled(_ shares: Shares) {
        step(.contest("争", .deal("单"), "B", against: [], note: "n"))
        step(.escalate("争", note: "n"))
        step(.award("争", shares, inapplicable: "i", why: "w"))
    }

    func signed(_ edition: Int) -> [SigningPlace] {
        house.state.registers.signatures(on: .caseFile("单", edition: edition)).map(\.place)
    }
}

extension Ruling {
    fileprivate var registerRefusal: RegisterRefusal? {
        guard case .registers(let refusal) = refusal else { return nil }
        return refusal
    }
}

@Suite struct `Signing the file of a deal` {
    private static let own = Actor("A", .consultant)
    private static let manager = Actor("m", .salesManager)

    @Test func `fills a place once, and says who, when and on whose screen`() throws {
        var world = SignedHouse()
        let place = SigningPlace(.party, "A")
        #expect(world.sign(place, by: Self.own).refusal == nil)
        let given = try #require(
            world.house.state.registers.signatures(on: .caseFile("单", edition: 1)).first)
        #expect(given.by == "A" && given.at == world.house.now && given.staff == "A")
        let again = world.sign(place, by: Self.own)
        #expect(again.registerRefusal == .alreadySigned(.caseFile("单", edition: 1), place))
        #expect(again.reasons.last?.clause == .own(30) && again.events.isEmpty)
        #expect(world.signed(1) == [place])
    }

    @Test(arguments: [
        (Role.salesManager, true), (.salesSupervisor, false), (.consultant, false),
        (.frontDeskSecretary, false), (.auditor, false),
    ])
    func `as the manager is for the manager's own account`(role: Role, stands: Bool) {
        var world = SignedHouse()
        let ruling = world.sign(SigningPlace(.manager), by: Actor("m", role))
        #expect((ruling.refusal == nil) == stands, "\(ruling.reasons)")
    }

    @Test(arguments: [
        (Actor("A", .consultant), true), (Actor("B", .consultant), false),
        (Actor("d", .frontDeskSecretary), true), (Actor("k", .clericalStaff), true),
        (Actor("m", .salesManager), true), (Actor("o", .dutyOfficer), true),
        (Actor("c", .cashier), false), (Actor("x", .auditor), false),
        (Actor("y", .administrator), false), (.clock, false),
    ])
    func `as a party is for the party, or on a screen that vouches`(
        actor: Actor, stands: Bool
    ) {
        var world = SignedHouse()
        let ruling = world.sign(SigningPlace(.party, "A"), by: actor)
        #expect((ruling.refusal == nil) == stands, "\(ruling.reasons)")
    }

    @Test func `is for those concerned, and for the result that stands`() {
        var world = SignedHouse()
        let stranger = SigningPlace(.party, "C")
        let paper = SignedPaper.caseFile("单", edition: 1)
        let other = world.sign(stranger, by: Actor("C", .consultant))
        #expect(other.registerRefusal == .noSuchPlace(paper, stranger))
        let ahead = world.sign(SigningPlace(.party, "A"), edition: 2, by: Self.own)
        #expect(ahead.registerRefusal == .paperChanged(.caseFile("单", edition: 2)))
        let unknown = PaperSignature(
            .caseFile("无", edition: 1), SigningPlace(.manager), .drawn, text: "t", content: "c")
        let refusal = world.house.refusal(.registers(.sign(unknown)), as: .salesManager)
        #expect(refusal == .adjudication(.unknownDeal("无")))
    }

    @Test func `waits while a quarrel is open, and a ruling asks anew and keeps the old`() {
        var world = SignedHouse()
        #expect(world.sign(SigningPlace(.party, "A"), by: Self.own).refusal == nil)
        world.step(.contest("争", .deal("单"), "B", against: [], note: "n"))
        let open = world.sign(SigningPlace(.manager), by: Self.manager)
        #expect(open.registerRefusal == .paperUndecided(.caseFile("单", edition: 1)))
        world.step(.escalate("争", note: "n"))
        world.step(.award("争", Shares(all: "B"), inapplicable: "i", why: "w"))
        #expect(world.edition == 2 && world.signed(2).isEmpty)
        #expect(world.signed(1) == [SigningPlace(.party, "A")])
        let old = world.sign(SigningPlace(.manager), edition: 1, by: Self.manager)
        #expect(old.registerRefusal == .paperChanged(.caseFile("单", edition: 1)))
        #expect(world.sign(SigningPlace(.party, "A"), by: Self.own).refusal == nil)
        #expect(world.sign(SigningPlace(.manager), by: Self.manager).refusal == nil)
        #expect(world.signed(2).count == 2 && world.signed(1).count == 1)
    }

    @Test func `starts anew with a ruling that splits as before`() {
        var world = SignedHouse()
        world.ruled(Shares(all: "A"))
        let first = world.edition
        #expect(world.sign(SigningPlace(.party, "A"), by: Self.own).refusal == nil)
        world.step(.appeal("争", "B", note: "n"))
        world.step(.award("争", Shares(all: "A"), inapplicable: "i", why: "w"))
        #expect(world.edition == first + 1 && world.signed(world.edition).isEmpty)
    }
}

@Suite struct `Signing a slip` {
    private static let slip = SignedPaper.slip("d", .suspension)

    private func refusal(
        _ place: SigningPlace, _ actor: Actor, _ paper: SignedPaper = slip
    ) -> RegisterRefusal? {
        let house = House(["A"])
        let signature = PaperSignature(paper, place, .typed, text: "t", content: "c")
        return decide(
            .registers(.sign(signature)), by: actor, in: house.state, under: house.policy,
            at: house.now
        ).registerRefusal
    }

    @Test func `as whoever ruled is for that one of management alone`() {
        let ruler = SigningPlace(.ruler, "s")
        #expect(refusal(ruler, Actor("s", .salesSupervisor)) == nil)
        #expect(
            refusal(ruler, Actor("m", .salesManager)) == .signsForAnother(Self.slip, ruler))
        let open = SigningPlace(.ruler)
        #expect(refusal(open, Actor("m", .salesManager)) == nil)
        #expect(refusal(open, Actor("A", .consultant)) == .signsForAnother(Self.slip, open))
    }

    @Test func `rests on the clause that asks for the slip`() {
        let place = SigningPlace(.ruler)
        for kind in SlipKind.allCases {
            let found = refusal(place, Actor("A", .consultant), .slip("d", kind))
            #expect(found?.clause == kind.clause)
        }
        #expect(SlipKind.confirmation.clause == .own(52) && SlipKind.dispute.clause == .rec(15))
    }
}

@Suite struct `Signing that a channel brought somebody` {
    private func slip(
        _ places: [SigningPlace], isSigned: Bool = false, paper: SignedPaper? = nil
    ) -> VisitConfirmation {
        var slip = VisitConfirmation(
            "c", of: "v", channel: "x", agent: "y", isSigned: isSigned)
        let signed = paper ?? slip.paper
        slip.signatures = places.map {
            PaperSignature(signed, $0, .drawn, text: "t", content: "c")
        }
        return slip
    }

    private func causes(_ slip: VisitConfirmation) -> [AuditCause]? {
        var house = House(["A"])
        house.arrival("v", .channel)
        let ruling = house.ask(.channels(.confirm(slip)))
        guard ruling.refusal == nil else { return nil }
        return house.state.channels.audits["v"]?.causes ?? []
    }

    @Test func `the customer's signature on the screen counts as one`() {
        #expect(causes(slip([]))?.contains(.unsigned) == true)
        #expect(causes(slip([SigningPlace(.agent)]))?.contains(.unsigned) == true)
        #expect(causes(slip([SigningPlace(.customer)]))?.contains(.unsigned) == false)
    }

    @Test func `comes with the slip in one entry, and cannot be given again`() {
        var house = House(["A"])
        house.arrival("v", .channel)
        let customer = SigningPlace(.customer)
        let slip = slip([customer, SigningPlace(.agent)])
        house.must(.channels(.confirm(slip)))
        let given = house.state.registers.signatures(on: slip.paper)
        #expect(given.map(\.place) == [customer, SigningPlace(.agent)])
        let again = PaperSignature(slip.paper, customer, .typed, text: "t", content: "d")
        #expect(
            house.refusal(.registers(.sign(again)))
                == .registers(.alreadySigned(slip.paper, customer)))
    }

    @Test func `is refused whole with a place twice, or with a signature of another paper`() {
        let customer = SigningPlace(.customer)
        #expect(causes(slip([customer, customer])) == nil)
        #expect(causes(slip([customer], paper: .slip("d", .confirmation))) == nil)
        #expect(causes(slip([SigningPlace(.manager)])) == nil)
    }
}

@testable import HouseRules

/// One value of every shape about customers that a journal may hold.
enum FrozenClaims {
    private static let moment = Moment(milliseconds: 1_748_827_800_000)
    private static let day = BusinessDay(number: 20_241)

    private static var answers: FirstQuestion {
        var answers = FirstQuestion()
        answers.firstVisit = true
        answers.known = .named(["A", "B"])
        answers.phonedBefore = false
        answers.smsReceived = true
        answers.textFrom = "A"
        answers.referrer = .employee
        answers.purpose = .dealFollowup
        answers.introducer = "q"
        answers.recognisedBy = "B"
        answers.verified = [.nameAndUnit, .contract]
        answers.partySize = 2
        answers.namedAt = moment
        answers.answeredAt = moment
        return answers
    }

    private static let clock = TieClock(
        began: day, freshUntil: day.adding(days: 10), validUntil: day.adding(days: 30))
    private static let fact = CustomerFact(
        "p", "A", .touch, occurred: moment, ended: moment, entered: moment)
    private static let slip = ChangeSlip("v", to: "B", .complaint, note: "换人")
    private static let wish = ChangeWish("s", of: "p", wants: "B", .complaint, note: "态度")
    private static let request = ChangeRequest(
        wish: wish, from: "A", by: "desk", at: moment, due: moment.adding(seconds: 86_400))
    private static let appointment = Appointment(
        "p", with: "A", at: moment, substitute: "B", isAbsent: true)

    static let events: [ClaimEvent] = [
        .tied(TieFact(person: "p", staff: "A", kind: .visit, clock: clock)), .released("p", "A"),
        .touchNoted(fact), .questionAnswered("v", answers, at: moment), .lapseNamed("v", "A"),
        .personLinked("v", "p"), .claimed("v", "A", at: moment), .merged("v", into: "w"),
        .entryOpen("v", until: moment), .entrySettled("v"),
        .splitOff("v", from: "w"), .slipWritten(slip, from: "A"),
        .changeAsked(request),
        .changeRuled(
            ChangeDecision(
                request: request, ruling: .granted(to: "B"), note: "属实", by: "boss",
                at: moment)),
        .proofAwaited("v", AwaitedProof(by: "A", turn: "B", until: moment)),
        .proofDue("v", until: moment), .proven("v"), .proofMissing("v", to: "B"),
        .appointmentMade(appointment), .appointmentReminded("p", at: moment),
        .appointmentKept("p", at: moment),
        .handoverOwed("v", Handover(by: "A", owner: "B", until: moment)),
        .handoverNoted("v", note: "交接"), .handoverRead("v", at: moment),
        .handoverOverdue("v"), .grouped("A", "一"), .restDayMeeting("A", "p", at: moment),
        .offsite("A", "p", to: "B", note: "场外"), .priceTalkBegan("v", at: moment),
        .staffReferralHeard("v", contacted: moment, designated: "B"),
    ]

    static let commands: [ClaimCommand] = [
        .note(fact), .linkCall("c", "p"), .identify("v", "p"),
        .claim(Claim("v", by: "A", person: "p")), .name("v", "A"),
        .introduce(Introduction("v", by: "q", arrivedAt: moment)),
        .reclassify("v", .owner, named: "A"), .prove("v"), .merge("v", "w"),
        .split("v", Arrival("w", .newFirst, person: "p", answers: answers)), .change(slip),
        .askChange(wish), .ruleChange("s", .refused, note: "不属实"),
        .appoint(appointment), .noteHandover("v", note: "交接"), .readHandover("v"),
        .group("A", "一"), .meetOnRestDay("A", "p", inUniform: true),
        .offsite("A", "p", to: "B", note: "场外"), .beginPriceTalk("v"),
        .hearStaffReferral("v", contacted: moment, designated: "B"),
        .handOver("p", to: "A", note: "离职"),
    ]

    static let reasons: [ClaimReason] = [
        .answered, .purpose(.peer), .foundAfter(.counted), .designationIgnored("A"), .byTurns,
        .ownResource("A"), .newCustomer(.newExpired), .tied("A", .call, until: day),
        .touchVoid("A"), .touchAfterLapse("A", lapsedOn: day), .ownershipValid("A", until: day),
        .ownershipExpired("A", lapsedOn: day), .introduced("A"), .namedNew("A"),
        .ambiguous(["A", "B"]), .forgotten, .lookedUp("A"), .notified("A"),
        .claimed("A", until: moment), .entryOpen(until: moment), .turnReturned("A"),
        .backInPlace("A"),
        .advanceReturned("A"), .turnKept("A"), .reclassified(.owner),
        .callValid("A", until: day), .namedTooLate("A", until: moment),
        .recognised("A", turn: "B"), .proofUntil("A", moment), .proven("A"),
        .proofMissing("A", to: "B"), .turnCharged("A"), .merged(keeps: "A"), .splitOff,
        .changeWaits("A", until: moment.adding(seconds: 86_400)), .changeRefused("A"),
        .changed(to: "A", .wish), .namedAfterExpiry("A", .namedNew), .namedInstead("A", of: "B"),
        .stillHeldBy("A"), .appointment("A", substitute: "B"), .reminded("A", at: moment),
        .staysFor("A", owner: "B"), .handoverOwed("A", owner: "B", until: moment),
        .handoverOverdue("A"), .restDay("A"), .offsite("A"), .givenTo("A"), .priceTalk,
        .recommended("A"), .recommendedNobody, .textShown("A"), .naturalVisit,
        .priorOwner("A"), .priorOwnerUnknown, .recorded,
    ]

    static let refusals: [ClaimRefusal] = [
        .changeReasonMissing, .changeWaits(since: moment), .nobodysCustomer, .alreadyTheirs("A"),
        .noSuchChange("s"),
        .firstQuestionMissing([.firstVisit, .knownConsultant]), .surname, .notAcknowledged,
        .notOwned("A", lapsedOn: day), .designated("A"), .windowClosed(until: moment),
        .alreadyClaimed("A"), .introducedTooLate(until: moment), .introducerNotValid,
        .firstVisitStands("A"), .reclassWindowClosed(until: moment),
        .namingWindowClosed(until: moment), .nothingOpen("v"), .substituteRequired("A"),
        .notYourCustomer("A"), .uniformRequired, .priceTalkBegan(moment),
    ]
}

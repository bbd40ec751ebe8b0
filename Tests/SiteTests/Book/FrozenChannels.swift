@testable import HouseRules

/// One value of every shape about channels that a journal may hold.
enum FrozenChannels {
    private static let moment = Moment(milliseconds: 1_748_827_800_000)
    private static let day = BusinessDay(number: 20_241)
    private static let mark = CustomerMark(name: "n", phone: "p", tail: "t")
    private static var report: ChannelReport {
        var report = ChannelReport(
            "s", channel: "x", agent: "y", customer: mark, sentAt: moment)
        report.kind = .spaceHome
        report.sequence = 7
        report.content = "h"
        return report
    }
    private static let filed = FiledReport(
        report: report, enteredAt: moment, countsAt: moment, opens: moment, lapses: day, number: 1)
    private static let block = ChannelBlock(
        channel: "x", agent: "y", until: moment, note: "冒报")
    private static let slip = VisitConfirmation(
        "s", of: "v", channel: "x", agent: "y", isSigned: true, content: "h")
    private static let signed = VisitConfirmation(
        "s", of: "v", channel: "x", agent: "y", isSigned: true, content: "c",
        signatures: [
            PaperSignature(
                .slip("s", .confirmation), SigningPlace(.customer), .drawn, text: "t",
                content: "c")
        ])
    private static let review = ChannelReview("v", report: "s", note: "名片")
    private static let poaching = Poaching(
        of: "p", channel: "x", agent: "y", from: "A", note: "登记")
    private static let survey = ChannelSurvey("d", isBrought: false, marks: [.agent: 1])
    private static let finding = ReportFinding(
        report: "s", channel: "x", agent: "y", countsAt: moment, lead: 1799, isTimely: false,
        differs: [.phone], isBarred: false)
    private static let verdict = ChannelVerdict(
        visit: "v", checkpoint: .arrival, arrivedAt: moment, arrivedBy: .gate,
        findings: [finding], winner: "s", lights: [.leadTime, .mentioned], mentionedAt: moment,
        cutoff: moment, heldBy: "A")
    private static let deal = ChannelDeal(
        deal: "d", person: "p", day: day, visit: "v", report: "s", channel: "x", agent: "y",
        commission: .payable, earner: "A", isListed: false)
    private static let referral = StaffReferral(
        "s", of: "p", to: "A", evidence: [.form: moment])

    static let events: [ChannelEvent] = [
        .reported(filed), .blocked(block), .lifted(channel: "x", agent: "y"),
        .contacted("s", "A", at: moment), .seenAtGate("v", at: moment),
        .mentioned("v", at: moment), .judged(verdict, mark: mark, at: moment),
        .reviewed(review, at: moment), .confirmed(slip, at: moment),
        .confirmed(signed, at: moment),
        .audited("v", [.notMentioned, .noReport], at: moment),
        .auditClosed("v", dumpedBy: "A", note: "监控", at: moment),
        .poached(poaching, [.forfeit, .ban], at: moment), .dealJudged(deal, at: moment),
        .surveyDrawn(day, ["d"]), .surveyed(survey, at: moment), .recommended(referral),
        .evidenceNoted("p", "s", .followUp, at: moment),
    ]

    static let commands: [ChannelCommand] = [
        .report(report), .block(block), .lift(channel: "x", agent: nil), .contact("s", "A"),
        .passGate("v", moment), .mention("v"), .judge("v", mark, shown: "s"), .review(review),
        .meet(Arrival("v", .newFirst, person: "p"), "s"), .confirm(signed),
        .closeAudit("v", dumpedBy: "A", note: "监控"), .provePoaching(poaching),
        .checkDeal("d", mark), .answerSurvey(survey), .recommend("s", "p", "A"),
        .noteContact("p", "s", .call),
    ]

    static let reasons: [ChannelReason] = [
        .reported(from: moment, until: day), .arrived(moment, by: .firstQuestion),
        .weighed(finding), .intercepted("s", lead: 1799),
        .mismatched("s", [.name, .phone], .deal), .outranked("s", by: "u"), .mentioned(moment),
        .notMentioned(cutoff: moment), .noReport, .heldBefore(by: "A", blocks: true),
        .brought(channel: "x", agent: "y", "s"), .natural(missing: [.match, .earliest]),
        .reviewed("s"), .commission(.forfeited),
        .blocked(channel: "x", agent: "y", until: moment), .lifted(channel: "x", agent: nil),
        .poached(from: "A", [.forfeit, .ban]), .contacted("A"), .spaceHome("A"),
        .spaceHomeLacks([.contact]), .confirmed("s"), .audited([.unsigned]), .cleared,
        .dumped("A", .dismiss), .surveyDrawn(12), .surveyed(isBrought: false),
        .recommendation("A"), .evidence(.call, moment), .evidenceMissing("A", [.followUp]),
        .recommendedOwns("A"), .gateNoted,
    ]

    static let refusals: [ChannelRefusal] = [
        .slipExists("s"), .noSuchReport("s"), .numberMasked, .noSuchVisit("v"), .notJudged("v"),
        .mentionTooLate(since: moment), .banned(channel: "x", agent: "y", until: moment),
        .notBlocked, .noAudit("v"), .noSuchDeal("d"), .noSurvey("d"), .wrongMarks,
        .noSuchReferral("s"),
    ]
}

@testable import HouseRules

/// One value of every shape about pay that a journal may hold.
enum FrozenCommission {
    private static let moment = Moment(milliseconds: 1_748_827_800_000)
    private static let month = BusinessDay(number: 20_240)
    private static let scheme = CommissionScheme(
        "s", from: month, basis: .signing,
        rates: ["房": [RateTier(from: Money(fen: 0), perMillion: 2000)]], overridePerMillion: 500,
        heads: ["A": "C"], others: [Share(nil, 500)])
    private static let deal = CommissionDeal(
        "d", product: "房", price: Money(fen: 100), shares: Shares(all: "A"), signed: month,
        received: month, cancelled: month)
    private static let kinds: [LineKind] = [
        .share(points: 5000), .part(points: 500), .override(of: "A"), .clawback(of: month),
        .moved(points: 3000, of: month), .correction("c", of: month),
    ]
    private static let statement = Statement(
        staff: "A", month: month,
        lines: kinds.map {
            CommissionLine(
                deal: "d", kind: $0, base: Money(fen: 100), perMillion: 2000,
                amount: Money(fen: 10), paid: Money(fen: 9), deferred: Money(fen: 0))
        },
        gross: Money(fen: 20), fixed: Money(fen: 6), base: Money(fen: 14), score: 8300,
        variable: Money(fen: 12), deferred: Money(fen: 0), adjustments: Money(fen: -5),
        payable: Money(fen: 13), carried: Money(fen: 0))
    private static let correction = CommissionCorrection(
        "c", "A", of: month, amount: Money(fen: -5), note: "漏计", deal: "d")

    static let events: [CommissionEvent] = [
        .adopted(scheme, at: moment),
        .scorePublished("A", month: month, score: 8300, by: "m", at: moment),
        .workedOut(month: month, [statement], at: moment),
        .approved(month: month, by: "m", at: moment), .locked(month: month, at: moment),
        .corrected(correction, by: "m", at: moment),
    ]

    static let commands: [CommissionCommand] = [
        .adopt(scheme), .publishScore("A", month: month, score: 8300),
        .workOut(month: month, [deal]), .approve(month: month), .lock(month: month),
        .correct(correction),
    ]

    static let reasons: [CommissionReason] = [
        .adopted(from: month), .scored("A", 8300), .stated(statement),
        .carried("A", Money(fen: -5)), .approved, .locked, .corrected(Money(fen: -5)),
    ]

    static let refusals: [CommissionRefusal] = [
        .schemeNotWhole, .numberTaken("s"), .noScheme(month), .scoreOutOfRange,
        .scoreNotPublished(["A"]), .noRate(["d"]), .sharesMissing(["d"]), .monthLocked(month),
        .notApproved(month), .monthOpen(month), .noteMissing,
    ]
}

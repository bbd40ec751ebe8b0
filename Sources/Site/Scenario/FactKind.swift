/// The vocabulary of facts: one key per kind (see docs/scenario.md).
public enum FactKind: String, CaseIterable, Labelled, Sendable {
    /// A group came in.
    case arrival
    /// The group left.
    case finish
    /// Entered in the visit register.
    case log
    /// "I take this one".
    case take
    /// Leaves the front desk.
    case leave
    /// Back on stand.
    case comeBack = "return"
    /// Gives up the stand for a while.
    case waive
    /// Clocks in.
    case clockIn = "clock_in"
    /// Goes off duty.
    case offDuty = "off_duty"
    /// Takes a station slot.
    case stand
    /// Drafts the sheet of the day.
    case publishSheet = "publish_sheet"
    /// Confirms it.
    case confirmSheet = "confirm_sheet"
    /// Closes the day.
    case closeDay = "close_day"
    /// Joins the ring.
    case enroll
    /// Leaves the ring.
    case release
    /// Management gives back or grants a turn.
    case adjust
    /// The phone rings.
    case call
    /// The call ended.
    case callEnd = "call_end"
    /// A consultant picks up or calls back.
    case callAnswer = "call_answer"
    /// Somebody who may not answer took the line.
    case callNote = "call_note"
    /// A line of the register of customers.
    case register
    /// The caller of a call is known.
    case linkCall = "link_call"
    /// The number of a visitor is entered.
    case identify
    /// Claims a customer.
    case claim
    /// The customer says a name after all.
    case name
    /// An old customer turned up.
    case introduce
    /// The visit is something else.
    case reclassify
    /// A valid entry was shown.
    case prove
    /// Two visits are one group.
    case merge
    /// Part of a group is a group of its own.
    case split
    /// Another consultant.
    case change
    /// A customer is expected.
    case appointment
    /// The note for the colleague.
    case noteHandover = "note_handover"
    /// The colleague has read it.
    case readHandover = "read_handover"
    /// The group of a consultant.
    case joinGroup = "join_group"
    /// Meets an own customer on a day of rest.
    case restDayMeeting = "rest_day_meeting"
    /// Received outside the site.
    case offsite
    /// Talking about the price begins.
    case priceTalk = "price_talk"
    /// An employee answered whom they recommend.
    case staffReferral = "staff_referral"
    /// Management gives a customer to somebody.
    case handOver = "hand_over"
    /// The clock: whatever is due.
    case tick
    /// Nothing happens: the state is looked at.
    case check

    /// What the fact is called in reports.
    public var label: String {
        switch self {
        case .arrival: "来客"
        case .finish: "送客"
        case .log: "登记来访"
        case .take: "我来接"
        case .leave: "离台"
        case .comeBack: "回位"
        case .waive: "弃站"
        case .clockIn: "打卡上岗"
        case .offDuty: "离岗"
        case .stand: "站位"
        case .publishSheet: "出表"
        case .confirmSheet: "确认轮次表"
        case .closeDay: "收工"
        case .enroll: "新人上岗"
        case .release: "离职摘环"
        case .adjust: "改判"
        case .call: "来电"
        case .callEnd: "挂断"
        case .callAnswer: "接听或回拨"
        case .callNote: "记待回拨"
        case .register, .linkCall, .identify, .claim, .name, .introduce, .reclassify, .prove,
            .merge, .split, .change, .appointment, .noteHandover, .readHandover, .joinGroup,
            .restDayMeeting, .offsite, .priceTalk, .staffReferral, .handOver:
            claimLabel
        case .tick: "到点检查"
        case .check: "查看"
        }
    }

    /// The fields it takes besides `at`, `by` and `expect`.
    public var fields: [String] {
        switch self {
        case .arrival: ["class", "named", "arrived", "customer"] + Self.answerFields
        case .finish: ["logged"]
        case .take, .callAnswer: ["person"]
        case .leave: ["reason", "until"]
        case .offDuty: ["kind"]
        case .stand: ["slot"]
        case .adjust: ["effect", "note"]
        case .call: ["wanted"]
        case .register, .linkCall, .identify, .claim, .name, .introduce, .reclassify, .prove,
            .merge, .split, .change, .appointment, .noteHandover, .readHandover, .joinGroup,
            .restDayMeeting, .offsite, .priceTalk, .staffReferral, .handOver:
            claimFields
        case .log, .comeBack, .waive, .clockIn, .publishSheet, .confirmSheet, .closeDay, .enroll,
            .release, .callEnd, .callNote, .tick, .check:
            []
        }
    }

    /// Fields that any fact takes.
    public static let commonFields = ["at", "by", "expect"]
    /// Keys of a scenario as a whole.
    public static let scenarioKeys = [
        "title", "case", "rule", "policy", "parameters", "revisions", "date", "staff", "sheet",
        "given", "facts",
    ]
    /// Keys of what is given beforehand.
    public static let givenKeys = [
        "at", "order", "pointer", "makeup", "returned", "advance", "ticks", "presence",
    ]
}

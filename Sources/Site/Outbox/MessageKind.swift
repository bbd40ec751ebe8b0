import HouseRules

/// By which way a message leaves.
enum MessageChannelName: String, CaseIterable, Sendable {
    /// A notice on somebody's phone page.
    case app
    /// A text message.
    case sms
    /// A WeCom group bot.
    case wecom
    /// A DingTalk group bot.
    case dingtalk
    /// A Feishu group bot.
    case feishu
    /// The log of the program, while no bot is set up.
    case log
}

/// What a message is about.
enum MessageKind: String, CaseIterable, Sendable {
    /// Somebody should come to the front (REC-09).
    case standbyCalled = "standby_called"
    /// Somebody away is called back to the front (REC-13, REC-16).
    case calledBack = "called_back"
    /// The front has been short for too long (REC-09).
    case frontShort = "front_short"
    /// The day has nobody on duty (REC-01).
    case nobodyOnDuty = "nobody_on_duty"
    /// A group waits for somebody, management receives meanwhile (REC-13).
    case visitHeld = "visit_held"
    /// Somebody receives in place of the named consultant (REC-39).
    case standIn = "stand_in"
    /// A colleague received one's customer (REC-39).
    case ownerTold = "owner_told"
    /// One's own customers whose clocks run out soon (OWN-14).
    case customersLapse = "customers_lapse"
    /// Whose customers run out soon, for the team (OWN-14).
    case teamLapses = "team_lapses"
    /// Customers ran out; management hands them out (OWN-05).
    case customersLapsed = "customers_lapsed"
    /// A text message made from a template.
    case sms

    /// Whether it is sent in the quiet hours, too.
    var isUrgent: Bool {
        switch self {
        case .standbyCalled, .calledBack, .nobodyOnDuty, .visitHeld, .standIn: true
        case .frontShort, .ownerTold, .customersLapse, .teamLapses, .customersLapsed, .sms: false
        }
    }

    /// After so many seconds nobody is helped by it any more.
    var lifetime: Int {
        switch self {
        case .standbyCalled, .calledBack: 5 * 60
        case .frontShort: 10 * 60
        case .visitHeld, .standIn: 30 * 60
        case .nobodyOnDuty: 60 * 60
        case .ownerTold, .sms: 12 * 3600
        case .customersLapse, .teamLapses, .customersLapsed: 24 * 3600
        }
    }

    /// Whether it is about one day: it is sent when people are at work, and is over with the day.
    var isOfDay: Bool {
        switch self {
        case .customersLapse, .teamLapses, .customersLapsed: true
        case .standbyCalled, .calledBack, .frontShort, .nobodyOnDuty, .visitHeld, .standIn,
            .ownerTold, .sms:
            false
        }
    }

    /// Nobody is told of the day before this time.
    static let dayBegins = TimeOfDay(8, 0)
}

/// How far a message is.
enum MessageState: String, CaseIterable, Sendable {
    /// To be sent, perhaps again.
    case waiting
    /// Taken by the other side.
    case sent
    /// Given up; somebody has to look at it.
    case dead
    /// It came too late to be of use, so it was not sent.
    case expired
    /// Withdrawn by management.
    case void
}

/// What a message tells: ids and numbers, from which its text is made.
struct MessageFacts: Codable, Hashable, Sendable {
    /// Whom it is about.
    var staff: [StaffID] = []
    /// Whose customer it is.
    var owner: StaffID?
    /// The number of the visit in the day's register.
    var number: Int?
    /// How long it has lasted.
    var seconds: Int?
    /// How many are at the front.
    var onStand: Int?
    /// How many could be.
    var able: Int?
    /// The day it is about.
    var day: BusinessDay?
    /// The template of a text message.
    var template: String?
    /// Customers of each of ``staff``, or of nobody in particular.
    var counts: [Int]?
    /// One's own customers that lapse soon.
    var lapsing: LapsingCount?
}

/// How many customers' clocks run out soon.
struct LapsingCount: Codable, Hashable, Sendable {
    /// Today is the last day.
    var today = 0
    /// Tomorrow is.
    var tomorrow = 0
    /// One of the five days after that is.
    var week = 0

    var total: Int { today + tomorrow + week }

    /// Takes in a customer whose clock runs out on a day, as seen from another.
    mutating func add(lapse: BusinessDay, on day: BusinessDay) {
        switch lapse.number - day.number {
        case ...1: today += 1
        case 2: tomorrow += 1
        default: week += 1
        }
    }

    /// In words, without who they are.
    var words: String {
        [("今天是最后一天的", today), ("明天的", tomorrow), ("这几天的", week)]
            .filter { $0.1 > 0 }.map { "\($0.0) \($0.1) 位" }.joined(separator: "，")
    }
}

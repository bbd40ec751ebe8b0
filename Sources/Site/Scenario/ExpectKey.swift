import HouseRules

/// What can be expected of a decision and of the state after it (see docs/scenario.md).
public enum ExpectKey: String, CaseIterable, Sendable {
    /// Who receives or answers.
    case person
    /// The effect on the turn.
    case effect
    /// The kind of answer.
    case outcome
    /// The code of the refusal.
    case refused
    /// For whom management holds the visit.
    case locked
    /// Whose customer it is when a colleague stands in.
    case owner
    /// Turns that passed their owners by, in order.
    case passed
    /// Visits given to somebody by this decision.
    case assigned
    /// Clauses among those that the reasons name.
    case clauses
    /// Reasons among those given.
    case reasons
    /// Marks, exactly.
    case flags
    /// Who is called to the front, exactly.
    case called
    /// Who answers for an empty front.
    case responsible
    /// The days of a suspension.
    case suspension
    /// Who is due next.
    case pointer
    /// Turns owed, in the order of use.
    case makeup
    /// Turns taken in advance, exactly.
    case advance
    /// Ticks of those named.
    case ticks
    /// Those on stand in the order of receiving.
    case queue
    /// The order of the day.
    case order
    /// Where those named are.
    case presence
    /// Visits held by management.
    case held
    /// To whom the customers named belong.
    case holder
    /// Customers who are nobody's and wait to be given to somebody.
    case pool
    /// Until when the customers named are somebody's: fresh and valid, `06-11 07-01`.
    case clocks
    /// How the last stretch of the customers named stands.
    case status
    /// Who would get the pool.
    case plan
    /// Customers whose clock ran out by this decision, exactly: `李 lapsed_freshness`.
    case lapsed
    /// Customers of whom somebody was reminded by this decision, exactly.
    case reminded
    /// Who is due for the next call.
    case callPointer = "call_pointer"
    /// The order of calls.
    case callOrder = "call_order"
    /// Penalties that were drafted, exactly and in order: `A F17 50`.
    case penalties
    /// The score of an inspection: `5/6`.
    case score
    /// How far the texts after first calls are.
    case texts
    /// Who of the first two should look at their things.
    case kitMissing = "kit_missing"
    /// Tables that the next patrol looks at.
    case tablesLeft = "tables_left"
    /// Calls to be called back.
    case callbacks
    /// Messages, promises and rechecks that are open.
    case slips
    /// The performance of deals: `A 50` (percent).
    case performance
    /// The commission of deals, likewise.
    case commission
    /// The commission of deals in fen: `A 501`.
    case amounts
    /// Who got nothing of a deal, and why.
    case lost
    /// What the books change with the last attribution.
    case books
    /// Deals on which people have to decide.
    case contested
    /// Quarrels and how far they are.
    case disputes
    /// The company that brought the customer; null: they came by themselves.
    case channel
    /// What is missing for them to be a channel's, exactly.
    case unlit
    /// What the channel gets.
    case channelCommission = "channel_commission"
    /// Who has the performance by the rules of channels and recommendations.
    case earner
    /// Evidence that is missing, exactly.
    case lacks
    /// Why a visit is to be gone into, exactly.
    case causes
    /// Visits to be gone into.
    case audits
    /// Deals whose buyers are to be called.
    case surveys
    /// How units stand.
    case units
    /// Who has the units named.
    case occupants
    /// Orders and how far they are.
    case orders
    /// The last numbers of receipts.
    case receipts
    /// Money that waits to go back: `1 O-1 20000`.
    case refunds
    /// Requests that wait for the manager.
    case requests
    /// Totals that were computed, in yuan and fen: `1237152.00`.
    case totals
    /// Signings of the month: `9/10`.
    case signings
    /// Who is on the list of the audit of purchases.
    case listed
    /// How many announcements those named have not read.
    case unread
    /// The order of an activity.
    case numbers
    /// Who is still to be called, in order.
    case waiting
    /// How far buyers are.
    case stages
    /// Who has which unit of an activity, and how far it is.
    case taken
    /// What runs: `甲 checkin 09:15:00`, exactly and in order.
    case running
    /// The free units that were offered instead, in order.
    case nearest
    /// What is missing for an activity to be ready, exactly.
    case gaps
    /// Rows that are not taken: `7 3 paper`.
    case rows
    /// What is shown of the heat of units.
    case heat
    /// Figures of an activity that is over.
    case figures
    /// Units of which the two sides say different things.
    case differences
    /// What people are paid for a month, in fen.
    case pay
    /// The commission of people before the score, in fen.
    case gross
    /// The lines of statements: `A 单一 share 210000`, by person and deal.
    case lines
    /// What goes on to the next month, in fen.
    case carried

    /// Whether it looks at the state and not at the decision.
    public var isState: Bool {
        switch self {
        case .pointer, .makeup, .advance, .ticks, .queue, .order, .presence, .held, .holder, .pool,
            .clocks, .status, .plan, .callPointer, .callOrder, .texts, .kitMissing, .tablesLeft,
            .callbacks, .slips, .performance, .commission, .amounts, .lost, .books, .contested,
            .disputes, .audits, .surveys, .units, .occupants, .orders, .receipts, .refunds,
            .requests, .signings, .listed, .unread, .numbers, .waiting, .stages, .taken,
            .running, .heat:
            true
        case .penalties, .score, .lapsed, .reminded, .channel, .unlit, .channelCommission, .earner,
            .lacks, .causes, .totals, .nearest, .gaps, .rows, .figures, .differences, .pay,
            .gross, .lines, .carried:
            false
        case .person, .effect, .outcome, .refused, .locked, .owner, .passed, .assigned, .clauses,
            .reasons, .flags, .called, .responsible, .suspension:
            false
        }
    }

    /// How it is written.
    enum Shape {
        case word([String])
        case code
        case person
        case people
        case words
        case clauses
        case counts
        case passes
        case presences
        case assignments
        case statuses
        case holders
        case texts
    }

    var shape: Shape {
        switch self {
        case .person, .locked, .owner, .pointer, .callPointer, .responsible, .earner: .person
        case .effect: .word(TurnEffect.allCases.map(\.rawValue))
        case .outcome: .word(OutcomeWord.allCases.map(\.rawValue))
        case .refused, .score, .channel: .code
        case .channelCommission: .word(Commission.allCases.map(\.rawValue))
        case .texts: .statuses
        case .kitMissing: .people
        case .penalties, .tablesLeft, .callbacks, .slips, .performance, .commission, .amounts,
            .lost, .books, .contested, .disputes, .unlit, .lacks, .causes, .audits, .surveys,
            .orders, .receipts, .refunds, .requests, .totals, .listed, .numbers, .waiting,
            .running, .nearest, .gaps, .rows, .differences, .lines:
            .words
        case .units, .occupants: .texts
        case .signings: .code
        case .unread: .counts
        case .passed: .passes
        case .assigned: .assignments
        case .holder: .holders
        case .pool, .lapsed, .reminded: .words
        case .clocks, .status, .stages, .taken, .heat, .figures, .pay, .gross, .carried:
            .texts
        case .plan: .assignments
        case .clauses: .clauses
        case .reasons, .flags, .held, .suspension: .words
        case .called, .makeup, .queue, .order, .callOrder: .people
        case .advance, .ticks: .counts
        case .presence: .presences
        }
    }

    /// Whether more than what is expected may be there.
    var mayBeMore: Bool {
        switch self {
        case .clauses, .reasons, .ticks, .presence, .holder, .clocks, .status, .units, .occupants,
            .unread, .stages, .taken, .heat, .figures:
            true
        default: false
        }
    }
}

/// The kind of answer in one word.
public enum OutcomeWord: String, CaseIterable, Labelled, Sendable, Codable {
    /// A consultant receives.
    case assigned
    /// Management receives for the time being.
    case cover
    /// A consultant answers the call.
    case answered
    /// A call-back slip is open.
    case callback
    /// The order of the day.
    case sheet
    /// Done.
    case done
    /// Refused.
    case refused

    /// The word in reports.
    public var label: String {
        switch self {
        case .assigned: "派给"
        case .cover: "经理先接"
        case .answered: "接听"
        case .callback: "待回拨"
        case .sheet: "轮次表"
        case .done: "完成"
        case .refused: "拒绝"
        }
    }
}

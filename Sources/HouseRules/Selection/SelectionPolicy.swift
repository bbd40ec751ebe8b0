/// Selection days, openings and allotments, SEL-01 … SEL-10. An activity keeps what it was planned
/// with to the end: the version of its rules (SEL-01).
public struct SelectionPolicy: Codable, Hashable, Sendable {
    /// selection.units_exclusive
    public var exclusive = true
    /// selection.max_units_per_buyer
    public var maxUnits = 1
    /// selection.roster_lock
    public var rosterLock = RosterLock.beforeDraw
    /// selection.roster_change_approver
    public var rosterApprover = Role.salesManager
    /// draw.algorithm
    public var algorithm = DrawAlgorithm.fisherYatesChaCha20
    /// draw.commit_before_minutes
    public var commitMinutes = 60
    /// draw.public_part_required
    public var publicPart = true
    /// call.group_size
    public var groupSize = 4
    /// call.checkin_minutes
    public var checkinMinutes = 5
    /// call.miss_policy
    public var missPolicy = MissPolicy.endOfRoundOnce
    /// choose.minutes
    public var chooseMinutes = 3
    /// choose.clock_start
    public var chooseStart = ChooseStart.seated
    /// choose.confirm
    public var confirm = PickConfirm.buyerAndOfficer
    /// choose.payment_minutes; nil: the terms of the order hold.
    public var paymentMinutes: Int? = 10
    /// choose.reconfirm_by
    public var reconfirmBy = PickReviewer.authorized
    /// choose.change_allowed_until
    public var changeUntil: ChangeUntil? = .orderSigned
    /// opening.payment_minutes
    public var onlineMinutes = 15
    /// opening.clock_start
    public var onlineStart = OnlineStart.held
    /// opening.rehearsal_allowed
    public var rehearsalAllowed = true
    /// opening.favourites_max
    public var favouritesMax = 10
    /// heat.weights
    public var heatWeights = HeatWeights()
    /// allotment.order
    public var allotmentOrder = AllotmentOrder.sameAsUnits
    /// allotment.prerequisite
    public var prerequisite: PickStatus? = .subscribed
    /// allotment.per_buyer
    public var allotmentPerBuyer = 1
    /// allotment.bound_to_unit
    public var isBound = true
    /// rehearsal.min
    public var rehearsals = 1
    /// plan.roles
    public var planRoles = PlanRole.allCases
    /// pause.freezes
    public var freezes = ClockKind.allCases
    /// dispute.resolve_by
    public var resolveBy = Role.salesManager
    /// closing.reconcile
    public var reconcile: Reconcile? = .everyUnit

    /// The catalogue's defaults.
    public init() {}
}

/// When the roster must be locked (SEL-01).
public enum RosterLock: String, Codable, Sendable, CaseIterable {
    /// Before the draw.
    case beforeDraw = "before_draw"
    /// The draw locks it.
    case atDraw = "at_draw"
}

/// How an order is drawn (SEL-02).
public enum DrawAlgorithm: String, Codable, Sendable, CaseIterable {
    /// Fisher and Yates with ChaCha20.
    case fisherYatesChaCha20 = "fisher_yates_chacha20"
}

/// What becomes of somebody who was called and did not come (SEL-03).
public enum MissPolicy: String, Codable, Sendable, CaseIterable {
    /// Once to the end of the round, then out.
    case endOfRoundOnce = "end_of_round_once"
    /// Out at once.
    case giveUp = "give_up"
}

/// From when the time to choose runs (SEL-04).
public enum ChooseStart: String, Codable, Sendable, CaseIterable {
    /// Seated at a desk.
    case seated = "seated_at_desk"
    /// Checked in.
    case checkedIn = "checked_in"
}

/// Whose word a pick needs (SEL-04).
public enum PickConfirm: String, Codable, Sendable, CaseIterable {
    /// The buyer and the officer at the desk.
    case buyerAndOfficer = "buyer_and_officer"
    /// The buyer alone.
    case buyer
}

/// Who confirms once more before the order is written (SEL-04).
public enum PickReviewer: String, Codable, Sendable, CaseIterable {
    /// Whom the manager named for it in the plan, or the manager.
    case authorized = "authorized_reviewer"
    /// The manager.
    case manager = "sales_manager"
}

/// Until when a buyer may change (SEL-04).
public enum ChangeUntil: String, Codable, Sendable, CaseIterable {
    /// The order is signed.
    case orderSigned = "order_signed"
    /// The deposit is paid.
    case paid
}

/// From when the time to pay online runs (SEL-05).
public enum OnlineStart: String, Codable, Sendable, CaseIterable {
    /// The unit was held.
    case held = "held_at"
    /// The sale opened.
    case opened = "opened_at"
}

/// What a mark of interest weighs (SEL-06).
public struct HeatWeights: Codable, Hashable, Sendable {
    /// 收藏.
    public var favourite = 1
    /// 公测点选.
    public var rehearsalPick = 3
    /// 到访意向.
    public var visitIntent = 2

    /// The catalogue's.
    public init() {}
}

/// In what order storage rooms and parking are chosen (SEL-07).
public enum AllotmentOrder: String, Codable, Sendable, CaseIterable {
    /// As the units.
    case sameAsUnits = "same_as_units"
    /// Drawn anew.
    case ownDraw = "own_draw"
}

/// Who works at an activity (SEL-08).
public enum PlanRole: String, Codable, Sendable, CaseIterable {
    /// 签到.
    case checkin
    /// 引导.
    case guide
    /// 选房台.
    case desk
    /// 复核.
    case review
    /// 财务.
    case cashier
    /// 客服.
    case service
    /// 保安.
    case security
    /// 备用.
    case standby
}

/// What runs against a buyer (SEL-09).
public enum ClockKind: String, Codable, Sendable, CaseIterable {
    /// To check in (SEL-03).
    case checkin
    /// To choose (SEL-04).
    case choose
    /// To pay (SEL-04, SEL-05).
    case payment
}

/// What is compared before an activity is put away (SEL-10).
public enum Reconcile: String, Codable, Sendable, CaseIterable {
    /// Every unit.
    case everyUnit = "every_unit"
}

extension PlanRole: CodingKeyRepresentable {}

extension ClockKind: CodingKeyRepresentable {}

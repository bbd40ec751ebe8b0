/// Why a command about an activity does not stand.
public enum SelectionRefusal: Codable, Hashable, Sendable {
    /// There is no such activity.
    case unknownActivity(ActivityID)
    /// There is one of that number already, or a slip.
    case numberTaken(String)
    /// A unit is on the list of another activity (SEL-01).
    case unitListed(UnitID, by: ActivityID)
    /// A unit is not on this list (SEL-01).
    case unitNotListed(UnitID)
    /// The roster is locked: only by a change with a reason (SEL-01).
    case rosterLocked
    /// Nobody is on it, or it is not locked yet (SEL-01).
    case rosterOpen
    /// A reason is missing (SEL-01, SEL-08).
    case noteMissing
    /// Not on the roster (SEL-01).
    case notOnRoster(PersonID)
    /// No hash of a seed was published (SEL-02).
    case commitmentMissing
    /// It was published too late; from then on it may be drawn (SEL-02).
    case commitmentTooLate(from: Moment)
    /// The seed is not the one that was published (SEL-02).
    case seedMismatch
    /// A seed is a line of text, and the public has its part (SEL-02).
    case seedIncomplete
    /// Drawn already: no second draw (SEL-02).
    case alreadyDrawn
    /// There is no order to call by yet (SEL-02, SEL-03).
    case notDrawn
    /// Everybody was called (SEL-03).
    case nobodyLeft
    /// Something is missing (SEL-08).
    case notReady([ReadinessGap])
    /// The manager has not approved of it (SEL-04, SEL-08).
    case approverRequired
    /// The buyer is not that far, or further (SEL-03, SEL-04).
    case wrongStage(PersonID, BuyerStage)
    /// The officer at the desk has to see it (SEL-04).
    case officerRequired
    /// Somebody has it (SEL-04, SEL-05).
    case unitTaken(UnitID, since: Moment?, nearest: [UnitID])
    /// Has as many as one may have (SEL-04, SEL-05, SEL-07).
    case alreadyHolds(UnitID)
    /// Nobody has it, or not that far (SEL-04).
    case notHeld(UnitID)
    /// It may not be changed any more (SEL-04).
    case changeClosed(UnitID)
    /// Not one who may confirm it (SEL-04).
    case reviewerNotAuthorized(StaffID)
    /// Opens in so many seconds (SEL-05).
    case notOpen(seconds: Int)
    /// The rehearsal is over, or the house has none (SEL-05).
    case rehearsalOver
    /// So many favourites at the most (SEL-05).
    case tooManyFavourites(Int)
    /// A step is missing for it (SEL-07).
    case prerequisiteNotMet(PickStatus)
    /// It stands still (SEL-09).
    case paused(since: Moment)
    /// It does not stand still (SEL-09).
    case notPaused
    /// There is no such objection that is open (SEL-09).
    case unknownObjection(SlipID)
    /// Some are undecided (SEL-09, SEL-10).
    case objectionsOpen(Int)
    /// So many units are taken and not paid for (SEL-10).
    case unpaidLeft(Int)
    /// The two sides differ (SEL-10).
    case notReconciled([LedgerDifference])

    /// The stable code.
    public var code: String {
        switch self {
        case .unknownActivity: "UNKNOWN_ACTIVITY"
        case .numberTaken: "NUMBER_TAKEN"
        case .unitListed: "UNIT_LISTED"
        case .unitNotListed: "UNIT_NOT_LISTED"
        case .rosterLocked: "ROSTER_LOCKED"
        case .rosterOpen: "ROSTER_OPEN"
        case .noteMissing: "NOTE_MISSING"
        case .notOnRoster: "NOT_ON_ROSTER"
        case .commitmentMissing: "COMMITMENT_MISSING"
        case .commitmentTooLate: "COMMITMENT_TOO_LATE"
        case .seedMismatch: "SEED_MISMATCH"
        case .seedIncomplete: "SEED_INCOMPLETE"
        case .alreadyDrawn: "ALREADY_DRAWN"
        case .notDrawn: "NOT_DRAWN"
        case .nobodyLeft: "NOBODY_LEFT"
        case .notReady: "NOT_READY"
        case .approverRequired: "HOLD_APPROVER_REQUIRED"
        case .wrongStage: "WRONG_STAGE"
        case .officerRequired: "OFFICER_REQUIRED"
        case .unitTaken: "UNIT_TAKEN"
        case .alreadyHolds: "BUYER_ALREADY_HOLDS"
        case .notHeld: "UNIT_NOT_HELD_FOR_CUSTOMER"
        case .changeClosed: "CHANGE_CLOSED"
        case .reviewerNotAuthorized: "RECONFIRM_REQUIRED"
        case .notOpen: "NOT_OPEN"
        case .rehearsalOver: "REHEARSAL_OVER"
        case .tooManyFavourites: "TOO_MANY_FAVOURITES"
        case .prerequisiteNotMet: "PREREQUISITE_NOT_MET"
        case .paused: "EVENT_PAUSED"
        case .notPaused: "NOT_PAUSED"
        case .unknownObjection: "UNKNOWN_OBJECTION"
        case .objectionsOpen: "OBJECTIONS_OPEN"
        case .unpaidLeft: "UNPAID_LEFT"
        case .notReconciled: "NOT_RECONCILED"
        }
    }

    /// The clause that refuses.
    public var clause: Clause {
        switch self {
        case .unknownActivity, .numberTaken, .unitListed, .unitNotListed, .rosterLocked,
            .rosterOpen, .noteMissing, .notOnRoster:
            .sel(1)
        case .commitmentMissing, .commitmentTooLate, .seedMismatch, .seedIncomplete,
            .alreadyDrawn, .notDrawn:
            .sel(2)
        case .nobodyLeft: .sel(3)
        case .notReady: .sel(8)
        case .approverRequired, .wrongStage, .officerRequired, .unitTaken, .notHeld,
            .changeClosed, .reviewerNotAuthorized:
            .sel(4)
        case .alreadyHolds, .notOpen, .rehearsalOver, .tooManyFavourites: .sel(5)
        case .prerequisiteNotMet: .sel(7)
        case .paused, .notPaused, .unknownObjection, .objectionsOpen: .sel(9)
        case .unpaidLeft, .notReconciled: .sel(10)
        }
    }
}

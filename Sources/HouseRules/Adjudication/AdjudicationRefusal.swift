/// Why a command about a deal or a quarrel does not stand.
public enum AdjudicationRefusal: Codable, Hashable, Sendable {
    /// There is a deal of that number already (OWN-38).
    case dealExists(DealID)
    /// There is no such deal (OWN-38).
    case unknownDeal(DealID)
    /// There is a slip of that number already (OWN-30).
    case slipExists(SlipID)
    /// There is no such quarrel (OWN-30).
    case unknownDispute(SlipID)
    /// No visit of today with a forgotten name; claims end with the day (OWN-23).
    case sameDayClaimClosed
    /// Received first and had nothing to show: no half either (OWN-23).
    case proofFailed(StaffID)
    /// No earlier visit of that customer is on record (OWN-23).
    case noPriorRecord(StaffID)
    /// The customer had forgotten the name: own records count on that day only (OWN-23).
    case forgotOnlySameDay
    /// Somebody's record is older (OWN-23, OWN-24).
    case laterRecord(than: StaffID, began: BusinessDay)
    /// No record of the buyer or near kin (OWN-24).
    case noEarlierRecord(StaffID)
    /// The record is of somebody who is no near kin (OWN-27).
    case notNearKin(Kinship)
    /// The record no longer held on the day that counts (OWN-24).
    case recordLapsed(StaffID, on: BusinessDay)
    /// The days for showing older records are over (OWN-25).
    case verifyPeriodClosed(until: Moment)
    /// The customer wrote down somebody else (OWN-26).
    case customerDesignated(StaffID)
    /// There is nothing to settle: one consultant only (OWN-24).
    case noCross
    /// Bought already: show the record for the deal (OWN-25).
    case alreadyOrdered(DealID)
    /// A valid customer of somebody else (OWN-22).
    case notYourCustomer(StaffID, of: StaffID)
    /// The days for objecting are over (OWN-29).
    case objectionClosed(until: Moment)
    /// The consultant was not changed, or the house splits nothing for it (OWN-29).
    case noChange
    /// Not a party of it (OWN-30).
    case notAParty(StaffID)
    /// Still contested: rule first (OWN-38).
    case dealContested(DealID)
    /// Paid out already (OWN-28).
    case alreadyPaid(DealID)
    /// The days of the leave run backwards (OWN-35).
    case leaveBackwards
    /// The facts or the grounds are missing (OWN-31).
    case groundsMissing
    /// The parts do not sum to the whole (OWN-38).
    case sharesNotWhole
    /// Ruled for good (OWN-30).
    case disputeFinal(SlipID)
    /// There is an open quarrel about it (OWN-30).
    case disputeOpen(SlipID)
    /// Another step comes first (OWN-30).
    case wrongStep(DisputeState)
    /// The days for an appeal are over (OWN-30).
    case appealClosed(until: Moment)
    /// At least two quarrel (OWN-30).
    case twoQuarrel

    /// The stable code.
    public var code: String {
        switch self {
        case .dealExists: "DEAL_EXISTS"
        case .unknownDeal: "UNKNOWN_DEAL"
        case .slipExists: "SLIP_EXISTS"
        case .unknownDispute: "UNKNOWN_DISPUTE"
        case .sameDayClaimClosed: "SAME_DAY_CLAIM_CLOSED"
        case .proofFailed: "PROOF_FAILED"
        case .noPriorRecord: "NO_PRIOR_RECORD"
        case .forgotOnlySameDay: "FORGOT_ONLY_SAME_DAY"
        case .laterRecord: "LATER_RECORD"
        case .noEarlierRecord: "NO_EARLIER_RECORD"
        case .notNearKin: "NOT_NEAR_KIN"
        case .recordLapsed: "RECORD_LAPSED"
        case .verifyPeriodClosed: "VERIFY_PERIOD_CLOSED"
        case .customerDesignated: "CUSTOMER_DESIGNATED"
        case .noCross: "NO_CROSS"
        case .alreadyOrdered: "ALREADY_ORDERED"
        case .notYourCustomer: "NOT_YOUR_CUSTOMER"
        case .objectionClosed: "OBJECTION_CLOSED"
        case .noChange: "NO_CHANGE"
        case .notAParty: "NOT_A_PARTY"
        case .dealContested: "DEAL_CONTESTED"
        case .alreadyPaid: "ALREADY_PAID"
        case .leaveBackwards: "LEAVE_BACKWARDS"
        case .groundsMissing: "GROUNDS_MISSING"
        case .sharesNotWhole: "SHARES_NOT_WHOLE"
        case .disputeFinal: "DISPUTE_FINAL"
        case .disputeOpen: "DISPUTE_OPEN"
        case .wrongStep: "WRONG_STEP"
        case .appealClosed: "APPEAL_CLOSED"
        case .twoQuarrel: "TWO_QUARREL"
        }
    }

    /// The clause that refuses.
    public var clause: Clause {
        switch self {
        case .dealExists, .unknownDeal, .dealContested, .sharesNotWhole: .own(38)
        case .sameDayClaimClosed, .proofFailed, .noPriorRecord, .forgotOnlySameDay: .own(23)
        case .laterRecord, .noEarlierRecord, .recordLapsed, .noCross: .own(24)
        case .verifyPeriodClosed, .alreadyOrdered: .own(25)
        case .customerDesignated: .own(26)
        case .notNearKin: .own(27)
        case .notYourCustomer: .own(22)
        case .alreadyPaid: .own(28)
        case .objectionClosed, .noChange: .own(29)
        case .groundsMissing: .own(31)
        case .leaveBackwards: .own(35)
        case .slipExists, .unknownDispute, .notAParty, .disputeFinal, .disputeOpen, .wrongStep,
            .appealClosed, .twoQuarrel:
            .own(30)
        }
    }
}

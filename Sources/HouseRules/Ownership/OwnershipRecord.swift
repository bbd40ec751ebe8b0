/// What an ownership rests on (OWN-01).
public enum OwnershipBasis: String, Codable, Sendable, CaseIterable {
    /// 来访登记.
    case visit
    /// 来电: only a right to receive first (OWN-11), ownership where the site says so (OWN-39).
    case call
    /// 老带新.
    case referral
    /// 渠道.
    case channel
    /// 员工推荐.
    case staffReferral = "staff_referral"
}

/// One stretch during which a customer was a consultant's: from the day it began to the first day
/// on which it did not hold.
///
/// A follow-up moves the end only while the stretch holds (OWN-07), so a stretch never has a gap:
/// it held on each of its days, whatever came later.
public struct OwnershipRecord: Codable, Hashable, Sendable {
    /// The consultant.
    public let staff: StaffID
    /// What it rests on.
    public let basis: OwnershipBasis
    /// Both clocks: when it began, fresh until, valid until.
    public internal(set) var clock: TieClock

    /// Whether it held on a day.
    public func holds(on day: BusinessDay) -> Bool { day >= clock.began && clock.holds(on: day) }
}

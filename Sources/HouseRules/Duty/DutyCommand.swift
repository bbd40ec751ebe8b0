/// Order on the floor: who told whom, refusals and suspensions, disputes, orders for errands and
/// tours (REC-10 … REC-17, REC-23).
public enum DutyCommand: Codable, Hashable, Sendable {
    /// The first tells the next that they leave, and the next has read it (REC-11).
    case handFront(StaffID, to: StaffID)
    /// Leaves the front desk and says who was told (REC-10).
    case leaveFront(StaffID, LeaveKind, told: Told?, until: Moment?)
    /// Somebody reports a colleague who is not there and has told nobody (REC-10).
    case reportAbsent(StaffID)
    /// The one sent answers: "I am here" (REC-10).
    case answer(VisitID, StaffID)
    /// Refuses a group: recorded, and given to somebody else (REC-10, REC-17).
    case refuse(VisitID, StaffID, note: String)
    /// Leaves in the middle of a reception (REC-14).
    case leaveReception(VisitID, MidLeave)
    /// The planned rest days of a person, in place of those known before (REC-12, REC-14).
    case setRestDays(StaffID, [BusinessDay])
    /// Management suspends somebody; whoever asks is the finder (REC-12).
    case suspend(StaffID, Misconduct, incident: String, facts: String)
    /// A lost turn is disputed: whose, which visit, why (REC-15).
    case fileDispute(String, StaffID, visit: VisitID, note: String)
    /// Management rules on a dispute (REC-15).
    case ruleDispute(String, DisputeRuling, note: String)
    /// Management calls somebody back from the meal or the back room (REC-16).
    case callBack(StaffID)
    /// Management sends somebody on an errand until then, and says what for (REC-06).
    case orderErrand(StaffID, until: Moment, note: String)
    /// The developer's order for a tour group that was received without one (REC-23).
    case proveTour(VisitID, TourOrder)
}

/// Who was told before somebody left the front (leave_front.notify_targets).
public enum Told: String, Codable, Sendable, CaseIterable {
    /// 下一位.
    case nextInLine = "next_in_line"
    /// 销售经理.
    case salesManager = "sales_manager"
    /// 销售主管.
    case salesSupervisor = "sales_supervisor"
}

/// Why somebody leaves in the middle of a reception (REC-14).
public enum MidLeave: String, Codable, Sendable, CaseIterable {
    /// 因公.
    case official
    /// 急病.
    case illness
    /// 因私.
    case personal
}

/// What somebody is suspended for (REC-12).
public enum Misconduct: String, Codable, Sendable, CaseIterable {
    /// 推脱不站、挑客户.
    case evasion
    /// 借故不接客户.
    case refusal
}

/// How a dispute ends (REC-15).
public enum DisputeRuling: String, Codable, Sendable, CaseIterable {
    /// 补轮.
    case makeup
    /// 退轮.
    case returned
    /// 维持.
    case dismissed
}

/// A developer's order for a tour group (REC-23).
public struct TourOrder: Codable, Hashable, Sendable {
    /// Who of the developer's management gave it.
    public var assigner: PersonID
    /// What the group is called.
    public var group: String
    /// How many people.
    public var size: Int

    /// An order.
    public init(assigner: PersonID, group: String, size: Int) {
        self.assigner = assigner
        self.group = group
        self.size = size
    }
}

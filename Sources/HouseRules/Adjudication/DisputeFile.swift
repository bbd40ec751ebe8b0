/// What a quarrel is about.
public enum DisputeMatter: Codable, Hashable, Sendable {
    /// A deal.
    case deal(DealID)
    /// A customer who has not bought.
    case customer(PersonID)
}

/// How far a quarrel is (OWN-30).
public enum DisputeState: String, Codable, Sendable, CaseIterable {
    /// 已提出.
    case filed
    /// 协商中.
    case negotiating
    /// 已协商.
    case settled
    /// 已上交.
    case escalated
    /// 已裁决.
    case ruled
    /// 申诉中.
    case appealed

    /// Whether somebody still has to do something.
    public var isOpen: Bool { self != .settled && self != .ruled }
}

/// One step of a quarrel.
public struct DisputeStep: Codable, Hashable, Sendable {
    /// What it leads to.
    public var state: DisputeState
    /// Who took it.
    public var by: StaffID
    /// When.
    public var at: Moment
    /// In words.
    public var note: String
}

/// What management decides by its own judgement (OWN-31).
public struct RulingSlip: Codable, Hashable, Sendable {
    /// How it is split.
    public var shares: Shares
    /// Which rules do not fit.
    public var inapplicable: String
    /// Why it is split so.
    public var why: String
    /// Who ruled.
    public var by: StaffID
    /// When.
    public var at: Moment
    /// The last second for an appeal; nil: final.
    public var appealUntil: Moment?
}

/// A quarrel with all its steps (OWN-30).
public struct DisputeFile: Codable, Hashable, Sendable {
    /// Its slip.
    public var slip: SlipID
    /// What it is about.
    public var matter: DisputeMatter
    /// Who is concerned.
    public var parties: [StaffID]
    /// Who brought it up; nil: the rules themselves did.
    public var by: StaffID?
    /// What is said.
    public var note: String
    /// When it came up.
    public var at: Moment
    /// How far it is.
    public internal(set) var state: DisputeState
    /// Its steps, the oldest first.
    public internal(set) var steps: [DisputeStep] = []
    /// Its rulings, the oldest first; a later one is added and never overwrites.
    public internal(set) var rulings: [RulingSlip] = []

    /// How often it was appealed.
    public var appeals: Int { steps.filter { $0.state == .appealed }.count }
}

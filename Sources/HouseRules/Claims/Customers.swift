/// What reception knows of the visits of today and of what is arranged; whose a customer is, the
/// dossiers know (``Ownership``). Never reads a policy.
public struct Customers: Codable, Hashable, Sendable {
    /// Visits in hand and those finished since the last sheet.
    public internal(set) var traces: [VisitID: VisitTrace] = [:]
    /// Visits of before the last sheet, and more than are remembered, whose entry may still come
    /// (REC-48).
    public internal(set) var unlogged: [VisitID: VisitTrace] = [:]
    /// Finished visits, the oldest first.
    public internal(set) var finished: [VisitID] = []
    /// Visits of the day that are void (REC-15).
    public internal(set) var voided: [VisitID] = []
    /// Entered visits whose customer may still be claimed, until then (REC-31).
    public internal(set) var entries: [VisitID: Moment] = [:]
    /// Receptions that wait for proof (REC-34).
    public internal(set) var proofs: [VisitID: AwaitedProof] = [:]
    /// Appointments of today and later (REC-38).
    public internal(set) var appointments: [Appointment] = []
    /// Receptions in place of a colleague who has not read of it yet (REC-39).
    public internal(set) var handovers: [VisitID: Handover] = [:]
    /// Customers who want another consultant, until management decides (REC-36).
    public internal(set) var requests: [SlipID: ChangeRequest] = [:]
    /// The group of each consultant, where the site has groups (REC-39).
    public internal(set) var groups: [StaffID: String] = [:]

    /// An empty register.
    public init() {}
}

/// The house's rules as typed knobs; a rule pack fills it (制度包).
public struct Policy: Codable, Hashable, Sendable {
    /// Turn order, REC-01 … REC-18.
    public var rotation = RotationPolicy()
    /// Call turns, REC-54 … REC-56.
    public var calls = CallPolicy()
    /// Order on the floor, REC-10 … REC-17.
    public var duty = DutyPolicy()
    /// Recognising customers, REC-21 … REC-44.
    public var claims = ClaimPolicy()
    /// Registers, REC-45 … REC-53 and REC-55 … REC-66.
    public var registers = RegisterPolicy()
    /// Whose customer it is over time (OWN-01 … OWN-42).
    public var ownership = OwnershipPolicy()
    /// Whose deal it is (OWN-22 … OWN-38).
    public var adjudication = AdjudicationPolicy()
    /// Channels and recommendations (OWN-43 … OWN-54).
    public var channels = ChannelPolicy()
    /// Units, orders and money (SAL-01 … SAL-37).
    public var sales = SalesPolicy()
    /// Selection days, openings and allotments (SEL-01 … SEL-10).
    public var selection = SelectionPolicy()
    /// Pay by the score (SAT-37).
    public var commission = CommissionPolicy()

    /// The catalogue's defaults.
    public init() {}
}

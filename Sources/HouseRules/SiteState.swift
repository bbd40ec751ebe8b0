/// What rules need to know of a site now: a fold of its events.
public struct SiteState: Codable, Hashable, Sendable {
    /// Turn order and open visits.
    public var rotation = Rotation()
    /// Call turns and open calls.
    public var calls = CallRotation()
    /// Order on the floor.
    public var duty = DutyDesk()
    /// What reception knows of customers.
    public var customers = Customers()
    /// What the registers wait for.
    public var registers = Registers()
    /// Whose customer it is over time (OWN-01 … OWN-42).
    public var ownership = Ownership()
    /// Whose deal it is (OWN-22 … OWN-38).
    public var adjudication = Adjudication()
    /// Channels and recommendations (OWN-43 … OWN-54).
    public var channels = Channels()
    /// Units, orders and money (SAL-01 … SAL-37).
    public var sales = Sales()
    /// Selection days, openings and allotments (SEL-01 … SEL-10).
    public var selection = Selection()
    /// The pay of a month (SAT-37).
    public var commission = CommissionBooks()

    /// A site before its first event.
    public init() {}

    /// Makes one fact true; never reads a policy and never fails.
    public mutating func apply(_ event: SiteEvent) {
        switch event {
        case .reception(let event):
            registers.follow(event, rotation)
            rotation.apply(event)
            duty.note(event)
            customers.follow(event)
            adjudication.follow(event, customers, ownership)
            channels.follow(event, ownership)
            sales.follow(event)
        case .presence(let event):
            rotation.apply(event)
            duty.note(event)
        case .calls(let event):
            registers.follow(event, calls.open)
            sales.follow(event, calls.open)
            calls.apply(event, members: &rotation.members)
        case .duty(let event):
            rotation.apply(event)
            duty.apply(event)
            customers.follow(event)
        case .claims(let event):
            registers.follow(event)
            duty.note(event)
            if case .proofMissing(let visit, _) = event, let proof = customers.proofs[visit] {
                adjudication.failProof(visit, proof, customers.traces[visit])
            }
            customers.apply(event)
            channels.follow(event, ownership)
            ownership.follow(event)
            adjudication.follow(event, customers, ownership)
        case .registers(let event):
            registers.apply(event)
            customers.follow(event)
            adjudication.follow(event, customers, ownership)
            channels.follow(event)
        case .ownership(let event):
            ownership.apply(event)
        case .adjudication(let event):
            adjudication.apply(event)
        case .channels(let event):
            channels.apply(event)
        case .sales(let event):
            selection.follow(event, sales)
            adjudication.follow(event, sales)
            sales.apply(event)
        case .selection(let event):
            sales.follow(event)
            selection.apply(event, sales)
        case .commission(let event):
            commission.apply(event)
        }
    }
}

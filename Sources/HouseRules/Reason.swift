/// One step of the reasoning behind a decision, with the evidence it rests on.
///
/// The shell turns each into a Chinese sentence with one exhaustive switch. The large ones lie
/// apart, for every reason is as large as the largest.
public enum Reason: Codable, Hashable, Sendable {
    /// About receiving visitors.
    case reception(ReceptionReason)
    /// About telephone calls.
    case calls(CallReason)
    /// About order on the floor.
    case duty(DutyReason)
    /// About whose customer it is.
    case claims(ClaimReason)
    /// About registers, texts, promises and checks.
    indirect case registers(RegisterReason)
    /// About ownership.
    case ownership(OwnershipReason)
    /// About deals and quarrels.
    case adjudication(AdjudicationReason)
    /// About channels.
    indirect case channels(ChannelReason)
    /// About units, orders and money.
    indirect case sales(SalesReason)
    /// About selection days.
    indirect case selection(SelectionReason)
    /// About pay.
    indirect case commission(CommissionReason)
    /// The command does not stand.
    case refused(Refusal)

    /// The clause that this reason applies.
    public var clause: Clause {
        switch self {
        case .reception(let reason): reason.clause
        case .calls(let reason): reason.clause
        case .duty(let reason): reason.clause
        case .claims(let reason): reason.clause
        case .registers(let reason): reason.clause
        case .ownership(let reason): reason.clause
        case .adjudication(let reason): reason.clause
        case .channels(let reason): reason.clause
        case .sales(let reason): reason.clause
        case .selection(let reason): reason.clause
        case .commission(let reason): reason.clause
        case .refused(let refusal): refusal.clause
        }
    }
}

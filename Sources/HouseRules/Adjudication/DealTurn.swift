/// What became of a deal after it was entered; whose it is does not change by it.
public enum DealTurnKind: Codable, Hashable, Sendable {
    /// It no longer stands: given back, or the unit went to somebody else (SAL-06, SAL-27).
    case ended(VoidCause)
    /// Another unit for the one it was signed for (SAL-16).
    case swapped(UnitID, for: UnitID)
    /// Another buyer (SAL-16).
    case renamed
    /// Another consultant looks after it (SAL-16).
    case handedOn(StaffID, from: StaffID)
}

/// One such turn.
public struct DealTurn: Codable, Hashable, Sendable {
    /// When.
    public var at: Moment
    /// What.
    public var kind: DealTurnKind
}

extension DealFile {
    /// Why it no longer stands, and since when; nil: it stands.
    public var ended: (cause: VoidCause, at: Moment)? {
        for turn in turns.reversed() {
            if case .ended(let cause) = turn.kind { return (cause, turn.at) }
        }
        return nil
    }
}

extension Adjudication {
    /// Follows what becomes of the orders of deals; `sales` is as it was before.
    mutating func follow(_ event: SalesEvent, _ sales: Sales) {
        switch event {
        case .orderVoided(let void):
            turn(void.order, DealTurn(at: void.at, kind: .ended(void.cause)))
        case .changeApproved(let change, _, _, let at):
            guard let order = sales.orders[change.order] else { return }
            let kind: DealTurnKind =
                switch change.kind {
                case .rename: .renamed
                case .swap(let unit): .swapped(unit, for: order.unit)
                case .handOn(let staff): .handedOn(staff, from: order.staff)
                }
            turn(change.order, DealTurn(at: at, kind: kind))
        default: break
        }
    }

    /// The number of an order is that of its deal.
    private mutating func turn(_ order: OrderID, _ turn: DealTurn) {
        deals[DealID(order.rawValue)]?.turns.append(turn)
    }
}

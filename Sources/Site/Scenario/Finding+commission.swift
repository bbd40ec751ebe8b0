import HouseRules

extension Finding {
    /// What is expected of the pay of a month.
    func commissionSeen(_ key: ExpectKey) -> Seen {
        switch key {
        case .pay: .pairs(statements.map { pair(name($0.staff), "\($0.payable.fen)") })
        case .gross: .pairs(statements.map { pair(name($0.staff), "\($0.gross.fen)") })
        case .carried:
            .pairs(
                statements.filter { $0.carried.fen < 0 }.map {
                    pair(name($0.staff), "\($0.carried.fen)")
                })
        case .lines:
            .words(
                statements.flatMap { statement in
                    statement.lines.map { line in
                        "\(name(statement.staff)) \(line.deal?.rawValue ?? "-") "
                            + "\(line.kind.name) \(line.amount.fen)"
                    }
                })
        default: .nothing
        }
    }

    private var statements: [Statement] {
        (ruling?.reasons ?? []).compactMap { reason in
            guard case .commission(.stated(let statement)) = reason else { return nil }
            return statement
        }
    }

    private func name(_ staff: StaffID?) -> String { staff?.rawValue ?? "pool" }
}

extension LineKind {
    fileprivate var name: String {
        switch self {
        case .share: "share"
        case .part: "part"
        case .override: "override"
        case .clawback: "clawback"
        case .moved: "moved"
        case .correction: "correction"
        }
    }
}

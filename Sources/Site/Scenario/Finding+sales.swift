import HouseRules

extension Finding {
    /// What is expected of units, orders and money.
    func salesSeen(_ key: ExpectKey) -> Seen {
        let sales = state.sales
        switch key {
        case .units:
            return .pairs(
                sales.units.sorted { $0.key < $1.key }
                    .map { pair($0.key.rawValue, $0.value.status.rawValue) })
        case .occupants:
            return .pairs(
                sales.units.sorted { $0.key < $1.key }.map {
                    pair($0.key.rawValue, $0.value.holding?.person.rawValue ?? Seen.nobody)
                })
        case .orders:
            return .words(
                sales.orders.sorted { $0.key < $1.key }
                    .map { "\($0.key) \($0.value.stage.rawValue)" })
        case .receipts:
            return .words(
                sales.receipts.sorted { $0.key.rawValue < $1.key.rawValue }
                    .map { "\($0.key.rawValue) \($0.value)" })
        case .refunds:
            return .words(
                sales.refunds.sorted { $0.key < $1.key }
                    .map { "\($0.key) \($0.value.order) \(yuan($0.value.amount))" })
        case .requests: return .words(sales.requests.keys.map(\.rawValue).sorted())
        case .totals: return .words(totals)
        case .signings:
            let count = sales.timelySigning(month: day, on: day)
            return .word("\(count.onTime)/\(count.due)")
        case .listed: return .words(sales.listed.map(\.rawValue).sorted())
        case .unread:
            return .pairs(
                state.rotation.members.map {
                    pair($0.staff.rawValue, "\(sales.unread(by: $0.staff))")
                })
        default: return selectionSeen(key)
        }
    }

    private var totals: [String] {
        (ruling?.reasons ?? []).compactMap { reason in
            guard case .sales(.priced(_, _, let total)) = reason else { return nil }
            return total.fen % 100 == 0 ? yuan(total) + ".00" : yuan(total)
        }
    }
}

/// Yuan as a worked example writes them: cents only where there are some.
func yuan(_ money: Money) -> String {
    let cents = money.fen % 100
    guard cents != 0 else { return "\(money.fen / 100)" }
    return "\(money.fen / 100)." + (cents < 10 ? "0\(cents)" : "\(cents)")
}

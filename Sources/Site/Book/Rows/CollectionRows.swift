import Database
import HouseRules

extension ListWriter {
    /// `refund_row`: money that went back, on the day on which it did (SAL-14).
    static let refunds = ListWriter(
        name: "refund_row",
        clear: { ["DELETE FROM refund_row WHERE site = \($0)"] },
        write: { entry, site in
            entry.events.compactMap { event in
                guard case .sales(.refunded(let slip, let at)) = event else { return nil }
                return """
                    INSERT INTO refund_row (site, number, orders, cause, amount, is_receipted, \
                    at) VALUES (\(site), \(slip.number), \(slip.order), \(slip.cause.rawValue), \
                    \(slip.amount.fen), \(slip.isReceipted ? 1 : 0), \(at))
                    """
            }
        })

    /// `instalment_row`: what should be there by which day, as it was last arranged (SAL-23).
    static let instalments = ListWriter(
        name: "instalment_row",
        clear: { ["DELETE FROM instalment_row WHERE site = \($0)"] },
        write: { entry, site in
            entry.events.flatMap { event -> [SQL] in
                guard case .sales(.scheduled(let order, let parts, _, _)) = event else {
                    return []
                }
                let old: SQL = """
                    DELETE FROM instalment_row WHERE site = \(site) AND orders = \(order)
                    """
                var before: Int64 = 0
                return [old]
                    + parts.enumerated().map { position, part in
                        defer { before = max(before, part.total.fen) }
                        return """
                            INSERT INTO instalment_row (site, orders, position, due, earlier, \
                            total) VALUES (\(site), \(order), \(position), \(part.due), \(before), \
                            \(part.total.fen))
                            """
                    }
            }
        })
}

/// What falls due about units and orders by itself.
public enum SalesDue: Codable, Hashable, Sendable {
    /// A hold or the time to pay runs out (SAL-02, SAL-05).
    case unit(UnitID)
    /// The paper of a void order is still out (SAL-12).
    case original(OrderID)
    /// The file of a deal was not made on its day (SAL-25).
    case dealFile(OrderID)
    /// Money is to come so many days from the due day; negative: it is late (SAL-23).
    case instalment(OrderID, BusinessDay, ahead: Int)
    /// A stage of the loan waits too long (SAL-20).
    case stage(OrderID, DealStage)
    /// A paper is lent for too long (SAL-22).
    case document(OrderID, StaffID)
}

/// Deadlines, the earliest first, each with its first second; set and dropped without a walk over
/// all of them.
public struct SalesAgenda: Codable, Hashable, Sendable {
    private struct Line: Codable, Hashable, Sendable {
        var from: Moment
        var due: SalesDue
    }

    private var lines: [Line] = []
    private var times: [SalesDue: Moment] = [:]

    /// The earliest first second.
    public var first: Moment? { lines.first?.from }

    /// How many wait.
    public var count: Int { lines.count }

    /// The first second at which it is due; nil: it does not wait.
    public func time(of due: SalesDue) -> Moment? { times[due] }

    /// The first of those that are due by then.
    func next(by moment: Moment) -> SalesDue? {
        lines.first.flatMap { $0.from <= moment ? $0.due : nil }
    }

    /// Sets a deadline, in place of an earlier one; nil drops it.
    mutating func set(_ due: SalesDue, from: Moment?) {
        if let old = times.removeValue(forKey: due) {
            var index = place(of: old)
            while lines[index].due != due { index += 1 }
            lines.remove(at: index)
        }
        guard let from else { return }
        times[due] = from
        lines.insert(Line(from: from, due: due), at: place(of: from.adding(seconds: 1)))
    }

    /// The first line that is not before a moment; deadlines are whole seconds.
    private func place(of moment: Moment) -> Int {
        var low = 0
        var high = lines.count
        while low < high {
            let middle = (low + high) / 2
            if lines[middle].from < moment { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

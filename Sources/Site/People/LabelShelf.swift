import Synchronization

/// Names with masked numbers that were opened lately, so that a list does not open them again with
/// every look at it. They are found by their sealed text alone: of somebody who was changed or
/// erased the old text is no longer read, and so never found.
final class LabelShelf: Sendable {
    private let labels = Mutex<[String: String]>([:])
    private let limit: Int

    /// Keeps at most so many; when it is full it begins anew.
    init(limit: Int = 20_000) { self.limit = limit }

    /// The label of a sealed text, opened if need be. What has no text is never kept.
    func label(of sealed: String, opening open: () throws -> String) rethrows -> String {
        if let label = labels.withLock({ $0[sealed] }) { return label }
        let label = try open()
        guard !sealed.isEmpty else { return label }
        labels.withLock { labels in
            if labels.count >= limit { labels.removeAll(keepingCapacity: true) }
            labels[sealed] = label
        }
        return label
    }
}

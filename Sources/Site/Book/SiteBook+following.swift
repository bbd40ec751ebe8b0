import HouseRules
import Logging

extension SiteBook {
    /// Looks at the journal every so often for what other processes wrote.
    public func follow(every interval: Duration = .milliseconds(200)) {
        repeatedly(every: interval, "the journal could not be read") { book in
            try await book.refresh()
        }
    }

    /// Asks every second whether something is due by itself, and if so has it settled.
    public func keepTime(every interval: Duration = .seconds(1)) {
        repeatedly(every: interval, "what is due could not be settled") { book in
            try await book.settleWhatIsDue()
        }
    }

    /// Settles what is due by now; nothing is written when nothing is.
    /// - Throws: as ``perform(_:id:by:alongside:at:)``.
    public func settleWhatIsDue() async throws {
        let now = Moment(milliseconds: setting.surroundings.now())
        let at = max(now, head.at)
        guard setting.rules.isDue(state, policies.policy(at: at).policy, at) else { return }
        let id = DecisionID(setting.surroundings.newID())
        _ = try await perform(.settleDue, id: id, by: .clock, at: at)
    }

    /// Stops following, ends all subscriptions, lets waiting commands finish and takes a snapshot.
    /// The book can still be used, as any second book on the same journal.
    public func close() async {
        for task in background { task.cancel() }
        background = []
        for subscriber in subscribers.values { subscriber.finish() }
        if isAtWork { await withCheckedContinuation { drainWaiters.append($0) } }
        await snapshotTask?.value
        await takeSnapshot()
    }

    /// Whether nobody listens, nothing waits and nothing was asked since a moment.
    func isIdle(since moment: Moment) -> Bool {
        subscribers.isEmpty && !isAtWork && lastUse < moment
    }

    private func repeatedly(
        every interval: Duration, _ complaint: String,
        _ step: @escaping @Sendable (SiteBook) async throws -> Void
    ) {
        let log = setting.surroundings.log
        let task = Task { [weak self, site] in
            while !Task.isCancelled {
                do {
                    try await Task.sleep(for: interval)
                    guard let self else { return }
                    try await step(self)
                } catch is CancellationError {
                    return
                } catch {
                    log.warning(
                        "\(complaint)", metadata: ["site": "\(site)", "error": "\(error)"])
                }
            }
        }
        background.append(task)
    }
}

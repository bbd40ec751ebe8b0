import HouseRules

extension Finding {
    /// What is expected of deals and quarrels.
    func adjudicationSeen(_ key: ExpectKey) -> Seen {
        let files = state.adjudication.deals.sorted { $0.key < $1.key }.map(\.value)
        switch key {
        case .performance: return .words(files.flatMap { shares($0, .performance) })
        case .commission: return .words(files.flatMap { shares($0, .commission) })
        case .amounts:
            return .words(
                files.flatMap { file in
                    (file.current?.shares.amounts(.commission, of: file.deal.commission) ?? [])
                        .map { prefix(file) + name($0.staff) + " \($0.amount.fen)" }
                })
        case .lost:
            return .words(
                files.flatMap { file in
                    (file.current?.runnersUp ?? []).map {
                        prefix(file) + "\($0.staff) " + caseName($0.why)
                    }
                })
        case .books:
            return .words(
                files.flatMap { $0.current?.bookings ?? [] }.map {
                    let month = $0.month.text.dropLast(3)
                    return "\(name($0.staff)) \($0.side.rawValue) \($0.amount.fen) \(month)"
                })
        case .contested: return .words(files.filter(\.isContested).map(\.deal.deal.rawValue))
        case .disputes:
            return .words(
                state.adjudication.disputes.sorted { $0.key < $1.key }
                    .map { "\($0.key) \($0.value.state.rawValue)" })
        default: return channelSeen(key)
        }
    }

    /// `A 50`, with the deal before it where there are several.
    private func shares(_ file: DealFile, _ side: DealSide) -> [String] {
        (file.current?.shares.side(side) ?? []).map {
            prefix(file) + name($0.staff) + " " + decimal($0.points)
        }
    }

    private func prefix(_ file: DealFile) -> String {
        state.adjudication.deals.count > 1 ? "\(file.deal.deal) " : ""
    }

    private func name(_ staff: StaffID?) -> String { staff?.rawValue ?? "pool" }

    private func caseName(_ why: LossReason) -> String {
        String(String(describing: why).prefix { $0 != "(" })
    }
}

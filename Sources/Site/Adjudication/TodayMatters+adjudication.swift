import HouseRules

extension TodayMatters {
    /// Quarrels about customers and deals that wait for management (OWN-30).
    var quarrels: [TodayView.Line] {
        state.adjudication.disputes.values.filter(\.state.isOpen)
            .sorted { ($0.at, $0.slip) < ($1.at, $1.slip) }
            .map { dispute in
                TodayView.Line(
                    title: dispute.parties.map { names.name($0) }.listed,
                    text: "\(dispute.at.words) 提出，\(dispute.state.label)。",
                    link: ("去处理", "/adjudications"))
            }
    }
}

import HouseRules

extension TodayMatters {
    /// Customers who want another consultant, the first due first (REC-36).
    var consultantChanges: [TodayView.Line] {
        state.customers.requests.values
            .sorted { ($0.due, $0.wish.slip) < ($1.due, $1.wish.slip) }
            .map { request in
                let wanted = request.wish.wants.map { "，想要\(names.name($0))" } ?? ""
                let whose = "\(names.name(request.from))的客户要换人"
                let late = now > request.due ? "，已经逾时" : ""
                return TodayView.Line(
                    title: "\(whose)（\(request.wish.cause.label)）\(wanted)",
                    text: "等了\(ageWords(now.seconds(since: request.at)))，"
                        + "\(request.due.words) 前裁决\(late)。",
                    link: ("去裁决", "/changes#\(request.wish.slip)"))
            }
    }
}

/// How long something has waited: `25 分钟`, `3 小时 5 分`, `2 天 4 小时`.
func ageWords(_ seconds: Int) -> String {
    let minutes = max(0, seconds) / 60
    if minutes < 60 { return " \(minutes) 分钟" }
    let hours = minutes / 60
    return hours < 24 ? " \(hours) 小时 \(minutes % 60) 分" : " \(hours / 24) 天 \(hours % 24) 小时"
}

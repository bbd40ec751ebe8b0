import HouseRules

extension ChannelReason {
    /// The step as a sentence.
    public func sentence(names: Names) -> String {
        switch self {
        case .reported(let from): "报备已记下，客户 \(from.clockWords) 起到访才算渠道。"
        }
    }
}

extension ChannelRefusal {
    /// What happened and what to do next; the clause and the code are shown beside it.
    public func sentence(names: Names) -> String {
        switch self {
        case .reportExists(let slip): "报备单 \(slip) 已经登记过。请核对编号。"
        }
    }
}

extension ChannelCommand {
    /// What was asked, in words.
    func question(_ names: Names) -> String {
        switch self {
        case .report(let report): "\(report.channel)报备带客"
        }
    }

    /// The stable name of what is asked, for lists.
    var kind: String {
        switch self {
        case .report: "channels.report"
        }
    }

    /// Whom and what it is about.
    var subject: (staff: StaffID?, visit: VisitID?, call: CallID?) { (nil, nil, nil) }
}

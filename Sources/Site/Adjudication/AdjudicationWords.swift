import HouseRules

extension AdjudicationReason {
    /// The step as a sentence.
    public func sentence(names: Names) -> String {
        switch self {
        case .closedBy(let staff): "\(names(staff))下的单，没有人拿出更早的凭据就归\(names(staff))。"
        }
    }
}

extension AdjudicationRefusal {
    /// What happened and what to do next; the clause and the code are shown beside it.
    public func sentence(names: Names) -> String {
        switch self {
        case .dealExists(let deal): "成交单 \(deal) 已经登记过。请核对编号。"
        }
    }
}

extension AdjudicationCommand {
    /// What was asked, in words.
    func question(_ names: Names) -> String {
        switch self {
        case .order(_, _, let staff): "\(names(staff))的客户成交"
        }
    }

    /// The stable name of what is asked, for lists.
    var kind: String {
        switch self {
        case .order: "adjudication.order"
        }
    }

    /// Whom and what it is about.
    var subject: (staff: StaffID?, visit: VisitID?, call: CallID?) {
        switch self {
        case .order(_, _, let staff): (staff, nil, nil)
        }
    }
}

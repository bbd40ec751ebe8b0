import HouseRules

extension ClaimCommand {
    /// The stable name of what is asked, for lists.
    var kind: String {
        switch self {
        case .note: "claims.note"
        }
    }

    /// Whom and what it is about.
    var subject: (staff: StaffID?, visit: VisitID?, call: CallID?) {
        switch self {
        case .note(let fact): (fact.staff, nil, nil)
        }
    }

    /// What was asked, in words.
    func question(_ names: Names) -> String {
        switch self {
        case .note(let fact): "记下 \(names(fact.staff)) 的客户"
        }
    }
}

extension ClaimReason {
    /// The step as a sentence.
    public func sentence(names: Names) -> String {
        switch self {
        case .noted(let staff):
            "记在\(names(staff))名下。"
        }
    }
}

extension ClaimRefusal {
    /// What happened and what to do next; the clause and the code are shown beside it.
    public func sentence(names: Names) -> String {
        switch self {
        case .windowClosed(let until):
            "认领只到 \(until.clockWords)，已经过了。有异议请找销售经理改判。"
        }
    }
}

import HouseRules

extension DutyCommand {
    /// The stable name of what is asked, for lists.
    var kind: String {
        switch self {
        case .handFront: "duty.handFront"
        }
    }

    /// Whom and what it is about.
    var subject: (staff: StaffID?, visit: VisitID?, call: CallID?) {
        switch self {
        case .handFront(let from, _): (from, nil, nil)
        }
    }

    /// What was asked, in words.
    func question(_ names: Names) -> String {
        switch self {
        case .handFront(let from, let to): "\(names(from)) 把首位交接给 \(names(to))"
        }
    }
}

extension DutyReason {
    /// The step as a sentence.
    public func sentence(names: Names) -> String {
        switch self {
        case .frontHanded(let from, let to):
            "\(names(from))把首位交接给\(names(to))，对方已读。"
        }
    }
}

extension DutyRefusal {
    /// What happened and what to do next; the clause and the code are shown beside it.
    public func sentence(names: Names) -> String {
        switch self {
        case .notOnStand(let staff):
            "\(names(staff))不在候位，不能接过首位。请交接给正在候位的人。"
        }
    }
}

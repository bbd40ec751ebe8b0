import HouseRules

extension OwnershipReason {
    /// The step as a sentence.
    public func sentence(names: Names) -> String {
        switch self {
        case .related(let kinship, let isNear):
            isNear
                ? "记下\(kinship.label)关系，算直系亲属。"
                : "记下\(kinship.label)关系，不算直系亲属，不合并归属。"
        }
    }
}

extension OwnershipRefusal {
    /// What happened and what to do next; the clause and the code are shown beside it.
    public func sentence(names: Names) -> String {
        switch self {
        case .kinshipUnproven: "亲属关系还没有凭据。请附户口本、结婚证等材料，或由客户签字确认。"
        }
    }
}

extension OwnershipCommand {
    /// What was asked, in words.
    func question(_ names: Names) -> String {
        switch self {
        case .relate(_, _, let kinship, _): "登记\(kinship.label)关系"
        }
    }

    /// The stable name of what is asked, for lists.
    var kind: String {
        switch self {
        case .relate: "ownership.relate"
        }
    }

    /// Whom and what it is about.
    var subject: (staff: StaffID?, visit: VisitID?, call: CallID?) { (nil, nil, nil) }
}

extension Kinship: Labelled {
    /// How somebody is related.
    public var label: String {
        switch self {
        case .parent: "父母"
        case .child: "子女"
        case .spouse: "夫妻"
        case .sibling: "兄弟姐妹"
        case .relative: "其他亲戚"
        case .friend: "朋友"
        }
    }
}

/// What the site knows of its customers: whose they were and are, and who is whose kin; never reads
/// a policy.
public struct Ownership: Codable, Hashable, Sendable {
    /// One dossier for each customer that anybody received or telephoned with.
    public internal(set) var dossiers: [PersonID: Dossier] = [:]

    /// No customers.
    public init() {}

    /// Every stretch of a customer, the earliest first.
    public func records(of person: PersonID) -> [OwnershipRecord] {
        dossiers[person]?.records ?? []
    }

    /// Near kin of a customer, as proven (OWN-27).
    public func kin(of person: PersonID) -> [PersonID: Kinship] { dossiers[person]?.kin ?? [:] }

    /// Makes one fact true.
    mutating func apply(_ event: OwnershipEvent) {
        switch event {
        case .related(let person, let other, let kinship):
            dossiers[person, default: Dossier()].kin[other] = kinship
            dossiers[other, default: Dossier()].kin[person] = kinship.reversed
        }
    }

    /// Follows the register of reception: a follow-up moves the clock of the stretch that runs, a
    /// new beginning is a stretch of its own.
    mutating func follow(_ event: ClaimEvent) {
        guard case .tied(let fact) = event, let basis = OwnershipBasis(fact.kind) else { return }
        var records = dossiers[fact.person]?.records ?? []
        let running = records.lastIndex { $0.staff == fact.staff && $0.basis == basis }
        if let running, records[running].clock.began == fact.clock.began {
            records[running].clock = fact.clock
        } else {
            records.append(OwnershipRecord(staff: fact.staff, basis: basis, clock: fact.clock))
        }
        dossiers[fact.person, default: Dossier()].records = records
    }
}

/// What is known of one customer.
public struct Dossier: Codable, Hashable, Sendable {
    /// Stretches in the order in which they began.
    public internal(set) var records: [OwnershipRecord] = []
    /// Near kin, as proven (OWN-27).
    public internal(set) var kin: [PersonID: Kinship] = [:]

    /// Nothing yet.
    public init() {}
}

/// How somebody is related to a customer (OWN-27).
public enum Kinship: String, Codable, Sendable, CaseIterable {
    /// 父母.
    case parent
    /// 子女.
    case child
    /// 夫妻.
    case spouse
    /// 兄弟姐妹.
    case sibling
    /// 其他亲戚.
    case relative
    /// 朋友.
    case friend

    /// The same seen from the other side.
    var reversed: Kinship {
        switch self {
        case .parent: .child
        case .child: .parent
        case .spouse, .sibling, .relative, .friend: self
        }
    }
}

extension OwnershipBasis {
    /// The basis that a line of reception's register stands for; nil: none.
    init?(_ kind: TieKind) {
        switch kind {
        case .visit: self = .visit
        case .call: self = .call
        case .deal, .ownResource, .introduction: return nil
        }
    }
}

/// What a person is on the site (GLOSSARY §3); decides what they may do.
public enum Role: String, Codable, Sendable, CaseIterable {
    /// 销售经理: the highest on the site.
    case salesManager = "sales_manager"
    /// 销售主管.
    case salesSupervisor = "sales_supervisor"
    /// 值班人员 (a consultant on duty for the day).
    case dutyOfficer = "duty_officer"
    /// 导台.
    case frontDeskSecretary = "front_desk_secretary"
    /// 置业顾问.
    case consultant
    /// 内业.
    case clericalStaff = "clerical_staff"
    /// 出纳(财务): the only one who takes money.
    case cashier
    /// 权证专员: contracts, filing, mortgages, titles.
    case titleClerk = "title_clerk"
    /// 集团稽核: reads everything, changes nothing.
    case auditor
    /// 系统管理员: accounts and rule packs.
    case administrator
    /// The clock: what is due by itself.
    case clock

    /// Manager or supervisor (管理人员).
    public var isManagement: Bool { self == .salesManager || self == .salesSupervisor }
}

/// Who asks for a decision.
public struct Actor: Codable, Hashable, Sendable {
    /// The person.
    public let staff: StaffID
    /// The role they act in.
    public let role: Role

    /// A person in a role.
    public init(_ staff: StaffID, _ role: Role) {
        self.staff = staff
        self.role = role
    }

    /// The site's own clock.
    public static let clock = Actor("clock", .clock)
}

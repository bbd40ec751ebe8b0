import HouseRules

extension Role {
    /// The word used at the site.
    var name: String {
        switch self {
        case .salesManager: "销售经理"
        case .salesSupervisor: "销售主管"
        case .dutyOfficer: "值班人员"
        case .frontDeskSecretary: "导台"
        case .consultant: "置业顾问"
        case .clericalStaff: "内业"
        case .cashier: "出纳"
        case .titleClerk: "权证专员"
        case .auditor: "集团稽核"
        case .administrator: "系统管理员"
        case .clock: "系统时钟"
        }
    }
}

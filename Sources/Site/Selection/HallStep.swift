import HouseRules

/// A step of the hall that not everybody there may take by the rules (SEL-03, SEL-04); whoever may
/// not is offered no form for it.
enum HallStep: CaseIterable {
    case call, order, pay, giveBack

    func isOpen(to role: Role) -> Bool {
        switch role {
        case .salesManager, .salesSupervisor, .clericalStaff: true
        case .frontDeskSecretary, .dutyOfficer: self == .call
        case .consultant: self == .order || self == .giveBack
        default: false
        }
    }
}

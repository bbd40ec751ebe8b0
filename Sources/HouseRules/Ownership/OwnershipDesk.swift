/// Whose customer it is (OWN-01 … OWN-42).
extension Deliberation {
    var ownershipKnobs: OwnershipPolicy { policy.ownership }

    mutating func carryOut(_ command: OwnershipCommand) throws(Refusal) -> Outcome {
        switch command {
        case .claimRelative(let visit, let staff): return try claimRelative(visit, staff)
        case .relate, .touch, .findLack, .requestChange, .signChange, .findTampering, .reserve,
            .peek, .tellCase:
            try keepRegister(command)
        case .introduceAhead, .notice, .cancelDeal, .renew, .signRenewal:
            try keepCustomer(command)
        case .setPhases, .handOut, .takeBack, .reassign, .list, .nameAssistant, .depart, .merge,
            .part:
            try keepSite(command)
        }
        return .done
    }

    private mutating func keepRegister(_ command: OwnershipCommand) throws(Refusal) {
        switch command {
        case .relate(let person, let other, let kinship, let proven):
            try relate(person, other, kinship, proven: proven)
        case .touch(let touch): try enter(touch)
        case .findLack(let person, let staff, let lack): try findLack(person, staff, lack)
        case .requestChange(let slip, let change): try requestChange(slip, change)
        case .signChange(let slip): try signChange(slip)
        case .findTampering(let person, let staff, let field):
            try findTampering(person, staff, field)
        case .reserve(let person, let staff): try reserve(person, staff)
        case .peek(let person, let staff, let role): try peek(person, staff, as: role)
        case .tellCase(let person): try tellCase(person)
        default: break
        }
    }

    private mutating func keepCustomer(_ command: OwnershipCommand) throws(Refusal) {
        switch command {
        case .introduceAhead(let person, let introducer, let occurred):
            try introduceAhead(person, by: introducer, occurred: occurred)
        case .notice(let person, let notice): try self.notice(person, notice)
        case .cancelDeal(let person): try cancelDeal(person)
        case .renew(let person, let staff): try enterRenewal(person, staff)
        case .signRenewal(let person, let staff): try signRenewal(person, staff)
        default: break
        }
    }

    private mutating func keepSite(_ command: OwnershipCommand) throws(Refusal) {
        switch command {
        case .setPhases(let stops): try setPhases(stops)
        case .handOut(let slip, let assignments): try handOut(slip, assignments)
        case .takeBack(let slip, let note): try takeBack(slip, note)
        case .reassign(let reassignment): try reassign(reassignment)
        case .list(let staff, let list): try self.list(staff, list)
        case .nameAssistant(let staff, let assistance): try nameAssistant(staff, assistance)
        case .depart(let staff, let kind): try depart(staff, kind)
        case .merge(let person, let root, let note): try merge(person, into: root, note)
        case .part(let person, let note): try part(person, note)
        default: break
        }
    }

    /// Kinship counts once papers or a signature show it (OWN-27).
    private mutating func relate(
        _ person: PersonID, _ other: PersonID, _ kinship: Kinship, proven: Bool
    ) throws(Refusal) {
        try allow(.frontDeskSecretary, .dutyOfficer, .consultant, .clericalStaff)
        guard proven else { throw .ownership(.kinshipUnproven) }
        emit(.related(person, other: other, kinship))
        because(.related(kinship, isNear: ownershipKnobs.immediateFamily.contains(kinship)))
    }
}

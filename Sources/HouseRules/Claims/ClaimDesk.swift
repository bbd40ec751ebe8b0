/// Whose customer a visitor is (REC-21 … REC-44).
extension Deliberation {
    mutating func carryOut(_ command: ClaimCommand) throws(Refusal) -> Outcome {
        switch command {
        case .claim(let claim): return try self.claim(claim)
        case .name(let visit, let staff): return try name(visit, staff)
        case .introduce(let introduction): return try introduce(introduction)
        case .reclassify(let visit, let visitClass, let named):
            return try reclassify(visit, visitClass, named: named)
        case .merge(let one, let other): return try merge(one, other)
        case .split(let visit, let arrival): return try split(visit, arrival)
        case .change(let slip): return try change(slip)
        case .ruleChange(let slip, let ruling, let note):
            return try rule(onChange: slip, ruling, note)
        case .hearStaffReferral(let visit, let contacted, let designated):
            return try hearStaffReferral(visit, contacted: contacted, designated: designated)
        default:
            try writeDown(command)
            return .done
        }
    }

    /// What changes no reception in hand.
    private mutating func writeDown(_ command: ClaimCommand) throws(Refusal) {
        switch command {
        case .note(let fact): try note(fact)
        case .linkCall(let call, let person): try linkCall(call, person)
        case .identify(let visit, let person): try identify(visit, person)
        case .prove(let visit): try prove(visit)
        case .askChange(let wish): try ask(wish)
        case .appoint(let appointment): try appoint(appointment)
        case .noteHandover(let visit, let note): try noteHandover(visit, note)
        case .readHandover(let visit): try readHandover(visit)
        case .group(let staff, let group): try join(staff, group)
        case .meetOnRestDay(let staff, let person, let inUniform):
            try meetOnRestDay(staff, person, inUniform: inUniform)
        case .offsite(let staff, let person, let to, let note):
            try punishOffsite(staff, person, to: to, note)
        case .beginPriceTalk(let visit): try beginPriceTalk(visit)
        case .handOver(let person, let staff, _): try handOver(person, to: staff)
        case .claim, .name, .introduce, .reclassify, .merge, .split, .change, .ruleChange,
            .hearStaffReferral:
            break
        }
    }

    private mutating func join(_ staff: StaffID, _ group: String?) throws(Refusal) {
        try allow(.administrator)
        _ = try known(staff)
        emit(.grouped(staff, group))
        because(.recorded)
    }
}

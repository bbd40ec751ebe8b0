/// The registers and what is changed in them (OWN-02, OWN-09, OWN-10).
extension Deliberation {
    /// A change needs the signature of management; the values themselves are kept elsewhere.
    mutating func requestChange(
        _ slip: SlipID, _ change: RecordChange
    ) throws(Refusal) {
        try allow(.consultant, .frontDeskSecretary, .dutyOfficer, .clericalStaff)
        _ = try known(change.by)
        guard ownership.changes[slip] == nil else { throw .ownership(.slipExists(slip)) }
        guard !change.note.isEmpty, !change.fields.isEmpty else { throw .ownership(.noteMissing) }
        emit(.changeRequested(slip, change))
        because(.changeWaits(change.by))
    }

    mutating func signChange(_ slip: SlipID) throws(Refusal) {
        guard ownershipKnobs.signers.contains(actor.role) else { throw .notPermitted(actor.role) }
        guard ownership.changes[slip] != nil else { throw .ownership(.noSuchSlip(slip)) }
        emit(.changeSigned(slip, by: actor.staff, at: at))
        because(.changeSigned)
    }

    /// Found on paper: signed before it was found, it stands; else the customer is nobody's from
    /// now on and management gives them to somebody (tamper.effect).
    mutating func findTampering(
        _ person: PersonID, _ staff: StaffID, _ field: RecordField
    ) throws(Refusal) {
        try allow(.dutyOfficer)
        let signed = ownership.everybody(person).contains {
            ownership.dossiers[$0]?.signed.contains(field) ?? false
        }
        let counts = ownershipKnobs.tamperFields.contains(field)
        emit(.tamperingFound(person, staff, field, signed: signed, at: at))
        guard counts, !signed else { return because(.changeStands(staff)) }
        because(.tampered(staff, field))
        annul(person, staff, .voidTampered)
    }

    /// One of the three is not there: the stretch never held (three_in_one.failure_effect).
    mutating func findLack(
        _ person: PersonID, _ staff: StaffID, _ lack: ThreeInOne
    ) throws(Refusal) {
        try allow(.dutyOfficer, .clericalStaff)
        emit(.lackFound(person, staff, lack, at: at))
        guard ownershipKnobs.threeInOne.contains(lack), lack != .freshness else {
            return because(.lackAllowed(lack))
        }
        because(.incomplete(staff, lack))
        annul(person, staff, .voidIncomplete)
    }

    /// Ends what somebody has with a customer, who waits for management then.
    mutating func annul(_ person: PersonID, _ staff: StaffID, _ status: OwnershipStatus) {
        let held = ownership.holder(of: person, on: at.day) == staff
        emit(.ended(person, staff, status, on: at.day))
        guard held, ownership.holder(of: person, on: at.day) == nil else { return }
        emit(.pooled(person, PoolEntry(last: staff, since: at.day, why: status)))
        because(.awaitsSomebody(last: staff))
    }

    /// A caller is nobody's own before they were here (OWN-11).
    mutating func reserve(_ person: PersonID, _ staff: StaffID) throws(Refusal) {
        try allowMove(of: staff)
        _ = try known(staff)
        guard let record = ownership.ruling(of: person, on: at.day) else {
            throw .ownership(.noCallOwnership)
        }
        guard record.staff == staff else { throw .claims(.notYourCustomer(staff)) }
        because(.theirs(staff, since: record.clock.began, until: record.until))
    }

    /// Who may look at the plain data of a customer (data.visibility); whoever may not is on record
    /// and a penalty is proposed (F21).
    mutating func peek(_ person: PersonID, _ staff: StaffID, as role: Role) throws(Refusal) {
        try allow(.clock, .consultant, .dutyOfficer, .frontDeskSecretary, .clericalStaff)
        let owner = ownership.holder(of: person, on: at.day)
        if mayLook(staff, role, owner: owner) { return because(.mayLook(staff)) }
        emit(.peeked(person, staff, at: at))
        because(.notYours(staff))
        if let fine = ownershipKnobs.peekFine {
            propose(PenaltyDraft(staff, "F21", fine, about: person.rawValue))
        }
    }

    private func mayLook(_ staff: StaffID, _ role: Role, owner: StaffID?) -> Bool {
        ownershipKnobs.visibility.contains { viewer in
            switch viewer {
            case .owner: owner == staff
            case .management: role.isManagement
            case .clerical: role == .clericalStaff
            }
        }
    }

    /// The case of a deal was told (OWN-56).
    mutating func tellCase(_ person: PersonID) throws(Refusal) {
        guard let told = ownership.cases[person] else { throw .ownership(.nothingBought) }
        try allowMove(of: told.staff)
        emit(.caseTold(person, told.staff, at: at))
        because(.caseTold(told.staff))
    }
}

/// Who sees a customer's plain data (data.visibility).
public enum DataViewer: String, Codable, Sendable, CaseIterable {
    /// 本人.
    case owner
    /// 管理人员.
    case management = "manager"
    /// 内业.
    case clerical
}

/// Appointments, days of rest, receptions outside and recommendations (REC-38, REC-40 … REC-42).
extension Deliberation {
    /// Whoever will not be there puts somebody in their place first (REC-38).
    mutating func appoint(_ appointment: Appointment) throws(Refusal) {
        try allowMove(of: appointment.staff)
        _ = try known(appointment.staff)
        if let substitute = appointment.substitute { _ = try known(substitute) }
        if appointment.isAbsent, appointment.substitute == nil,
            claimKnobs.appointmentNeedsSubstitute
        {
            throw .claims(.substituteRequired(appointment.staff))
        }
        guard appointment.at > at else { throw .tooOld(appointment.at) }
        emit(.appointmentMade(appointment))
        because(.appointment(appointment.staff, substitute: appointment.substitute))
    }

    /// Only own customers, in uniform (REC-40).
    mutating func meetOnRestDay(
        _ staff: StaffID, _ person: PersonID, inUniform: Bool
    ) throws(Refusal) {
        try allowMove(of: staff)
        _ = try known(staff)
        guard standing(of: person, with: staff).isOwned else {
            throw .claims(.notYourCustomer(staff))
        }
        guard inUniform || !claimKnobs.restDayUniform else { throw .claims(.uniformRequired) }
        emit(.restDayMeeting(staff, person, at: at))
        because(.restDay(staff))
    }

    /// Established by management: off the floor, and the customer goes to somebody else (REC-41).
    mutating func punishOffsite(
        _ staff: StaffID, _ person: PersonID?, to: StaffID?, _ note: String
    ) throws(Refusal) {
        try allow()
        let member = try known(staff)
        if let to { _ = try known(to) }
        guard member.visit == nil, member.call == nil else { throw .busy(staff) }
        because(.offsite(staff))
        clearOwed(to: staff)
        emit(.moved(staff, to: .suspended, at: at, until: nil))
        emit(.offsite(staff, person, to: to, note: note))
        guard let person else { return }
        guard let to else { return annul(person, staff, .voidByRuling) }
        because(.givenTo(to))
        transfer(person, to: to, .voidByRuling)
    }

    /// From here on a recommendation comes too late (REC-42).
    mutating func beginPriceTalk(_ visit: VisitID) throws(Refusal) {
        let trace = try traced(visit)
        guard let staff = trace.receptionist, trace.finishedAt == nil else {
            throw .unknownVisit(visit)
        }
        try allowMove(of: staff)
        if trace.priceAt == nil { emit(.priceTalkBegan(visit, at: at)) }
        because(.priceTalk)
    }

    /// Asked before the price was talked about, answered before the group left (REC-42).
    mutating func hearStaffReferral(
        _ visit: VisitID, contacted: Moment, designated: StaffID?
    ) throws(Refusal) -> Outcome {
        try allow(.frontDeskSecretary, .dutyOfficer, .consultant)
        guard knobs.turnTable[.staffReferral] != nil else { throw .classNotInTable(.staffReferral) }
        if let designated { _ = try known(designated) }
        let trace = try traced(visit)
        guard let staff = trace.receptionist, trace.finishedAt == nil else {
            throw .unknownVisit(visit)
        }
        guard contacted.wholeSecond <= at.wholeSecond else { throw .inTheFuture(contacted) }
        let decisive = claimKnobs.referralMoment == .contact ? contacted : at
        if let began = trace.priceAt, decisive.wholeSecond >= began.wholeSecond {
            throw .claims(.priceTalkBegan(began))
        }
        emit(.staffReferralHeard(visit, contacted: contacted, designated: designated))
        guard let designated, designated != staff else {
            because(.recommendedNobody)
            return .receptionist(staff, trace.effect ?? .notCounted)
        }
        because(.recommended(designated))
        return redirect(
            visit, trace,
            NewCourse(
                visitClass: .staffReferral, owner: designated, effect: .notCounted,
                givesBack: claimKnobs.referralReturnsTurn))
    }
}

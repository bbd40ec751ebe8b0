/// A suspension from visits and calls (停接, REC-12).
public struct Suspension: Codable, Hashable, Sendable {
    /// Who.
    public var staff: StaffID
    /// What happened, by a name of its own: one incident is judged once.
    public var incident: String
    /// What they did.
    public var misconduct: Misconduct
    /// The facts, in words.
    public var facts: String
    /// Who found it.
    public var finder: StaffID
    /// As what.
    public var role: Role
    /// The days, each a day on duty by the plan.
    public var days: [BusinessDay]
    /// When it was issued.
    public var at: Moment
}

/// Suspensions (REC-12).
extension Deliberation {
    mutating func suspend(
        _ staff: StaffID, _ misconduct: Misconduct, incident: String, facts: String
    ) throws(Refusal) {
        try allow()
        _ = try known(staff)
        guard !facts.isEmpty, !incident.isEmpty else { throw .duty(.factsMissing) }
        guard let count = suspensionDays(misconduct), count > 0 else {
            throw .duty(.suspensionNotInUse)
        }
        let lighter = duty.suspensions.first { $0.staff == staff && $0.incident == incident }
        if let lighter, lighter.role == .salesManager || actor.role != .salesManager {
            throw .duty(.incidentJudged(incident))
        }
        if lighter != nil { because(.replacesLighter(staff)) }
        let days = daysOnDuty(of: staff, count, besides: incident)
        let suspension = Suspension(
            staff: staff, incident: incident, misconduct: misconduct, facts: facts,
            finder: actor.staff, role: actor.role, days: days, at: at)
        clearOwed(to: staff)
        emit(.suspended(suspension))
        because(.suspended(staff, days: days, by: actor.role))
    }

    private func suspensionDays(_ misconduct: Misconduct) -> Int? {
        switch (misconduct, actor.role) {
        case (.refusal, _): policy.duty.refusalDays
        case (.evasion, .salesManager): policy.duty.managerDays
        case (.evasion, _): policy.duty.supervisorDays
        }
    }

    /// Days on duty from today on, or from the end of the suspensions that run already.
    private func daysOnDuty(
        of staff: StaffID, _ count: Int, besides incident: String
    ) -> [BusinessDay] {
        let earlier = duty.suspensions.filter { $0.staff == staff && $0.incident != incident }
        let last = earlier.flatMap(\.days).max()
        var day = max(at.day, last?.adding(days: 1) ?? at.day)
        if day == at.day, isAwayToday(staff) { day = day.adding(days: 1) }
        var days: [BusinessDay] = []
        while days.count < count {
            if !duty.rests(staff, on: day) { days.append(day) }
            day = day.adding(days: 1)
        }
        return days
    }

    /// Off duty although the day has begun.
    private func isAwayToday(_ staff: StaffID) -> Bool {
        rotation.isOpen && rotation.day == at.day
            && rotation.member(staff)?.presence == .offDuty
    }

    /// Takes somebody suspended today off the floor as soon as their hands are free.
    private mutating func enforceSuspension(_ staff: StaffID) {
        guard let until = state.mustLeaveFloor(staff, on: at.day) else { return }
        emit(.moved(staff, to: .suspended, at: at, until: nil))
        because(.suspendedToday(staff, until: until))
    }

    /// Takes everybody suspended today off the floor whose hands have become free, whatever freed
    /// them; asked before anything is handed out.
    mutating func enforceSuspensions() {
        for staff in duty.suspensions.map(\.staff) { enforceSuspension(staff) }
    }

    /// Those whose last day of suspension has passed are off duty like anybody else.
    mutating func endSuspensions() {
        let over = rotation.members.filter {
            $0.presence == .suspended && duty.wasSuspended($0.staff)
                && duty.suspendedUntil($0.staff, on: at.day) == nil
        }
        for member in over { emit(.moved(member.staff, to: .offDuty, at: at, until: nil)) }
    }
}

extension SiteState {
    /// The last day of the suspension of somebody who is still on the floor with free hands; nil:
    /// nobody has to go.
    fileprivate func mustLeaveFloor(_ staff: StaffID, on day: BusinessDay) -> BusinessDay? {
        guard let member = rotation.member(staff), member.presence.isOnDuty, member.visit == nil,
            member.call == nil
        else { return nil }
        return duty.suspendedUntil(staff, on: day)
    }
}

/// Whether a suspension has begun with the day for somebody who came the evening before.
func isSuspensionDue(_ state: SiteState, _ at: Moment) -> Bool {
    state.duty.suspensions.contains { state.mustLeaveFloor($0.staff, on: at.day) != nil }
}

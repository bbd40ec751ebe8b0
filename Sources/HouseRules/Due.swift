/// What falls due by itself. A fact is effective at its moment because rules compare moments; the
/// clock only writes it down, and doing so twice is harmless.
extension Deliberation {
    mutating func settleDue() -> Outcome {
        if isSheetDue(rotation, policy, at) {
            publishSheet()
            handOutHeldVisits()
        }
        lapseRecalls()
        alertShortFront()
        lapseRegisters()
        reportVacancy()
        settleClaims()
        readClocks()
        drawSurveys()
        lapseSales()
        settleSelection()
        return .done
    }
}

/// Whether ``Command/settleDue`` would write anything at this moment.
public func isDue(_ state: SiteState, under policy: Policy, at moment: Moment) -> Bool {
    let rotation = state.rotation
    if rotation.isOpen, let day = rotation.day, isStale(day, policy, moment) { return true }
    if isClaimDue(state.customers, policy, moment) { return true }
    if isSalesDue(state.sales, moment) { return true }
    if isSelectionDue(state.selection, moment) { return true }
    if isChannelDue(state.channels, policy, moment) { return true }
    if isSheetDue(rotation, policy, moment) || isShortAlertDue(rotation, policy, moment) {
        return true
    }
    if isClockDue(state.ownership, moment) { return true }
    if isFrontUnnoted(rotation, policy, moment) { return true }
    if isRegisterDue(state.registers, policy, moment) { return true }
    if isVacancyDue(state.duty, policy, moment) || isSuspensionDue(state, moment) { return true }
    if state.duty.awaited.values.contains(where: { moment.wholeSecond > $0.until }) { return true }
    return rotation.held.contains { id in
        rotation.visits[id]?.recallUntil.map { moment.wholeSecond > $0 } ?? false
    }
}

/// The draft is due at `rotation.publish_time` when somebody is on duty (REC-01).
private func isSheetDue(_ rotation: Rotation, _ policy: Policy, _ at: Moment) -> Bool {
    !rotation.isOpen && rotation.day != at.day && !isStale(at.day, policy, at)
        && at.timeOfDay >= policy.rotation.publishTime
        && rotation.members.contains { $0.presence.isOnDuty }
}

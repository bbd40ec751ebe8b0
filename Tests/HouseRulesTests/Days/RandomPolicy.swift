import HouseRules

/// Every knob at one of its possible values; combinations that a pack may not hold do not occur.
func randomPolicy(
    _ mechanism: Mechanism, _ random: inout SeededNumbers
) -> Policy {
    var policy = Policy()
    policy.rotation = randomRotation(mechanism, &random)
    policy.duty = randomDuty(&random)
    policy.calls.order = random.pick(PhoneOrder.allCases)
    policy.calls.mode = random.pick(PhoneMode.allCases)
    policy.calls.shiftFrom = random.pick([TimeOfDay(8, 30), TimeOfDay(9, 0)])
    policy.calls.shiftTo = random.pick([TimeOfDay(17, 30), TimeOfDay(18, 0), TimeOfDay(9, 3)])
    policy.calls.makeup = random.chance(50)
    policy.calls.namedCallCounts = random.chance(50)
    return policy
}

private func randomDuty(_ random: inout SeededNumbers) -> DutyPolicy {
    var knobs = DutyPolicy()
    knobs.vacancySeconds = random.pick([nil, 0, 60])
    knobs.answerRequired = random.chance(50)
    knobs.noticeRequired = random.chance(30)
    knobs.supervisorDays = random.pick([nil, 1])
    knobs.managerDays = random.pick([nil, 1, 3])
    knobs.refusalDays = random.pick([nil, 1])
    knobs.restDayJoin = random.pick(RestDayJoin.allCases)
    knobs.peakGroups = random.pick([nil, 1, 2])
    knobs.assistBlocks = random.pick(MissedTurn.allCases)
    knobs.hoursFrom = random.chance(50) ? TimeOfDay(9, 0) : nil
    knobs.hoursTo = knobs.hoursFrom.map { _ in TimeOfDay(18, 0) }
    knobs.offHoursBlocks = random.pick(MissedTurn.allCases)
    return knobs
}

private func randomRotation(
    _ mechanism: Mechanism, _ random: inout SeededNumbers
) -> RotationPolicy {
    var knobs = RotationPolicy()
    knobs.mechanism = mechanism
    knobs.publishTime = random.pick([TimeOfDay(8, 30), TimeOfDay(9, 0)])
    knobs.publisher = random.pick([.dutyOfficer, .salesSupervisor])
    knobs.autoCloseAt = random.pick([TimeOfDay(24, 0), TimeOfDay(24, 0), TimeOfDay(18, 30)])
    knobs.draftEffectiveUnconfirmed = random.chance(80)
    knobs.busyWithTurn = random.pick(BusyTurn.allCases)
    knobs.busyOnPhone = random.pick(MissedTurn.allCases)
    knobs.lateJoiner = random.pick(LateJoiner.allCases)
    knobs.catchUpLimit = random.below(4)
    knobs.tickPerReception = random.within(1...2)
    knobs.absentTick = random.below(3)
    knobs.makeupAccumulates = random.chance(70)
    knobs.makeupCarry = random.pick(MakeupCarry.allCases)
    knobs.advancePerGroup = random.below(4)
    knobs.advanceCarriesOver = random.chance(50)
    knobs.officialOrderRequired = random.chance(50)
    knobs.waiverMinutes = random.pick([0, 1, 30])
    knobs.waiverTime = random.pick(WaiverTime.allCases)
    knobs.waiverTicks = random.below(4)
    knobs.waiverRingAdvances = mechanism == .ring ? random.pick([nil, 0, 1, 2]) : nil
    knobs.personsPerSlot = random.within(1...2)
    knobs.stationFrom = mechanism == .tally && random.chance(50) ? TimeOfDay(8, 30) : nil
    knobs.stationTo = knobs.stationFrom.map { _ in TimeOfDay(17, 30) }
    knobs.standbyCount = random.pick([nil, 1, 3, 10])
    knobs.standbySeconds = random.pick([0, 60])
    knobs.substitute = random.pick(Substitute.allCases)
    knobs.answerSeconds = random.pick([0, 30, 60])
    knobs.turnTable = randomTable(mechanism, &random)
    return knobs
}

/// The default table, or one with rows drawn at random and some classes missing.
private func randomTable(
    _ mechanism: Mechanism, _ random: inout SeededNumbers
) -> [VisitClass: TurnRow] {
    guard random.chance(50) else { return RotationPolicy.defaultTurnTable }
    var table: [VisitClass: TurnRow] = [:]
    for visitClass in VisitClass.allCases where random.chance(90) {
        let receiver = random.pick(Receiver.allCases)
        var effects: [TurnEffect] = [.notCounted]
        if receiver == .named { effects.append(.advance) }
        if receiver == .currentTurn || receiver == .named && mechanism == .tally {
            effects.append(.counted)
        }
        table[visitClass] = TurnRow(
            receiver, random.pick(effects), missed: random.pick(MissedTurn.allCases))
    }
    table[.newFirst] = TurnRow(.currentTurn, .counted)
    return table
}

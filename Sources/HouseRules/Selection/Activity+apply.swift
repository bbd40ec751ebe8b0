/// What facts make of an activity.
extension Activity {
    /// Everybody with a number, the first first.
    var inOrder: [RosterEntry] {
        roster.filter { buyers[$0.person]?.number != nil }.sorted {
            (buyers[$0.person]?.number ?? 0) < (buyers[$1.person]?.number ?? 0)
        }
    }

    mutating func enter(_ entries: [RosterEntry]) {
        roster += entries
        for entry in entries { buyers[entry.person] = Buyer(ticket: entry.ticket) }
    }

    mutating func amend(_ change: RosterChange, _ hash: String) {
        rosterHash = hash
        switch change {
        case .add(let entry): enter([entry])
        case .remove(let person):
            roster.removeAll { $0.person == person }
            if buyers[person]?.came ?? false { figures.came -= 1 }
            if buyers[person]?.stage == .out { figures.gaveUp -= 1 }
            clocks.stop(buyers[person]?.clock)
            buyers[person] = nil
        }
    }

    mutating func queue(_ order: [PersonID]) {
        queue = order
        isOrdered = true
        for (index, person) in order.enumerated() { buyers[person]?.number = index + 1 }
    }

    mutating func prepare(_ preparation: Preparation) {
        switch preparation {
        case .role(let role, let person): staff[role, default: []].insert(person)
        case .material(let name, let needed, let there):
            short[name] = there < needed ? needed - there : nil
        case .paper(let paper): papers.insert(paper)
        case .rehearsal: rehearsals += 1
        }
    }

    mutating func call(_ people: [PersonID], _ until: Moment) {
        // Those who were taken off the roster stay in the queue and are stepped over.
        while calledCount < queue.count, let last = people.last {
            calledCount += 1
            if queue[calledCount - 1] == last { break }
        }
        for person in people {
            buyers[person]?.stage = .called
            start(.checkin, person, until)
        }
    }

    mutating func miss(_ person: PersonID, _ isOut: Bool) {
        buyers[person]?.misses += 1
        if isOut { return leave(person) }
        stop(person)
        buyers[person]?.stage = .waiting
        queue.append(person)
    }

    mutating func checkIn(_ person: PersonID, _ until: Moment?) {
        if !(buyers[person]?.came ?? true) { figures.came += 1 }
        buyers[person]?.came = true
        buyers[person]?.stage = .present
        if let until { start(.choose, person, until) } else { stop(person) }
    }

    mutating func seat(_ person: PersonID, _ desk: String, _ until: Moment?, _ at: Moment) {
        buyers[person]?.stage = .seated
        buyers[person]?.desk = desk
        buyers[person]?.seatedAt = at
        if let until { start(.choose, person, until) }
    }

    /// For good.
    mutating func leave(_ person: PersonID) {
        stop(person)
        buyers[person]?.stage = .out
        figures.gaveUp += 1
    }

    mutating func pick(_ pick: Pick) {
        block(pick.unit)
        if !(buyers[pick.person]?.came ?? true) { figures.came += 1 }
        buyers[pick.person]?.came = true
        if let seated = buyers[pick.person]?.seatedAt {
            figures.choices += 1
            figures.choosingTime += pick.at.milliseconds - seated.milliseconds
            buyers[pick.person]?.seatedAt = nil
        }
        stop(pick.person)
        buyers[pick.person]?.stage = .chosen
        buyers[pick.person]?.units.append(pick.unit)
        if let until = pick.until { awaitPayment(pick.unit, of: pick.person, until) }
    }

    /// Not to be had for now.
    mutating func block(_ unit: UnitID) {
        guard let listed = units[unit] else { return }
        free[listed.layout]?[listed.building]?.remove(unit)
    }

    /// To be had again; doing so twice is harmless.
    mutating func giveBack(_ unit: UnitID, _ person: PersonID?) {
        stopPayment(unit)
        if let listed = units[unit] {
            free[listed.layout, default: [:]][listed.building, default: []].insert(unit)
        }
        guard let person, buyers[person]?.units.contains(unit) ?? false else { return }
        buyers[person]?.units.removeAll { $0 == unit }
        guard buyers[person]?.units.isEmpty ?? false else { return }
        buyers[person]?.stage = kind == .onlineOpening ? .waiting : .present
    }

    /// Another buyer has it from now on, who need not be on the roster.
    mutating func handOn(_ unit: UnitID, from former: PersonID, to next: PersonID) {
        guard former != next, buyers[former]?.units.contains(unit) ?? false else { return }
        buyers[former]?.units.removeAll { $0 == unit }
        buyers[next]?.units.append(unit)
        if buyers[next] != nil { stop(next) }
        buyers[next]?.stage = .chosen
    }

    /// Did not pay: online they try again like anybody else, at a desk it was their turn.
    mutating func lapse(_ person: PersonID) {
        figures.lapsed += 1
        if kind != .onlineOpening, buyers[person]?.units.isEmpty ?? false { leave(person) }
    }

    mutating func awaitPayment(_ unit: UnitID, of person: PersonID, _ until: Moment) {
        stopPayment(unit)
        payments[unit] = clocks.start(
            Clocks.Clock(kind: .payment, person: person, unit: unit, until: until))
    }

    mutating func stopPayment(_ unit: UnitID) {
        clocks.stop(payments.removeValue(forKey: unit))
    }

    mutating func like(_ person: PersonID, _ unit: UnitID, _ kind: HeatKind, _ isOn: Bool) {
        let had = liked[person]?[kind]?.contains(unit) ?? false
        guard had != isOn else { return }
        if isOn {
            liked[person, default: [:]][kind, default: []].insert(unit)
        } else {
            liked[person]?[kind]?.remove(unit)
        }
        heat[unit, default: Heat()].marks[kind, default: 0] += isOn ? 1 : -1
    }

    mutating func resume(_ at: Moment) {
        guard let since = pausedAt else { return }
        pausedAt = nil
        clocks.delay(terms.freezes, byMilliseconds: at.milliseconds - since.milliseconds)
    }

    private mutating func start(_ kind: ClockKind, _ person: PersonID, _ until: Moment) {
        stop(person)
        buyers[person]?.clock = clocks.start(
            Clocks.Clock(kind: kind, person: person, unit: nil, until: until))
    }

    private mutating func stop(_ person: PersonID) {
        clocks.stop(buyers[person]?.clock)
        buyers[person]?.clock = nil
    }
}

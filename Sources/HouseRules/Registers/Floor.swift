/// Things at hand, tables, tours and guests of honour (REC-45, REC-50 … REC-52).
extension Deliberation {
    /// Missing items and single sheets below the minimum; a reminder that stops nobody.
    mutating func checkKit(
        _ staff: StaffID, _ items: [KitItem], _ sheets: [String: Int]
    ) throws(Refusal) {
        try allowMove(of: staff)
        _ = try known(staff)
        let few = sheets.filter { $0.value < registerKnobs.sheetsPerType }.keys.sorted()
        let short = registerKnobs.kitItems.filter { !items.contains($0) }.map(\.rawValue) + few
        emit(.kitChecked(staff, short: short, at: at))
        because(short.isEmpty ? .kitReady(staff) : .kitShort(staff, short))
    }

    mutating func resetTable(_ visit: VisitID) throws(Refusal) {
        guard
            registers.tables.contains(where: { $0.visit == visit })
                || registers.tablesLeft.contains(visit)
        else { throw .registers(.noSuchVisit(visit)) }
        try allowFloor()
        emit(.tableReset(visit, at: at))
        because(.tableReset(visit))
    }

    /// Nobody enters a building site unless all is there (REC-51).
    mutating func departTour(_ sheet: TourSheet) throws(Refusal) {
        try allowFloor()
        guard registers.tours[sheet.visit] == nil else { throw .alreadyRegistered }
        let people = sheet.customers + sheet.escorts
        let needed = people * registerKnobs.helmetsEach
        var lacks: [TourLack] = []
        let isApproved =
            sheet.approval?.isEmpty == false
            && sheet.approvedAt.map { $0.wholeSecond <= at.wholeSecond } == true
        if registerKnobs.tourApproval, !isApproved { lacks.append(.approval) }
        if sheet.customers < 1 || sheet.escorts < 1 { lacks.append(.party) }
        if sheet.helmets != needed { lacks.append(.helmets) }
        guard lacks.isEmpty else {
            throw .registers(.tourNotCleared(lacks, helmetsNeeded: needed))
        }
        emit(.tourDeparted(sheet, at: at))
        because(.tourCleared(people: people, helmets: sheet.helmets))
    }

    mutating func returnTour(_ visit: VisitID, helmets: Int) throws(Refusal) {
        try allowFloor()
        guard let taken = registers.tours[visit] else { throw .registers(.noSuchVisit(visit)) }
        emit(.tourReturned(visit, short: max(0, taken - helmets), at: at))
        because(.tourBack(short: max(0, taken - helmets)))
    }

    /// A plan on the board; it uses no turn and sends nobody (REC-52).
    mutating func planLeader(_ slip: SlipID, at visit: Moment) throws(Refusal) {
        try allow(.dutyOfficer, .frontDeskSecretary, .clericalStaff)
        guard registers.leaders[slip] == nil else { throw .registers(.slipExists(slip)) }
        guard visit > at else { throw .registers(.notAhead(visit)) }
        let notice = visit.wholeSecond.adding(seconds: -registerKnobs.leaderNotice * 60)
        emit(.leaderPlanned(slip, visit: visit, notice: notice))
        because(.leaderComing(slip, at: visit))
        lapseRegisters()
    }

    /// Paper against system; only equal numbers can be collected (REC-62).
    mutating func collect(_ day: BusinessDay, visits: Int, calls: Int) throws(Refusal) {
        try allow(.clericalStaff)
        guard day <= at.day else { throw .inTheFuture(day.start) }
        let count = registers.counts[day] ?? DayCount()
        guard visits == count.visits, calls == count.calls else {
            throw .registers(
                .countsDiffer(visits: visits - count.visits, calls: calls - count.calls))
        }
        emit(.registersCollected(day, visits: visits, calls: calls, at: at))
        because(.collected(day))
    }
}

extension SiteState {
    /// Those of the first two who have not looked at their things, or lack something (REC-45).
    public var kitReminders: [StaffID] {
        rotation.firstWaiting(2)
            .filter { registers.kits[$0] != [] }
    }
}

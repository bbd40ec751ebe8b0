/// What the clocks of customers say by themselves (OWN-03 … OWN-07, OWN-14, OWN-56).
///
/// A lapse is effective at 00:00 of its day because every question compares days; reading the
/// clocks only writes it down.
extension Deliberation {
    /// Notes lapses, releases customers, reminds consultants: once for each day.
    mutating func readClocks() {
        guard isClockDue(ownership, at) else { return }
        let today = at.day
        for person in ownership.due.keys.filter({ $0 <= today }).sorted()
            .flatMap({ ownership.due[$0] ?? [] })
        {
            for record in ownership.dossiers[person]?.records ?? [] { read(record, person) }
        }
        for person in ownership.cases.keys.sorted() {
            guard let told = ownership.cases[person], !told.isReminded, told.day <= today
            else { continue }
            emit(.caseOverdue(person, told.staff, on: told.day))
            because(.caseOverdue(told.staff))
        }
        emit(.clocksRead(today))
    }

    private mutating func read(_ record: OwnershipRecord, _ person: PersonID) {
        guard record.ended == nil, !record.isLapseNoted else { return }
        if record.until <= at.day {
            let status = record.status(on: record.until)
            emit(.lapsed(person, record.staff, record.basis, status, on: record.until))
            because(.lapsed(person, record.staff, status, on: record.until))
            return
        }
        let since = ownership.readOn ?? record.clock.began
        let isDue = record.reminders.contains { $0 > since && $0 <= at.day }
        guard isDue, record.boughtOn == nil else { return }
        emit(.reminded(person, record.staff, record.basis, lapsesOn: record.until))
        because(.reminded(person, record.staff, lapsesOn: record.until))
    }
}

/// Whether a day has begun on which some clock has something to say.
func isClockDue(_ ownership: Ownership, _ at: Moment) -> Bool {
    let today = at.day
    if let read = ownership.readOn, read >= today { return false }
    return ownership.due.keys.contains { $0 <= today }
        || ownership.cases.values.contains { !$0.isReminded && $0.day <= today }
}

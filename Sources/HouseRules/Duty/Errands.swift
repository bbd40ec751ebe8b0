/// Errands by order of management (REC-06).
extension Deliberation {
    /// An order has an end that lies ahead and says what it is for.
    mutating func orderErrand(
        _ staff: StaffID, until: Moment, _ note: String
    ) throws(Refusal) {
        try allow()
        guard !note.isEmpty else { throw .duty(.factsMissing) }
        guard until > at, until.day == at.day else { throw .duty(.errandEnd(until)) }
        try leave(staff, .official, until, told: actor.toldAs)
        emit(.errandOrdered(staff, until: until, note: note, by: actor.staff, at: at))
    }
}

extension Actor {
    /// Whoever gives the order knows of it.
    fileprivate var toldAs: Told {
        role == .salesSupervisor ? .salesSupervisor : .salesManager
    }
}

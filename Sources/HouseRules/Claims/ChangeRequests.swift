/// A customer wants another consultant: what is written down before management decides (REC-36).
public struct ChangeWish: Codable, Hashable, Sendable {
    /// The slip that it becomes.
    public var slip: SlipID
    /// The customer.
    public var person: PersonID
    /// Whom they want; nil: anybody else.
    public var wants: StaffID?
    /// Why.
    public var cause: ChangeCause
    /// In words.
    public var note: String

    /// A wish.
    public init(
        _ slip: SlipID, of person: PersonID, wants: StaffID? = nil, _ cause: ChangeCause,
        note: String
    ) {
        self.slip = slip
        self.person = person
        self.wants = wants
        self.cause = cause
        self.note = note
    }
}

/// Such a wish that waits for management (REC-36).
public struct ChangeRequest: Codable, Hashable, Sendable {
    /// What is wished.
    public var wish: ChangeWish
    /// Whose customer it is.
    public var from: StaffID
    /// Who wrote it down.
    public var by: StaffID
    /// When.
    public var at: Moment
    /// Until when management decides.
    public var due: Moment
}

/// How management decides on it (REC-36).
public enum ChangeRuling: Codable, Hashable, Sendable {
    /// The customer goes to this consultant.
    case granted(to: StaffID)
    /// They stay where they are.
    case refused
}

/// What a wish came to.
public struct ChangeDecision: Codable, Hashable, Sendable {
    /// The request.
    public var request: ChangeRequest
    /// How it ended.
    public var ruling: ChangeRuling
    /// Why, in words.
    public var note: String
    /// Who decided.
    public var by: StaffID
    /// When.
    public var at: Moment
}

/// Customers who want another consultant, and what management says (REC-36, OWN-29, OWN-33).
extension Deliberation {
    /// Anybody who hears it writes it down; one slip waits at a time, and nothing changes yet.
    mutating func ask(_ wish: ChangeWish) throws(Refusal) {
        try allow(.frontDeskSecretary, .dutyOfficer, .consultant, .clericalStaff)
        if let wants = wish.wants { _ = try known(wants) }
        guard !wish.note.isEmpty else { throw .claims(.changeReasonMissing) }
        guard customers.requests[wish.slip] == nil else { throw .alreadyRegistered }
        let everybody = ownership.everybody(wish.person)
        let open = customers.requests.values.first { everybody.contains($0.wish.person) }
        if let open { throw .claims(.changeWaits(since: open.at)) }
        guard let holder = ownership.holder(of: wish.person, on: at.day) else {
            throw .claims(.nobodysCustomer)
        }
        if wish.wants == holder { throw .claims(.alreadyTheirs(holder)) }
        let due = at.wholeSecond.adding(seconds: claimKnobs.changeHours * 3600)
        emit(
            .changeAsked(
                ChangeRequest(wish: wish, from: holder, by: actor.staff, at: at, due: due)))
        because(.changeWaits(holder, until: due))
    }

    /// Management gives the customer to somebody, or leaves them where they are. While they are on
    /// the site it is a slip of that visit, with its turns; else they simply change hands.
    mutating func rule(
        onChange slip: SlipID, _ ruling: ChangeRuling, _ note: String
    ) throws(Refusal) -> Outcome {
        try allow()
        guard let request = customers.requests[slip] else { throw .claims(.noSuchChange(slip)) }
        guard !note.isEmpty else { throw .claims(.changeReasonMissing) }
        let person = request.wish.person
        let decision = ChangeDecision(
            request: request, ruling: ruling, note: note, by: actor.staff, at: at)
        guard case .granted(let to) = ruling else {
            emit(.changeRuled(decision))
            because(.changeRefused(request.from))
            return .done
        }
        _ = try known(to)
        if ownership.holder(of: person, on: at.day) == to { throw .claims(.alreadyTheirs(to)) }
        emit(.changeRuled(decision))
        if let visit = reception(of: person) {
            return try change(ChangeSlip(visit, to: to, request.wish.cause, note: note))
        }
        because(.changed(to: to, request.wish.cause))
        transfer(person, to: to, request.wish.cause == .complaint ? .voidByRuling : .released)
        return .done
    }

    /// The visit of a customer who is being received.
    private func reception(of person: PersonID) -> VisitID? {
        let everybody = ownership.everybody(person)
        return customers.traces.filter { _, trace in
            trace.receptionist != nil && trace.finishedAt == nil
                && trace.person.map(everybody.contains) == true
        }.max { $0.value.number < $1.value.number }?.key
    }
}

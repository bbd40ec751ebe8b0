/// A customer tied to a consultant, or the tie followed up.
public struct TieFact: Codable, Hashable, Sendable {
    /// The customer.
    public var person: PersonID
    /// The consultant.
    public var staff: StaffID
    /// What ties them.
    public var kind: TieKind
    /// How long, as counted when it began or was followed up.
    public var clock: TieClock
}

/// A reception on the word of a consultant that still has to be proven (REC-34).
public struct AwaitedProof: Codable, Hashable, Sendable {
    /// Who recognised the customer and receives them.
    public var by: StaffID
    /// Who was due at the time.
    public var turn: StaffID
    /// The last moment for the proof, once the reception is over.
    public var until: Moment?
}

/// A customer is expected (REC-38).
public struct Appointment: Codable, Hashable, Sendable {
    /// The customer.
    public var person: PersonID
    /// Who made it.
    public var staff: StaffID
    /// When they come.
    public var at: Moment
    /// Who receives them if the consultant is not there.
    public var substitute: StaffID?
    /// By the roster the consultant will not be there.
    public var isAbsent = false
    /// The reminder was given.
    public var reminded = false

    /// An appointment.
    public init(
        _ person: PersonID, with staff: StaffID, at: Moment, substitute: StaffID? = nil,
        isAbsent: Bool = false
    ) {
        self.person = person
        self.staff = staff
        self.at = at
        self.substitute = substitute
        self.isAbsent = isAbsent
    }
}

/// What a stand-in owes the consultant of the customer (REC-39).
public struct Handover: Codable, Hashable, Sendable {
    /// Who received.
    public var by: StaffID
    /// Whose customer it is.
    public var owner: StaffID
    /// The last moment to have read of it.
    public var until: Moment
    /// Whether the note is written.
    public var isNoted = false
}

/// Why a customer is given to another consultant (REC-36).
public enum ChangeCause: String, Codable, Sendable, CaseIterable {
    /// 投诉.
    case complaint
    /// 客户自己的意思.
    case wish
}

/// A slip for another consultant (REC-36, REC-37).
public struct ChangeSlip: Codable, Hashable, Sendable {
    /// The visit during which it was written.
    public var visit: VisitID
    /// Whom the customer gets.
    public var to: StaffID
    /// Why.
    public var cause: ChangeCause
    /// In words.
    public var note: String

    /// A slip.
    public init(_ visit: VisitID, to: StaffID, _ cause: ChangeCause, note: String = "") {
        self.visit = visit
        self.to = to
        self.cause = cause
        self.note = note
    }
}

/// Facts of recognising customers; frozen once shipped.
public enum ClaimEvent: Codable, Hashable, Sendable {
    /// A customer is tied to a consultant, or followed up (REC-27).
    case tied(TieFact)
    /// Nothing ties the customer to the consultant any more.
    case released(PersonID, StaffID)
    /// A contact that moves no clock: not reached, entered on another day, or too late.
    case touchNoted(CustomerFact)
    /// The first question is answered (REC-28).
    case questionAnswered(VisitID, FirstQuestion, at: Moment)
    /// Named somebody with whom everything has lapsed (REC-37).
    case lapseNamed(VisitID, StaffID)
    /// The customer of a visit is known (REC-30).
    case personLinked(VisitID, PersonID)
    /// Claimed by a consultant (REC-31).
    case claimed(VisitID, StaffID, at: Moment)
    /// Entered, but somebody else may still claim the customer until then (REC-31).
    case entryOpen(VisitID, until: Moment)
    /// Whose customer the entry makes is settled (REC-31).
    case entrySettled(VisitID)
    /// Two groups are one (REC-35).
    case merged(VisitID, into: VisitID)
    /// One group is two (REC-35).
    case splitOff(VisitID, from: VisitID)
    /// Another consultant (REC-36).
    case slipWritten(ChangeSlip, from: StaffID?)
    /// A customer wants another consultant; management is to decide (REC-36).
    case changeAsked(ChangeRequest)
    /// Management decided (REC-36).
    case changeRuled(ChangeDecision)
    /// Recognised on somebody's word (REC-34).
    case proofAwaited(VisitID, AwaitedProof)
    /// The reception is over; the proof has until then (REC-34).
    case proofDue(VisitID, until: Moment)
    /// Proven (REC-34).
    case proven(VisitID)
    /// Not proven in time: the customer goes to whoever was due (REC-34).
    case proofMissing(VisitID, to: StaffID)
    /// Expected (REC-38).
    case appointmentMade(Appointment)
    /// Reminded (REC-38).
    case appointmentReminded(PersonID, at: Moment)
    /// Came (REC-38).
    case appointmentKept(PersonID, at: Moment)
    /// Received in place of a colleague (REC-39).
    case handoverOwed(VisitID, Handover)
    /// The note is written (REC-39).
    case handoverNoted(VisitID, note: String)
    /// The colleague has read it (REC-39).
    case handoverRead(VisitID, at: Moment)
    /// Not read in time (REC-39).
    case handoverOverdue(VisitID)
    /// The group of a consultant (REC-39).
    case grouped(StaffID, String?)
    /// Meets an own customer on a day of rest (REC-40).
    case restDayMeeting(StaffID, PersonID, at: Moment)
    /// Received outside the site (REC-41).
    case offsite(StaffID, PersonID?, to: StaffID?, note: String)
    /// Talking about the price began (REC-42).
    case priceTalkBegan(VisitID, at: Moment)
    /// An employee answered whom they recommend (REC-42).
    case staffReferralHeard(VisitID, contacted: Moment, designated: StaffID?)
}

/// Why a call goes to whom.
public enum CallReason: Codable, Hashable, Sendable {
    /// The order of calls is the reception order turned round (REC-54).
    case order(PhoneOrder, [StaffID])
    /// The call pointer stands at this person, who is free (REC-54).
    case pointerAt(StaffID)
    /// This person keeps the line at this hour (REC-54).
    case keepsLine(StaffID, from: TimeOfDay, to: TimeOfDay)
    /// A call turn passed its owner by (REC-54).
    case passed(StaffID, TurnEffect, PassReason)
    /// This person is owed a call (REC-54).
    case owedCall(StaffID)
    /// The caller asked for this person; the pointer stays (REC-54).
    case asked(StaffID, counts: Bool)
    /// The person asked for cannot answer (REC-54).
    case askedUnavailable(StaffID, Presence)
    /// A whole round and nobody can answer (REC-54).
    case nobodyFree
    /// Somebody who may not answer took the line: only a call-back slip (REC-56).
    case notAConsultant
    /// The call belongs to whoever really answers or calls back (REC-56).
    case belongsTo(StaffID)
    /// The call ended.
    case ended(StaffID)
    /// The phone rang too long; this person kept the line (REC-55).
    case missed(StaffID?, rings: Int, limit: Int)
    /// Picked up in time, so nobody is to blame (REC-55).
    case inTime(StaffID, rings: Int)
    /// The caller gave up before anybody had to answer (REC-55).
    case gaveUp(rings: Int)
    /// The line was handed on, and with it who answers for it (REC-55).
    case lineHanded(StaffID, to: StaffID)
    /// The line of the keeper is with this person (REC-55).
    case keepsFor(StaffID, of: StaffID)
    /// Two lines at once: the second is called back (REC-57).
    case secondLine(StaffID)
    /// The order holds for the day; confirm it by then (REC-54).
    case issued(confirmBy: Moment)
    /// The order is confirmed (REC-54).
    case confirmed

    /// The clause that this reason applies.
    public var clause: Clause {
        switch self {
        case .notAConsultant, .belongsTo: .rec(56)
        case .missed, .inTime, .gaveUp, .lineHanded, .keepsFor: .rec(55)
        case .secondLine: .rec(57)
        default: .rec(54)
        }
    }
}

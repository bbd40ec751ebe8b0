/// Why a visitor goes to whom, and what happens to the turns.
public enum ReceptionReason: Codable, Hashable, Sendable {
    /// The table row for this class of visit (REC-18).
    case classified(VisitClass, TurnRow)
    /// A turn passed its owner by, and what became of it (REC-03, REC-05, REC-06).
    case passed(StaffID, TurnEffect, PassReason)
    /// The pointer stands at this person, who is on stand (REC-03).
    case pointerAt(StaffID)
    /// This person is owed a turn and is on stand (REC-03 2, REC-06).
    case owedTurn(StaffID, since: BusinessDay, returned: Bool)
    /// Fewest ticks among those on stand (REC-04).
    case fewestTicks(StaffID, ticks: Int)
    /// Absent for private reasons when due: one more tick (REC-12 by way of REC-04).
    case absentTick(StaffID, ticks: Int)
    /// Those who come next, in order: why they were not chosen is their place.
    case nextInLine([StaffID])
    /// The named consultant is on stand (REC-18).
    case namedPresent(StaffID)
    /// The named consultant cannot come; this colleague stands in without a turn (REC-39).
    case standsIn(StaffID, insteadOf: StaffID, Presence)
    /// The last of those on stand receives (REC-18).
    case lastOnStand(StaffID)
    /// Received by the current turn without using it (REC-18).
    case currentTurnUncounted(StaffID)
    /// The pointer was at the very consultant, so the turn itself is used (REC-20).
    case advanceAtPointer(StaffID)
    /// Takes the next turn in advance (REC-20).
    case takesAdvance(StaffID, open: Int)
    /// The draft of the day is not confirmed, and the house waits for that (REC-01).
    case draftUnconfirmed
    /// Nobody is on stand (REC-13, REC-04).
    case nobodyOnStand
    /// Management receives; locked for the first still receiving from the pointer on (REC-13).
    case lockedFor(StaffID)
    /// Management receives until the first returns (REC-13).
    case firstToReturn
    /// Somebody who left without order is called back first (REC-13).
    case recalled(StaffID, until: Moment)
    /// Handed over by management to the one it was locked for (REC-13).
    case handedOver(StaffID)
    /// Nobody is on duty (REC-01, NO_CONSULTANT_ON_DUTY).
    case nobodyOnDuty
    /// The sheet starts with whoever was due at the last close (REC-01).
    case sheetHead(StaffID, dueAtClose: StaffID?)
    /// A turn owed was carried over to this day (REC-06).
    case carriedOver(StaffID)
    /// A turn owed too long lapses (REC-06).
    case owedExpired(StaffID)
    /// The day was closed by itself (REC-01).
    case closedByItself(BusinessDay)
    /// Joins the day's order late (REC-14).
    case joinsLate(StaffID, before: StaffID?)
    /// The visit is entered and the reception counted with so many ticks (REC-04).
    case ticked(StaffID, ticks: Int)
    /// Ticks raised so that a long absence does not bring several groups in a row (REC-04).
    case caughtUp(StaffID, ticks: Int)
    /// Back to the old position after work (REC-07).
    case returnsToPosition(StaffID, ticks: Int)
    /// A waiver and its price (REC-08).
    case waived(StaffID, ticks: Int, advances: Int, back: Moment)
    /// Turns owed and taken in advance lapse with leave (REC-06).
    case owedCleared(StaffID, makeups: Int, advances: Int)
    /// Slots are kept between these times only (REC-02).
    case outsideStationHours(TimeOfDay, TimeOfDay)
    /// Came to this slot (REC-02).
    case slot(StaffID, Int)
    /// Called to the front (REC-09).
    case calledToFront([StaffID])
    /// The front has been short for so many seconds (REC-09).
    case frontShort(seconds: Int, onStand: Int, able: Int)
    /// An approved absence until then (REC-06).
    case approvedAbsence(StaffID, LeaveKind, until: Moment?)
    /// Personal absence: turns that pass meanwhile are lost (REC-05).
    case personalAbsence(StaffID)
    /// Recorded by management with its reason (REC-15).
    case adjusted(StaffID, TurnEffect, note: String)
    /// The visit never took place; whoever received them is free again (REC-15).
    case visitVoided(StaffID?)
    /// A turn lost to a group that never came goes back (REC-15).
    case lossStruck(StaffID, PassReason)
    /// Recorded; nothing to weigh (REC-15).
    case recorded(StaffID?)

    /// The clause that this reason applies.
    public var clause: Clause {
        switch self {
        case .passed(_, _, let why):
            switch why {
            case .official, .mealInWindow, .uncountedReception: .rec(6)
            case .advance, .busyWithTurn, .onTheLine: .rec(3)
            case .chargedLater: .rec(34)
            case .receivingExisting, .awayPersonal, .selfWaived, .leftWithoutNotice: .rec(5)
            }
        case .sheetHead, .nobodyOnDuty, .closedByItself, .draftUnconfirmed: .rec(1)
        case .outsideStationHours, .slot: .rec(2)
        case .pointerAt, .nextInLine: .rec(3)
        case .owedTurn(_, _, let returned): returned ? .rec(3) : .rec(6)
        case .fewestTicks, .ticked, .caughtUp: .rec(4)
        case .personalAbsence: .rec(5)
        case .carriedOver, .owedExpired, .owedCleared, .approvedAbsence: .rec(6)
        case .returnsToPosition: .rec(7)
        case .waived: .rec(8)
        case .calledToFront, .frontShort: .rec(9)
        case .absentTick: .rec(12)
        case .nobodyOnStand, .lockedFor, .firstToReturn, .recalled, .handedOver: .rec(13)
        case .joinsLate: .rec(14)
        case .adjusted, .visitVoided, .lossStruck, .recorded: .rec(15)
        case .classified, .namedPresent, .lastOnStand, .currentTurnUncounted: .rec(18)
        case .advanceAtPointer, .takesAdvance: .rec(20)
        case .standsIn: .rec(39)
        }
    }
}

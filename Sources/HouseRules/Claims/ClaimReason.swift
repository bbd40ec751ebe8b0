/// Why a visitor is whose customer.
public enum ClaimReason: Codable, Hashable, Sendable {
    /// The first question is answered (REC-28).
    case answered
    /// What they come for decides (REC-22).
    case purpose(VisitPurpose)
    /// Found to be a colleague of the trade only afterwards (REC-22).
    case foundAfter(TurnEffect)
    /// Sent by the developer: no choice of consultant (REC-25, DESIGNATION_IGNORED).
    case designationIgnored(StaffID)
    /// Sent by the developer: by turns (REC-25).
    case byTurns
    /// The consultant's own circle (REC-26).
    case ownResource(StaffID)
    /// Counts as a new customer (REC-27).
    case newCustomer(VisitClass)
    /// A tie that holds until before that day (REC-27).
    case tied(StaffID, TieKind, until: BusinessDay)
    /// A contact that moves no clock (REC-27).
    case touchVoid(StaffID)
    /// A contact after the lapse: nothing revives (REC-27, TOUCH_AFTER_LAPSE).
    case touchAfterLapse(StaffID, lapsedOn: BusinessDay)
    /// The named consultant's tie holds (REC-29).
    case ownershipValid(StaffID, until: BusinessDay?)
    /// The named consultant's tie has lapsed (REC-29, OWNERSHIP_EXPIRED).
    case ownershipExpired(StaffID, lapsedOn: BusinessDay)
    /// Introduced beforehand or by somebody who came along (REC-29).
    case introduced(StaffID)
    /// A new customer names somebody: as if introduced (REC-29).
    case namedNew(StaffID)
    /// The features fit several and the customer points at none (REC-29).
    case ambiguous([StaffID])
    /// Forgot who received them (REC-30).
    case forgotten
    /// Found by number before anybody received them (REC-30).
    case lookedUp(StaffID)
    /// The register knows whose they are; told, not reassigned (REC-30).
    case notified(StaffID)
    /// The claim stands (REC-31).
    case claimed(StaffID, until: Moment)
    /// Entered, but whoever knows them may claim them until then (REC-31).
    case entryOpen(until: Moment)
    /// The turn goes back (REC-31).
    case turnReturned(StaffID)
    /// No tick was written yet, so the place is as before (REC-31).
    case backInPlace(StaffID)
    /// The turn taken in advance goes back (REC-31).
    case advanceReturned(StaffID)
    /// The turn stays used (REC-32).
    case turnKept(StaffID)
    /// It is something else now (REC-32).
    case reclassified(VisitClass)
    /// The caller's call holds (REC-33).
    case callValid(StaffID, until: BusinessDay)
    /// Named after the time for it (REC-33).
    case namedTooLate(StaffID, until: Moment)
    /// Received on the word of a consultant (REC-34).
    case recognised(StaffID, turn: StaffID)
    /// The proof has until then (REC-34).
    case proofUntil(StaffID, Moment)
    /// Proven (REC-34).
    case proven(StaffID)
    /// Not proven: back to whoever was due (REC-34).
    case proofMissing(StaffID, to: StaffID)
    /// A turn is charged after all (REC-34).
    case turnCharged(StaffID)
    /// Two groups are one (REC-35).
    case merged(keeps: StaffID)
    /// One group is two (REC-35).
    case splitOff
    /// Another consultant (REC-36).
    case changed(to: StaffID, ChangeCause)
    /// The customer of this consultant wants another; management decides until then (REC-36).
    case changeWaits(StaffID, until: Moment)
    /// The customer stays with them (REC-36).
    case changeRefused(StaffID)
    /// Named somebody with whom everything has lapsed (REC-37).
    case namedAfterExpiry(StaffID, NamedAfterExpiry)
    /// Named one while they belong to another (REC-37).
    case namedInstead(StaffID, of: StaffID)
    /// They still belong to that consultant (REC-37).
    case stillHeldBy(StaffID)
    /// Expected by that consultant (REC-38).
    case appointment(StaffID, substitute: StaffID?)
    /// The appointment comes up (REC-38).
    case reminded(StaffID, at: Moment)
    /// Goes on in place of the owner (REC-39).
    case staysFor(StaffID, owner: StaffID)
    /// The colleague reads of it until then (REC-39).
    case handoverOwed(StaffID, owner: StaffID, until: Moment)
    /// Not read in time (REC-39, HANDOVER_UNREAD).
    case handoverOverdue(StaffID)
    /// Meets an own customer on a day of rest (REC-40).
    case restDay(StaffID)
    /// Received outside the site (REC-41).
    case offsite(StaffID)
    /// Management gives the customer to somebody (REC-41).
    case givenTo(StaffID)
    /// Talking about the price began (REC-42).
    case priceTalk
    /// Asked before the price was talked about (REC-42).
    case recommended(StaffID)
    /// The employee recommends nobody (REC-42).
    case recommendedNobody
    /// A text of that consultant was shown (REC-43).
    case textShown(StaffID)
    /// Phoned, but by whom it was answered is not known (REC-43).
    case naturalVisit
    /// Bought before, from that consultant (REC-44).
    case priorOwner(StaffID)
    /// Nothing shows that they bought before (REC-44).
    case priorOwnerUnknown
    /// Written down; nothing to weigh (REC-28).
    case recorded
}

extension ClaimReason {
    /// The clause that this reason applies.
    public var clause: Clause {
        switch self {
        case .answered, .recorded: .rec(28)
        case .purpose, .foundAfter: .rec(22)
        case .designationIgnored, .byTurns: .rec(25)
        case .ownResource: .rec(26)
        case .newCustomer, .tied, .touchVoid, .touchAfterLapse: .rec(27)
        case .ownershipValid, .ownershipExpired, .introduced, .namedNew, .ambiguous: .rec(29)
        case .forgotten, .lookedUp, .notified: .rec(30)
        case .claimed, .entryOpen, .turnReturned, .backInPlace, .advanceReturned: .rec(31)
        case .turnKept, .reclassified: .rec(32)
        case .callValid, .namedTooLate: .rec(33)
        case .recognised, .proofUntil, .proven, .proofMissing, .turnCharged: .rec(34)
        case .merged, .splitOff: .rec(35)
        case .changed, .changeWaits, .changeRefused: .rec(36)
        case .namedAfterExpiry, .namedInstead, .stillHeldBy: .rec(37)
        case .appointment, .reminded: .rec(38)
        case .staysFor, .handoverOwed, .handoverOverdue: .rec(39)
        case .restDay: .rec(40)
        case .offsite, .givenTo: .rec(41)
        case .priceTalk, .recommended, .recommendedNobody: .rec(42)
        case .textShown, .naturalVisit: .rec(43)
        case .priorOwner, .priorOwnerUnknown: .rec(44)
        }
    }
}

/// Selection days, openings online and allotments (SEL-01 … SEL-10).
public enum SelectionCommand: Codable, Hashable, Sendable {
    /// There is to be an activity (SEL-01).
    case plan(ActivityPlan)
    /// Rows of a list go on the roster; `isTrial`: only told what would be wrong (SEL-01).
    case enter(ActivityID, [RosterRow], isTrial: Bool)
    /// The roster is final (SEL-01).
    case lock(ActivityID)
    /// A locked roster changes after all (SEL-01).
    case amend(ActivityID, RosterChange, note: String)
    /// The hash of the seed is published (SEL-02).
    case commit(ActivityID, String)
    /// Drawn from the seed and what the public added (SEL-02).
    case draw(ActivityID, seed: String, publicPart: String)
    /// Something is prepared (SEL-08).
    case prepare(ActivityID, Preparation)
    /// The manager approves of it; with gaps only with a reason (SEL-08).
    case approve(ActivityID, note: String)
    /// The next group is called (SEL-03).
    case callGroup(ActivityID)
    /// Somebody shows the code or the ticket (SEL-03).
    case checkIn(ActivityID, PersonID)
    /// Takes a seat at a desk (SEL-04).
    case seat(ActivityID, PersonID, desk: String)
    /// Chooses a unit, or another one (SEL-04, SEL-05).
    case pick(ActivityID, PersonID, UnitID)
    /// The order of a unit is signed; the reviewer confirmed it once more (SEL-04).
    case order(ActivityID, UnitID, reviewer: StaffID)
    /// The deposit has arrived (SEL-04, SEL-05).
    case pay(ActivityID, UnitID)
    /// Gives it back before paying.
    case giveBack(ActivityID, UnitID)
    /// Marks a unit; `isOn` false: takes the mark off (SEL-05, SEL-06).
    case like(ActivityID, PersonID, UnitID, HeatKind, isOn: Bool)
    /// Somebody objects (SEL-09).
    case object(ActivityID, SlipID, PersonID?, note: String)
    /// It is decided (SEL-09).
    case resolve(ActivityID, SlipID, note: String)
    /// Everything stands still (SEL-09).
    case pause(ActivityID, note: String)
    /// It goes on with the time that was left (SEL-09).
    case resume(ActivityID)
    /// Somebody outside wants a unit: whether an activity keeps it to itself (SEL-01, SEL-04).
    case ask(UnitID)
    /// What sales tell of a unit (SEL-07).
    case tell(UnitID, UnitProgress)
    /// It is over: figures, and every unit compared (SEL-10).
    case close(ActivityID, ClosingCount)
}

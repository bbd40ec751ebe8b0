/// Facts of selection days, openings and allotments; frozen once shipped.
public enum SelectionEvent: Codable, Hashable, Sendable {
    /// There is to be an activity, by these rules (SEL-01).
    case planned(ActivityPlan, SelectionPolicy, at: Moment)
    /// On the roster (SEL-01).
    case entered(ActivityID, [RosterEntry])
    /// The roster is final, with its hash (SEL-01).
    case locked(ActivityID, hash: String, at: Moment)
    /// It changed after all, with the new hash (SEL-01).
    case amended(ActivityID, RosterChange, hash: String, note: String, by: StaffID, at: Moment)
    /// The hash of the seed is known (SEL-02).
    case committed(ActivityID, Commitment)
    /// The order (SEL-02).
    case drawn(ActivityID, DrawSheet)
    /// The order of another activity holds (SEL-07).
    case followed(ActivityID, [RosterEntry])
    /// Prepared (SEL-08).
    case prepared(ActivityID, Preparation, at: Moment)
    /// Ready, with what was missing and why it goes on all the same (SEL-08).
    case approved(ActivityID, [ReadinessGap], note: String, at: Moment)
    /// A group is called, and until when its people can check in (SEL-03).
    case called(ActivityID, [PersonID], until: Moment)
    /// Was called and did not come; `isOut`: for good (SEL-03).
    case missed(ActivityID, PersonID, isOut: Bool, at: Moment)
    /// Came (SEL-03).
    case checkedIn(ActivityID, PersonID, chooseUntil: Moment?, at: Moment)
    /// Sits at a desk (SEL-04).
    case seated(ActivityID, PersonID, desk: String, until: Moment?, at: Moment)
    /// Did not choose in time (SEL-04).
    case timedOut(ActivityID, PersonID, at: Moment)
    /// Has a unit (SEL-04, SEL-05).
    case picked(ActivityID, Pick)
    /// The order is signed (SEL-04).
    case ordered(ActivityID, UnitID, reviewer: StaffID, until: Moment?, at: Moment)
    /// Paid (SEL-04, SEL-05).
    case paid(ActivityID, UnitID, at: Moment)
    /// Free again.
    case released(ActivityID, UnitID, ReleaseCause, at: Moment)
    /// A mark of interest (SEL-06).
    case liked(ActivityID, PersonID, UnitID, HeatKind, isOn: Bool)
    /// Somebody objected (SEL-09).
    case objected(ActivityID, Objection)
    /// It was decided (SEL-09).
    case resolved(ActivityID, SlipID, note: String, by: StaffID, at: Moment)
    /// Stands still (SEL-09).
    case paused(ActivityID, note: String, at: Moment)
    /// Goes on (SEL-09).
    case resumed(ActivityID, at: Moment)
    /// A contract was signed for it (SEL-07).
    case contracted(UnitID, at: Moment)
    /// These go with a unit from now on, as they went with the one swapped for it (SEL-07).
    case bound([UnitID], to: UnitID, at: Moment)
    /// Over, with its figures (SEL-10).
    case closed(ActivityID, ActivityFigures, at: Moment)
}

/// Why an activity goes on as it does.
public enum SelectionReason: Codable, Hashable, Sendable {
    /// So many units are on the list (SEL-01).
    case planned(units: Int)
    /// A row of the list does not go on the roster (SEL-01).
    case rowRefused(RosterFault)
    /// So many do; `isTrial`: would (SEL-01).
    case accepted(Int, isTrial: Bool)
    /// Final, with this hash (SEL-01).
    case locked(hash: String, count: Int)
    /// Changed, with this hash (SEL-01).
    case amended(hash: String)
    /// From then on it may be drawn (SEL-02).
    case drawFrom(Moment)
    /// The order holds, and the first of it (SEL-02).
    case drawn(first: PersonID)
    /// The order of another activity holds (SEL-07).
    case sameOrder(ActivityID)
    /// This is still missing (SEL-08).
    case missing([ReadinessGap])
    /// Ready (SEL-08).
    case ready
    /// Goes on without (SEL-08).
    case letThrough([ReadinessGap])
    /// Called, and until when (SEL-03).
    case called([PersonID], until: Moment)
    /// Did not come: once more at the end of the round (SEL-03).
    case toTheEnd(PersonID)
    /// Out (SEL-03, SEL-04).
    case out(PersonID)
    /// Came (SEL-03).
    case present(PersonID)
    /// May choose until then (SEL-04).
    case mayChoose(until: Moment?)
    /// Did not choose in time (SEL-04).
    case timedOut(PersonID)
    /// Has it; the last second to pay, if it runs already (SEL-04, SEL-05).
    case taken(UnitID, until: Moment?)
    /// The former one is free in the same moment (SEL-04).
    case exchanged(UnitID, for: UnitID)
    /// Has it already: nothing changes (SEL-05).
    case alreadyYours(UnitID)
    /// Only tried out (SEL-05).
    case rehearsed(UnitID)
    /// The order is signed (SEL-04).
    case ordered(UnitID, until: Moment?)
    /// Paid (SEL-04, SEL-05).
    case paid(UnitID)
    /// Free again.
    case released(UnitID, ReleaseCause)
    /// Marked (SEL-06).
    case liked(UnitID, isOn: Bool)
    /// On record; everybody else goes on (SEL-09).
    case objected(SlipID)
    /// Decided (SEL-09).
    case resolved(SlipID)
    /// All clocks stand (SEL-09).
    case paused
    /// They go on; so much later than before, in milliseconds (SEL-09).
    case resumed(later: Int64)
    /// No activity keeps it to itself (SEL-01).
    case notBound(UnitID)
    /// A contract was signed for it (SEL-07).
    case contracted(UnitID)
    /// What goes with a unit goes with another one from now on (SEL-07).
    case bound([UnitID], to: UnitID)
    /// The figures (SEL-10).
    case closed(ActivityFigures)

    /// The clause that this reason applies.
    public var clause: Clause {
        switch self {
        case .planned, .rowRefused, .accepted, .locked, .amended, .notBound: .sel(1)
        case .drawFrom, .drawn: .sel(2)
        case .called, .toTheEnd, .out, .present: .sel(3)
        case .mayChoose, .timedOut, .taken, .exchanged, .ordered, .paid: .sel(4)
        case .alreadyYours, .rehearsed: .sel(5)
        case .liked: .sel(6)
        case .sameOrder, .contracted, .bound: .sel(7)
        case .missing, .ready, .letThrough: .sel(8)
        case .objected, .resolved, .paused, .resumed: .sel(9)
        case .closed: .sel(10)
        case .released(_, let cause): cause == .boundCancelled ? .sel(7) : .sel(4)
        }
    }
}

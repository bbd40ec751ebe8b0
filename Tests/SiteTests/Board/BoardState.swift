@testable import HouseRules

@testable import Site

/// A state put together for a board: A, B, C and D on today's sheet, all on stand since 09:00.
struct BoardState {
    var state = SiteState()

    init(_ mechanism: Mechanism = .ring, isConfirmed: Bool = true) {
        for staff in ["A", "B", "C", "D"] as [StaffID] {
            state.apply(.reception(.memberEnrolled(staff, at: mondayAt(8, 0))))
            move(staff, .onStand, at: mondayAt(9, 0))
        }
        let sheet = SheetFact(
            day: monday, mechanism: mechanism, order: ["A", "B", "C", "D"], kept: [], expired: [],
            clearedAdvances: [])
        state.apply(.reception(.sheetPublished(sheet)))
        if isConfirmed { state.apply(.reception(.sheetConfirmed(monday))) }
    }

    mutating func move(
        _ staff: StaffID, _ presence: Presence, at moment: Moment, until: Moment? = nil
    ) {
        state.apply(.presence(.moved(staff, to: presence, at: moment, until: until)))
    }

    /// A group that management holds.
    mutating func hold(_ visit: VisitID, number: Int, at moment: Moment, for staff: StaffID?) {
        let open = OpenVisit(
            visit: visit, visitClass: .newFirst, arrivedAt: moment, person: nil, named: nil,
            number: number)
        state.apply(.reception(.visitRegistered(open)))
        state.apply(.reception(.coverTaken(visit, lockedFor: staff, recallUntil: nil)))
    }

    /// Changes one member directly.
    mutating func change(_ staff: StaffID, _ body: (inout Member) -> Void) {
        guard let place = state.rotation.place(of: staff) else { return }
        body(&state.rotation.members[place])
    }

    func view(at now: Moment = mondayAt(10, 0)) -> BoardView {
        BoardView(seq: 7, state: state, directory: houseDirectory, at: now)
    }

    /// The line of one person.
    func line(_ staff: StaffID, at now: Moment = mondayAt(10, 0)) -> BoardView.Line? {
        view(at: now).lines.first { $0.staff == staff.rawValue }
    }

    func html(at now: Moment = mondayAt(10, 0)) -> String {
        BoardFragment(board: view(at: now)).html.string
    }
}

import Database
import HouseRules

/// Who comes and goes at the front.
extension DemoStory {
    mutating func playPresence(_ scene: DemoScene, _ at: Moment) {
        switch scene {
        case .clockIn(let staff):
            ask("in", .presence(.clockIn(staff)), consultant(staff), at)
        case .goOff(let staff):
            ask("off", .presence(.goOff(staff, .rest)), consultant(staff), at)
        case .publish: ask("sheet", .sheet(.publish), manager, at)
        case .confirm: ask("confirm", .sheet(.confirm), manager, at)
        case .meetingOver: ask("meeting", .calls(.issueOrder), actor(.dutyOfficer), at)
        case .confirmCalls: ask("order", .calls(.confirmOrder), actor(.dutyOfficer), at)
        case .leave(let staff, let kind, let tries): leave(staff, kind, tries, at)
        case .comeBack(let staff):
            ask("back", .presence(.comeBack(staff)), consultant(staff), at)
        default: break
        }
    }

    private mutating func leave(_ staff: StaffID, _ kind: LeaveKind, _ tries: Int, _ at: Moment) {
        let minutes: Int
        switch kind {
        case .official: minutes = numbers.within(35...70)
        case .meal: minutes = numbers.within(22...30)
        case .personal: minutes = isPresent ? numbers.within(30...45) : numbers.within(8...15)
        }
        let back = at.adding(seconds: minutes * 60)
        let asker = kind == .official ? manager : consultant(staff)
        let until = kind == .official ? back : nil
        let left = ask(
            "leave", .duty(.leaveFront(staff, kind, told: .nextInLine, until: until)), asker, at)
        if left {
            plan(.comeBack(staff), at: back)
        } else if tries > 1 {
            plan(.leave(staff, kind, tries: tries - 1), at: at.adding(seconds: 420))
        }
    }

    mutating func playVisit(_ scene: DemoScene, _ at: Moment) {
        switch scene {
        case .arrive(let number): arrive(number, at)
        case .claim(let visit, let staff, let person):
            ask(
                "claim", .claims(.claim(Claim(visit, by: staff, person: person))),
                consultant(staff), at)
        case .finish(let visit): finish(visit, at)
        case .enterVisit(let visit):
            guard let staff = state.registers.visits[visit]?.staff else { break }
            ask(
                "entry", .registers(.enterVisit(visit, filled: VisitColumn.allCases)),
                consultant(staff), at)
        case .resetTable(let visit):
            ask("table", .registers(.resetTable(visit)), desk, at)
        default: break
        }
    }

    private mutating func arrive(_ number: Int, _ planned: Moment) {
        let at = missesTurn(planned)
        let visit = VisitID("\(day.text)-\(site.id)-\(number)")
        let index =
            expected(at)
            ?? numbers.pick(weighted: [
                (nil, 62), (known { $0.hasVisited }, 24), (known { !$0.hasVisited }, 14),
            ])
        let comes = index.map { asKnown(visit, $0, at) } ?? false
        if !comes { guard asNew(visit, at) else { return } }
        plan(.finish(visit), at: at.adding(seconds: numbers.within(1320...3420)))
        if let passer = free.last, numbers.chance(3) {
            let other = VisitCommand.take(visit, passer)
            ask("take", .visits(other), consultant(passer), at, keepsRefusal: true)
        }
    }

    /// On the present day somebody is away for a moment just when a group comes, so that there are
    /// lost turns to quarrel about.
    private mutating func missesTurn(_ at: Moment) -> Moment {
        guard isPresent, state.duty.lost.count < 2, free.count > 2,
            let place = state.rotation.queue.first,
            case let first = state.rotation.members[place].staff, free.contains(first)
        else { return at }
        leave(first, .personal, 1, at)
        return at.adding(seconds: 40)
    }

    /// Somebody with an appointment that has come.
    private func expected(_ at: Moment) -> Int? {
        customers.firstIndex { $0.expected.map { $0.day == day && $0 <= at } ?? false }
    }

    private mutating func known(_ fits: (DemoCustomer) -> Bool) -> Int? {
        let found = customers.indices.filter { customers[$0].owner != nil && fits(customers[$0]) }
        return numbers.pick(Array(found.suffix(60)))
    }

    private mutating func asKnown(_ visit: VisitID, _ index: Int, _ at: Moment) -> Bool {
        let customer = customers[index]
        customers[index].expected = nil
        guard let owner = customer.owner else { return false }
        // Now and then they do not say that they know somebody, and are recognised.
        let says = !numbers.chance(15)
        let visitClass: VisitClass =
            !says
            ? .newFirst
            : customer.hasVisited ? .ownedReturning : .callNamed
        let came = ask(
            "visit",
            .visits(
                .register(
                    Arrival(
                        visit, visitClass, named: says ? owner : nil, person: customer.person))),
            desk, at)
        guard came else { return false }
        customers[index].hasVisited = true
        if !says {
            let seconds = numbers.within(90...280)
            plan(.claim(visit, owner, customer.person), at: at.adding(seconds: seconds))
        }
        return true
    }

    private mutating func asNew(_ visit: VisitID, _ at: Moment) -> Bool {
        let visitClass = numbers.pick(weighted: [
            (VisitClass.newFirst, 78), (.channel, 7), (.callUnnamed, 7), (.peer, 4),
            (.relation, 4),
        ])
        var alongside: [SQL] = []
        var customer: DemoCustomer?
        if visitClass != .peer, numbers.chance(75) {
            let new = newCustomer()
            alongside = people.insertions(new.person, new.details, at: at)
            customer = new
        }
        func arrival(_ visitClass: VisitClass) -> Command {
            .visits(.register(Arrival(visit, visitClass, person: customer?.person)))
        }
        guard
            ask("visit", arrival(visitClass), desk, at, alongside: alongside)
                || ask("visit", arrival(.newFirst), desk, at, alongside: alongside)
        else { return false }
        if var customer {
            customer.hasVisited = true
            customer.owner = state.rotation.visits[visit]?.receptionist
            customers.append(customer)
        }
        return true
    }

    mutating func newCustomer() -> DemoCustomer {
        DemoCustomer(customers.count + 1, of: site.id, on: day, &numbers)
    }

    private mutating func finish(_ visit: VisitID, _ at: Moment) {
        guard let open = state.rotation.visits[visit] else { return }
        guard let staff = open.receptionist else {
            return plan(.finish(visit), at: at.adding(seconds: 900))
        }
        let isLogged = numbers.chance(93)
        let actor = consultant(staff)
        if !ask("done", .visits(.finish(visit, logged: isLogged)), actor, at) {
            guard ask("done", .visits(.finish(visit, logged: true)), actor, at) else { return }
        } else if !isLogged, numbers.chance(60) {
            plan(.enterVisit(visit), at: at.adding(seconds: numbers.within(1200...5400)))
        }
        if numbers.chance(88) {
            plan(.resetTable(visit), at: at.adding(seconds: numbers.within(60...280)))
        }
    }
}

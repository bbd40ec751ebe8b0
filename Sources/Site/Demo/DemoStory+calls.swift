import Database
import HouseRules

/// The sales line.
extension DemoStory {
    mutating func playCall(_ scene: DemoScene, _ at: Moment) {
        switch scene {
        case .ring(let number): ring(number, at)
        case .callBack(let call): callBack(call, at)
        case .link(let call, let customer): link(call, customer, at)
        case .hangUp(let call, let customer): hangUp(call, customer, at)
        case .enterCall(let call, let customer, let staff): enterCall(call, customer, staff, at)
        case .text(let call): text(call, at)
        default: break
        }
    }

    private mutating func ring(_ number: Int, _ at: Moment) {
        let call = CallID("\(day.text)-\(site.id)-c\(number)")
        let wanted = numbers.chance(8) ? numbers.pick(free) : nil
        let command: CallCommand
        switch numbers.below(100) {
        case 0..<4: command = .rang(call, .rings(numbers.within(4...6)), by: numbers.pick(free))
        case 4..<9: command = .noteCallback(call)
        default: command = .arrive(call, wanted: wanted)
        }
        guard ask("ring", .calls(command), desk, at) else { return }
        goOn(call, at)
    }

    /// Somebody talks now, or it is to be called back.
    private mutating func goOn(_ call: CallID, _ at: Moment) {
        guard state.calls.open[call]?.answerer != nil else {
            return plan(.callBack(call), at: at.adding(seconds: numbers.within(300...1500)))
        }
        let length = numbers.within(70...230)
        guard numbers.chance(72) else {
            return plan(.hangUp(call, nil), at: at.adding(seconds: length))
        }
        let customer = newCustomer()
        customers.append(customer)
        plan(.link(call, customers.count - 1), at: at.adding(seconds: length - 20))
        plan(.hangUp(call, customers.count - 1), at: at.adding(seconds: length))
    }

    private mutating func callBack(_ call: CallID, _ at: Moment) {
        guard state.calls.open[call] != nil else { return }
        guard let staff = numbers.pick(free),
            ask("callback", .calls(.answer(call, staff)), desk, at)
        else { return plan(.callBack(call), at: at.adding(seconds: 300)) }
        goOn(call, at)
    }

    private mutating func link(_ call: CallID, _ index: Int, _ at: Moment) {
        guard let staff = state.calls.open[call]?.answerer else { return }
        let customer = customers[index]
        let isLinked = ask(
            "link", .claims(.linkCall(call, customer.person)), consultant(staff), at,
            alongside: people.insertions(customer.person, customer.details, at: at))
        if isLinked { customers[index].owner = staff }
    }

    private mutating func hangUp(_ call: CallID, _ customer: Int?, _ at: Moment) {
        guard let staff = state.calls.open[call]?.answerer,
            ask("end", .calls(.end(call)), consultant(staff), at)
        else { return }
        plan(
            .enterCall(call, customer, staff), at: at.adding(seconds: numbers.within(30...110)))
    }

    private mutating func enterCall(
        _ call: CallID, _ index: Int?, _ staff: StaffID, _ at: Moment
    ) {
        let isKnown = index.map { customers[$0].owner != nil } ?? false
        var entry = CallEntry(call, filled: filled(isKnown), isFirst: isKnown)
        entry.numberRefused = !isKnown
        entry.isSuspect = !isKnown && numbers.chance(15)
        entry.person = isKnown ? index.map { customers[$0].person } : nil
        entry.invitation = numbers.pick(weighted: [
            (Invitation.booked, isKnown ? 35 : 0), (.pending, 50), (.declined, 15),
        ])
        if entry.invitation == .booked { entry.appointment = agreed(after: at) }
        let note = callNote(entry)
        let isEntered = ask(
            "entry", .registers(.enterCall(entry)), consultant(staff), at,
            alongside: [
                notes.keep(
                    note, of: .call, call.rawValue, person: entry.person,
                    by: staff, at: at)
            ])
        guard isEntered, let index, isKnown else { return }
        if let agreed = entry.appointment {
            customers[index].expected = agreed
            ask(
                "appoint",
                .claims(.appoint(Appointment(customers[index].person, with: staff, at: agreed))),
                consultant(staff), at)
        }
        switch numbers.below(100) {
        case 0..<84: plan(.text(call), at: at.adding(seconds: numbers.within(20...150)))
        case 84..<94: plan(.text(call), at: at.adding(seconds: numbers.within(420...2400)))
        case 94..<97:
            ask("declined", .registers(.declineText(call)), consultant(staff), at)
        default: break
        }
    }

    private mutating func filled(_ isKnown: Bool) -> [CallColumn] {
        let all: [CallColumn] =
            isKnown
            ? [.name, .phone, .needs, .sourceChannel, .expectedVisit, .grade]
            : [.name, .needs, .sourceChannel, .expectedVisit, .grade]
        guard numbers.chance(9), let gap = numbers.pick([CallColumn.sourceChannel, .grade])
        else { return all }
        return all.filter { $0 != gap }
    }

    /// Most come at the next weekend, some later the same day.
    private mutating func agreed(after at: Moment) -> Moment {
        let hour = TimeOfDay(numbers.within(10...16), numbers.pick([0, 30]) ?? 0)
        if at.timeOfDay < TimeOfDay(13, 0), numbers.chance(25) {
            return day.at(TimeOfDay(numbers.within(15...17), 0))
        }
        let days = (1...7).filter { day.adding(days: $0).weekday >= 6 }
        return day.adding(days: numbers.pick(days) ?? 1).at(hour)
    }

    private mutating func callNote(_ entry: CallEntry) -> PrivateText {
        var text = PrivateText()
        text.needs = numbers.pick([
            "89 ㎡三房，首付多少", "想看南北通透的四房", "问学区和交房时间", "地铁口步行多久",
            "改善换房，要大阳台", "问付款方式和优惠",
        ])
        if entry.filled.contains(.sourceChannel) {
            text.sourceChannel = numbers.pick(["户外", "短视频", "朋友介绍", "路过", "网站"])
        }
        if entry.filled.contains(.grade) { text.grade = numbers.pick(["A", "B", "C"]) }
        text.isRefused = entry.numberRefused ? true : nil
        text.isSuspect = entry.isSuspect ? true : nil
        text.expectedVisit = numbers.pick(["本周末", "下周", "还没定", "月底前"])
        return text
    }

    private mutating func text(_ call: CallID, _ at: Moment) {
        guard let text = state.registers.texts[call], text.status != .declined else { return }
        ask(
            "text", .registers(.sendText(call, with: policy.registers.textElements)),
            consultant(text.staff), at)
    }
}

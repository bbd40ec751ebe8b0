import Database
import HouseRules

/// Slips, checks, quarrels and the evening.
extension DemoStory {
    mutating func playSlip(_ scene: DemoScene, _ at: Moment) {
        switch scene {
        case .follow: follow(at)
        case .message(let number): message(number, at)
        case .handle(let slip): ask("handled", .registers(.handleMessage(slip)), manager, at)
        case .promise(let number): promise(number, at)
        case .keep(let slip): ask("kept", .registers(.answerPromise(slip)), manager, at)
        case .inspect(let number): inspect(number, at)
        case .recheck(let slip):
            ask("recheck", .registers(.recheck(slip, stillFailing: [])), manager, at)
        default: break
        }
    }

    private mutating func follow(_ at: Moment) {
        let owned = customers.suffix(80).filter { $0.owner != nil }
        guard let customer = numbers.pick(Array(owned)), let owner = customer.owner else { return }
        let fact = CustomerFact(
            customer.person, owner, numbers.chance(75) ? .touch : .unreached,
            occurred: at.adding(seconds: -120))
        ask("follow", .claims(.note(fact)), consultant(owner), at)
    }

    private func slip(_ kind: String, _ number: Int) -> SlipID {
        SlipID("\(day.text)-\(site.id)-\(kind)\(number)")
    }

    private mutating func message(_ number: Int, _ at: Moment) {
        guard let staff = numbers.pick(state.calls.order) else { return }
        let slip = slip("m", number)
        var text = PrivateText()
        text.text = numbers.pick([
            "王先生来电，问贷款要哪些材料，请回电", "李女士想改到周日上午来", "客户问车位什么时候开卖",
            "陈先生说合同里名字要加一个人",
        ])
        let isLeft = ask(
            "message", .registers(.leaveMessage(slip, for: staff)), desk, at,
            alongside: [notes.keep(text, of: .message, slip.rawValue, by: desk.staff, at: at)])
        guard isLeft, numbers.chance(isPresent ? 40 : 100) else { return }
        plan(.handle(slip), at: at.adding(seconds: numbers.within(900...5400)))
    }

    private mutating func promise(_ number: Int, _ at: Moment) {
        guard let staff = numbers.pick(state.calls.order) else { return }
        let slip = slip("p", number)
        var text = PrivateText()
        text.text = numbers.pick([
            "学区划片今年有没有变化", "精装交付标准里的厨电品牌", "公积金组合贷最长几年", "地下车位的层高",
        ])
        let department = numbers.pick(["营销部", "工程部", "财务部", "物业"]) ?? "营销部"
        let due = at.adding(seconds: numbers.within(2...6) * 3600)
        let isPromised = ask(
            "promise", .registers(.promise(slip, staff, department: department, due: due)),
            consultant(staff), at,
            alongside: [notes.keep(text, of: .promise, slip.rawValue, by: staff, at: at)])
        guard isPromised, numbers.chance(isPresent ? 40 : 100) else { return }
        let late = numbers.chance(12) ? 1800 : -numbers.within(600...5400)
        plan(.keep(slip), at: min(due.adding(seconds: late), day.at(TimeOfDay(18, 30))))
    }

    private mutating func inspect(_ number: Int, _ at: Moment) {
        guard let staff = numbers.pick(state.calls.order) else { return }
        let slip = slip("i", number)
        let list: Checklist = numbers.pick([.station, .phone, .conduct]) ?? .station
        let failing =
            numbers.chance(35)
            ? numbers.pick(
                list.items.filter {
                    !list.serious.contains($0)
                }) : nil
        let results = list.items.map {
            ItemResult($0, $0 == failing ? .fail : .pass, fact: $0 == failing ? "巡查时见到" : "")
        }
        let inspection = Inspection(slip, list, of: staff, results)
        guard ask("inspect", .registers(.inspect(inspection)), manager, at), failing != nil
        else { return }
        plan(.recheck(slip), at: at.adding(seconds: 2400))
    }

    mutating func playOffice(_ scene: DemoScene, _ at: Moment) {
        switch scene {
        case .dispute(let number): dispute(number, at)
        case .rule: rule(at)
        case .suspend:
            guard let staff = site.consultants.dropLast().last.map(site.staff) else { break }
            ask(
                "suspend",
                .duty(.suspend(staff, .evasion, incident: "\(day.text)-1", facts: "轮到时推说有事不站")),
                manager, at)
        case .evening: ask("evening", .registers(.endEvening), actor(.dutyOfficer), at)
        case .review:
            for (call, text) in state.registers.texts.sorted(by: { $0.key < $1.key })
            where text.day == day && text.passed == nil {
                let isGood = text.status == .sent || text.status == .declined
                ask("review", .registers(.reviewText(call, passed: isGood)), manager, at)
            }
        case .collect:
            let counts = state.registers.counts[day]
            ask(
                "collect",
                .registers(.collect(day, visits: counts?.visits ?? 0, calls: counts?.calls ?? 0)),
                actor(.clericalStaff), at)
        case .close: ask("close", .sheet(.close), manager, at)
        default: break
        }
    }

    /// Somebody does not take a lost turn; on the present day two such quarrels stay open.
    private mutating func dispute(_ number: Int, _ at: Moment) {
        let open = state.duty.disputes.values.map(\.turn)
        let lost = state.duty.lost.first { turn in !open.contains(turn) }
        let isFiled = lost.map { turn in
            ask(
                "dispute",
                .duty(
                    .fileDispute(
                        "\(day.text)-\(site.id)-d\(number)", turn.staff, visit: turn.visit,
                        note: number == 0 ? "我在洽谈区送资料，喊一声就到" : "当时主管派我去取合同")),
                consultant(turn.staff), at)
        }
        guard isFiled != true, at.timeOfDay < TimeOfDay(17, 0) else { return }
        plan(.dispute(number), at: at.adding(seconds: 900))
    }

    private mutating func rule(_ at: Moment) {
        guard !isPresent else { return }
        for id in state.duty.disputes.keys.sorted() {
            let ruling: DisputeRuling = numbers.chance(50) ? .makeup : .dismissed
            ask(
                "ruling",
                .duty(
                    .ruleDispute(
                        id, ruling, note: ruling == .makeup ? "核对了监控，确实在派工" : "监控里不在前台，维持")),
                manager, at)
        }
    }
}

import HouseRules
import Yams

extension ScenarioReader {
    /// What a fact asks the rules; nil: nothing.
    struct Asked {
        let subject: String
        let command: Command?
    }

    /// The command of a fact, several for several people; empty after a fault.
    mutating func commands(
        _ kind: FactKind, _ main: YAMLField, _ mapping: Node.Mapping, _ moment: Moment
    ) -> [Asked] {
        let what = "\(kind.rawValue)（\(kind.label)）"
        switch kind {
        case .publishSheet, .confirmSheet, .closeDay, .tick:
            return plain(kind, main, what)
        case .check:
            return [Asked(subject: "", command: nil)]
        case .clockIn:
            return clockIns(main, what)
        case .enroll:
            return enrolment(main, what)
        case .arrival, .finish, .log, .voidVisit, .take:
            return visitCommand(kind, main, mapping, what)
        case .call, .callEnd, .callAnswer, .callNote:
            return callCommand(kind, main, mapping, what)
        case .callRing, .secondLine, .handLine, .meetingOver, .confirmCalls, .visitEntry, .steps,
            .tableReset, .kit, .siteTour, .tourBack, .leaderVisit, .stage, .callEntry, .text,
            .textReview, .collect, .message, .messageDone, .promise, .promiseChange,
            .promiseAnswer, .inspect, .recheck:
            return registerCommands(kind, main, mapping, what)
        case .handFront, .reportAbsent, .answer, .refuse, .leaveReception, .restDays, .suspend,
            .dispute, .ruleDispute, .callBack, .errand, .tourOrder:
            return dutyCommand(kind, main, mapping, what)
        case .register, .linkCall, .identify, .claim, .name, .introduce, .reclassify, .prove,
            .merge, .split, .change, .askChange, .ruleChange, .appointment, .noteHandover,
            .readHandover, .joinGroup, .restDayMeeting, .offsite, .priceTalk, .staffReferral,
            .handOver:
            return claimCommand(kind, main, mapping, what)
        case .relate, .touch, .pause, .lack, .changeRequest, .signChange, .tampered, .reserve,
            .handOut, .takeBack, .introduction, .notice, .cancelDeal, .reassign, .leaveList,
            .assist, .depart, .relativeClaim, .renew, .signRenewal, .samePerson, .twoPersons,
            .peek, .caseShare:
            return ownershipCommand(kind, main, mapping, what)
        case .deal, .dealClaim, .verify, .cross, .poach, .approach, .object, .sickLeave, .payOut,
            .quarrel, .contest, .negotiate, .agree, .escalate, .award, .appeal:
            return adjudicationCommand(kind, main, mapping, what)
        case .report, .blockChannel, .liftChannel, .spaceHomeContact, .gate, .mention,
            .channelMatch, .channelReview, .spaceHome, .visitConfirmation, .closeAudit, .poached,
            .channelDeal, .survey, .recommend, .referralContact:
            return channelCommand(kind, main, mapping, what)
        case .activity, .roster, .lockRoster, .amendRoster, .commitSeed, .draw, .prepareActivity,
            .approveActivity, .callGroup, .checkIn, .seat, .pick, .signPick, .payPick, .giveBack,
            .markUnit, .objection, .resolveObjection, .pauseActivity, .resumeActivity, .askUnit,
            .tellUnit, .closeActivity:
            return selectionCommands(kind, main, mapping, moment)
        case .commissionScheme, .publishScore, .commissionMonth, .approveMonth, .lockMonth,
            .correctMonth:
            return commissionCommand(kind, main, mapping, what)
        case .leave, .comeBack, .waive, .offDuty, .stand, .release, .adjust:
            return about(main, what) { reader, staff in
                reader.personCommand(kind, staff, mapping, main)
            }
        default:
            return salesCommands(kind, main, mapping, what)
        }
    }

    private mutating func plain(_ kind: FactKind, _ main: YAMLField, _ what: String) -> [Asked] {
        guard reading.flag(main.value, of: what) == true else {
            reading.fault(main.value, "\(what)只写 true；不要这一条就整条删掉。")
            return []
        }
        return [Asked(subject: "", command: plainCommand(kind))]
    }

    private mutating func clockIns(_ main: YAMLField, _ what: String) -> [Asked] {
        guard case .sequence = main.value else {
            return about(main, what) { _, staff in .presence(.clockIn(staff)) }
        }
        return peopleList(main.value, of: what).map {
            Asked(subject: $0.rawValue, command: .presence(.clockIn($0)))
        }
    }

    private mutating func enrolment(_ main: YAMLField, _ what: String) -> [Asked] {
        guard let name = reading.text(main.value, of: what) else { return [] }
        people.insert(name)
        return [Asked(subject: name, command: .roster(.enroll(StaffID(name))))]
    }

    private func plainCommand(_ kind: FactKind) -> Command {
        switch kind {
        case .publishSheet: .sheet(.publish)
        case .confirmSheet: .sheet(.confirm)
        case .closeDay: .sheet(.close)
        default: .settleDue
        }
    }

    private mutating func about(
        _ main: YAMLField, _ what: String,
        _ command: (inout ScenarioReader, StaffID) -> Command?
    ) -> [Asked] {
        guard let staff = person(main.value, of: what), let command = command(&self, staff) else {
            return []
        }
        return [Asked(subject: staff.rawValue, command: command)]
    }

    private mutating func personCommand(
        _ kind: FactKind, _ staff: StaffID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> Command? {
        switch kind {
        case .comeBack: return .presence(.comeBack(staff))
        case .waive: return .presence(.waive(staff))
        case .release: return .roster(.release(staff))
        case .leave:
            guard let reason: LeaveKind = word("reason", "原因", mapping, main) else { return nil }
            let until = mapping["until"].flatMap { moment($0, of: "until（到何时）") }
            guard mapping["told"] != nil else {
                return .presence(.leave(staff, reason, until: until))
            }
            guard let told: Told = word("told", "知会了谁", mapping, main) else { return nil }
            return .duty(.leaveFront(staff, reason, told: told, until: until))
        case .offDuty:
            let kind: OffDutyKind =
                mapping["kind"].flatMap { reading.choice($0, of: "kind（哪种离岗）") } ?? .rest
            return .presence(.goOff(staff, kind))
        case .stand:
            let slot = mapping["slot"].flatMap { reading.whole($0, 1...99, of: "slot（位次）") }
            return .presence(.takeSlot(staff, slot ?? 1))
        case .adjust:
            guard let effect: TurnEffect = word("effect", "轮次结果", mapping, main) else {
                return nil
            }
            let note = mapping["note"].flatMap { reading.text($0, of: "note（原因）") } ?? ""
            return .roster(.adjust(staff, effect, note: note))
        default: return nil
        }
    }

    private mutating func visitCommand(
        _ kind: FactKind, _ main: YAMLField, _ mapping: Node.Mapping, _ what: String
    ) -> [Asked] {
        guard let name = reading.text(main.value, of: what) else { return [] }
        let visit = VisitID(name)
        let command: VisitCommand?
        switch kind {
        case .arrival:
            command = arrival(visit, mapping, main).map { .register($0) }
        case .finish:
            let logged = mapping["logged"].flatMap { reading.flag($0, of: "logged（已登记）") } ?? true
            command = .finish(visit, logged: logged)
        case .take:
            command = required("person", "谁", mapping, main).flatMap {
                person($0, of: "person（谁）")
            }.map { .take(visit, $0) }
        case .voidVisit:
            let note = mapping["note"].flatMap { reading.text($0, of: "note（原因）") }
            command = .void(visit, note: note ?? "")
        default:
            command = .log(visit)
        }
        return command.map { [Asked(subject: name, command: .visits($0))] } ?? []
    }

    private mutating func arrival(
        _ visit: VisitID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> Arrival? {
        let named = mapping["named"].flatMap { person($0, of: "named（找谁）") }
        let arrived = mapping["arrived"].flatMap { moment($0, of: "arrived（到场时刻）") }
        let customer = mapping["customer"].flatMap { reading.text($0, of: "customer（客户）") }
        var visitClass: VisitClass? = .newFirst
        if let node = mapping["class"] { visitClass = reading.choice(node, of: "class（来访类别）") }
        guard let visitClass else { return nil }
        return Arrival(
            visit, visitClass, arrivedAt: arrived, named: named,
            person: customer.map { PersonID($0) }, answers: answers(mapping))
    }

    private mutating func callCommand(
        _ kind: FactKind, _ main: YAMLField, _ mapping: Node.Mapping, _ what: String
    ) -> [Asked] {
        guard let name = reading.text(main.value, of: what) else { return [] }
        let call = CallID(name)
        let command: CallCommand?
        switch kind {
        case .call:
            command = .arrive(
                call, wanted: mapping["wanted"].flatMap { person($0, of: "wanted（找谁）") })
        case .callAnswer:
            command = required("person", "谁", mapping, main).flatMap {
                person($0, of: "person（谁）")
            }.map { .answer(call, $0) }
        case .callNote: command = .noteCallback(call)
        default: command = .end(call)
        }
        return command.map { [Asked(subject: name, command: .calls($0))] } ?? []
    }

    mutating func word<Word: RawRepresentable & CaseIterable & Labelled>(
        _ key: String, _ label: String, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> Word? where Word.RawValue == String {
        required(key, label, mapping, main).flatMap { reading.choice($0, of: "\(key)（\(label)）") }
    }

    mutating func required(
        _ key: String, _ label: String, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> Node? {
        if let node = mapping[Node(key)] { return node }
        reading.fault(main.keyNode, "\(main.key) 这条事实少了 \(key)（\(label)），请补上。")
        return nil
    }
}

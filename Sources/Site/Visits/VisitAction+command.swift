import Database
import HouseRules

/// A command with what is personal beside it.
struct Asked: Sendable {
    let command: Command
    var alongside: [SQL] = []

    init(_ command: Command, alongside: [SQL] = []) {
        self.command = command
        self.alongside = alongside
    }

    init(_ command: VisitCommand) { self.init(.visits(command)) }
    init(_ command: ClaimCommand) { self.init(.claims(command)) }
    init(_ command: DutyCommand) { self.init(.duty(command)) }
    init(_ command: RegisterCommand) { self.init(.registers(command)) }
}

extension VisitAction {
    /// What a submitted form asks for.
    func asked(_ visit: VisitID, _ call: Call, _ house: House) async throws -> Asked {
        switch self {
        case .claim: return Asked(.claim(try await claim(visit, call, house)))
        case .wish: return Asked(try await wish(visit, call, house))
        case .person, .customer: return try await aboutCustomer(visit, call, house)
        case .introduction:
            let introducer = try await introducer(call, house)
            let arrived = try call.form.momentToday("arrived_at", house.now(call))
            return Asked(
                .introduce(
                    Introduction(visit, by: introducer, arrivedAt: arrived ?? house.now(call))))
        case .name, .reclassify, .price, .referral, .merge, .split, .change, .proof:
            return Asked(try course(visit, call, house))
        case .answer, .refusal, .departure, .dispute:
            return Asked(try duty(visit, call, house))
        case .step, .entry, .table: return Asked(try register(visit, call.form))
        case .note: return try await handover(visit, call, house)
        case .read: return Asked(ClaimCommand.readHandover(visit))
        case .void: return Asked(try voiding(visit, call.form))
        }
    }

    /// The words are sealed with the visit's customer; the journal knows only that there are some.
    private func handover(_ visit: VisitID, _ call: Call, _ house: House) async throws -> Asked {
        var text = PrivateText()
        text.text = try call.form.needed("note", "请写清要交接的事。")
        let account = try house.account(call)
        let person = try await house.database.read { transaction in
            try transaction.row(VisitRow.one(visit, at: account.site)).map(VisitRow.init)?.person
        }
        let trace = try await house.book(call).state.customers.traces[visit]
        let keep = PrivateNotes(site: account.site, key: house.personKey).keep(
            text, of: .handover, visit.rawValue, person: trace?.person ?? person,
            by: account.staff, at: house.now(call))
        return Asked(.claims(.noteHandover(visit, note: "")), alongside: [keep])
    }

    /// The four conditions as they were ticked; whoever claims for themselves names nobody.
    private func claim(_ visit: VisitID, _ call: Call, _ house: House) async throws -> Claim {
        let form = call.form
        var claim = Claim(visit, by: try form.staff("staff") ?? house.account(call).staff)
        claim.saidSurname = form["surname"] == "1"
        claim.acknowledged = form["acknowledged"] == "1"
        claim.wantsAnother = form["wants_another"] == "1"
        claim.confirmsOwnResource = form["own_resource"] == "1"
        claim.pointedAt = form["pointed"] == "1"
        if let phone = try form.phone("phone") {
            claim.person = try await house.knownCustomer(phone: phone, call)
        }
        return claim
    }

    /// A customer who is here wants another consultant: written down for management.
    private func wish(_ visit: VisitID, _ call: Call, _ house: House) async throws -> ClaimCommand {
        let form = call.form
        let trace = try await house.book(call).state.customers.traces[visit]
        guard let person = trace?.person else {
            throw Problem.fault("note", "还不知道这组客户是谁。请先登记客户号码，再提换人。")
        }
        guard let cause = form.text("cause").flatMap(ChangeCause.init) else {
            throw Problem.fault("cause", "请选是因为投诉还是客户自己的意思。")
        }
        return .askChange(
            ChangeWish(
                SlipID(try house.commandID(form["id"], call)), of: person,
                wants: try form.staff("staff"), cause,
                note: try form.needed("note", "请写清客户为什么要换。")))
    }

    /// Asks first: what cannot be taken back is ticked before it is done.
    private func voiding(
        _ visit: VisitID, _ form: FormFields
    ) throws(Problem) -> VisitCommand {
        let note = try form.needed("note", "请写明为什么作废，例如“同一组登记了两次”。")
        guard form["sure"] == "1" else {
            throw .fault("sure", "请核对后勾上，作废以后不能恢复。")
        }
        return .void(visit, note: note)
    }

    private func introducer(_ call: Call, _ house: House) async throws -> PersonID {
        guard let phone = try call.form.phone("introducer_phone") else {
            throw Problem.fault("introducer_phone", "请填陪同来的老客户手机。")
        }
        guard let person = try await house.knownCustomer(phone: phone, call) else {
            throw Problem.unknownIntroducer
        }
        return person
    }

    /// The number is sealed in the register of people; the journal gets the customer's id.
    private func aboutCustomer(
        _ visit: VisitID, _ call: Call, _ house: House
    ) async throws -> Asked {
        let form = call.form
        if self == .customer {
            let trace = try await house.book(call).state.customers.traces[visit]
            guard let person = trace?.person else {
                throw Problem.fault("staff", "还不知道这组客户是谁。请先登记客户号码，再交给别人。")
            }
            return Asked(
                .handOver(
                    person, to: try form.neededStaff("staff"),
                    note: try form.needed("note", "请写清为什么交给别人。")))
        }
        guard let phone = try form.phone("phone") else {
            throw Problem.fault("phone", "请填客户手机。")
        }
        let id = try house.commandID(form["id"], call)
        let customer = try await house.customer(
            name: form.text("name"), phone: phone, id: id, call)
        guard let person = customer.person else { throw Problem.fault("phone", "请填客户手机。") }
        return Asked(.claims(.identify(visit, person)), alongside: customer.alongside)
    }

    private func course(
        _ visit: VisitID, _ call: Call, _ house: House
    ) throws(Problem) -> ClaimCommand {
        let form = call.form
        switch self {
        case .name: return .name(visit, try form.neededStaff("staff"))
        case .price: return .beginPriceTalk(visit)
        case .proof: return .prove(visit)
        case .reclassify:
            return .reclassify(visit, try form.visitClass(), named: try form.staff("named"))
        case .referral:
            let contacted = try form.momentToday("contacted", house.now(call))
            return .hearStaffReferral(
                visit, contacted: contacted ?? house.now(call),
                designated: try form.staff("staff"))
        case .merge:
            return .merge(visit, VisitID(try form.needed("other", "请选和哪一组合成一组。")))
        case .split:
            let part = VisitID(try house.commandID(form["id"], call))
            return .split(
                visit, Arrival(part, try form.visitClass(), named: try form.staff("named")))
        default:
            let cause = form.text("cause").flatMap(ChangeCause.init)
            guard let cause else { throw .fault("cause", "请选换顾问是因为投诉还是客户自己的意思。") }
            return .change(
                ChangeSlip(
                    visit, to: try form.neededStaff("staff"), cause,
                    note: form.text("note") ?? ""))
        }
    }

    private func duty(
        _ visit: VisitID, _ call: Call, _ house: House
    ) throws(Problem) -> DutyCommand {
        let form = call.form
        let own = try house.account(call).staff
        let staff = try form.staff("staff") ?? own
        switch self {
        case .answer: return .answer(visit, staff)
        case .refusal:
            return .refuse(visit, staff, note: try form.needed("note", "不接要写明事实。"))
        case .dispute:
            let name = try house.commandID(form["id"], call)
            return .fileDispute(
                name, staff, visit: visit, note: try form.needed("note", "请写清为什么有异议。"))
        default:
            guard let kind = form.text("reason").flatMap(MidLeave.init) else {
                throw .fault("reason", "请选离开的原因。")
            }
            return .leaveReception(visit, kind)
        }
    }

    private func register(
        _ visit: VisitID, _ form: FormFields
    ) throws(Problem) -> RegisterCommand {
        switch self {
        case .table: return .resetTable(visit)
        case .entry:
            let columns = form.all("filled").compactMap(VisitColumn.init)
            guard !columns.isEmpty else { throw .fault("filled", "请勾出登记表上已经填好的栏。") }
            return .enterVisit(visit, filled: columns)
        default:
            guard let step = form.text("step").flatMap(ReceptionStep.init) else {
                throw .fault("step", "请选做完的是哪一步。")
            }
            return .markStep(visit, step)
        }
    }
}

extension FormFields {
    /// A consultant that was chosen.
    func staff(_ name: String) throws(Problem) -> StaffID? {
        guard let text = text(name) else { return nil }
        return try StaffID(sent: text)
    }

    /// A consultant that must be chosen.
    func neededStaff(_ name: String) throws(Problem) -> StaffID {
        guard let staff = try staff(name) else { throw .fault(name, "请选是哪位置业顾问。") }
        return staff
    }

    /// A text that must be there, of 500 characters at most.
    func needed(_ name: String, _ sentence: String) throws(Problem) -> String {
        guard let text = text(name) else { throw .fault(name, sentence) }
        guard text.count <= 500 else { throw .fault(name, "最多写 500 个字，请精简一些。") }
        return text
    }

    /// A class of visit that must be chosen.
    func visitClass() throws(Problem) -> VisitClass {
        guard let known = text("class").flatMap(VisitClass.init) else {
            throw .fault("class", "请选是哪一类客户。")
        }
        return known
    }

    /// A telephone number, if one was typed.
    func phone(_ name: String) throws(Problem) -> String? {
        guard let text = text(name) else { return nil }
        let phone = plainPhone(text)
        guard isPhone(phone) else {
            throw .fault(name, phoneFault)
        }
        return phone
    }

    /// A time of today, if one was typed.
    func momentToday(_ name: String, _ now: Moment) throws(Problem) -> Moment? {
        guard let text = text(name) else { return nil }
        guard let time = TimeOfDay(text) else { throw .fault(name, "时刻要写成 14:05。") }
        return now.day.at(time)
    }
}

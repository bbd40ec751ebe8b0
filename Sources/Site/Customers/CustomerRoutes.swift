import Database
import HTTPTypes
import HouseRules

/// Customers: in the order of danger, one by one, and those who are nobody's.
struct CustomerRoutes: Sendable {
    let house: House

    static let pageSize = 50

    var routes: [Route] {
        let access = Access.permission(.tendCustomers)
        return [
            Route(
                .get, "/customers", access: access, kind: .page, summary: "客户，按失效先后",
                handler: list),
            Route(
                .get, "/customers/{id}", access: access, kind: .page, summary: "一位客户"
            ) { try await file($0) },
            Route(
                .post, "/customers/{id}/contacts", access: access, kind: .form,
                summary: "登记一次跟进", handler: followUp),
            Route(
                .post, "/customers/{id}/number", access: access, kind: .form,
                summary: "看号码，留下用途", handler: reveal),
            Route(
                .post, "/customers/{id}/owner", access: .permission(.giveRulings), kind: .form,
                summary: "改派客户", handler: reassign),
        ].comingBack { try await file($0) }
    }

    private func people(_ call: Call) throws -> People {
        People(site: try house.account(call).site, key: house.personKey)
    }

    @Sendable private func list(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let query = try call.query()
        let now = house.now(call)
        let seesAll = account.role.permissions.contains(.seeAllCustomers)
        let asked = try query.text("staff").map { (id) throws(Problem) in try StaffID(sent: id) }
        let staff = seesAll ? asked : account.staff
        let number = query.page
        let (people, labels) = (try people(call), house.labels)
        let rows = try await house.database.glance { transaction in
            try StretchRow.named(
                of: staff, on: now.day, by: people, labels, limit: Self.pageSize + 1,
                offset: (number - 1) * Self.pageSize, in: transaction)
        }
        let state = try await house.book(call).view(at: now).state
        let directory = try await house.names.directory(account.site)
        let lines = lines(rows.prefix(Self.pageSize), on: now.day, state, directory)
        let page = CustomerListPage(
            search: CustomerSearchBox(csrf: call.csrfField),
            export: account.role.permissions.contains(.exportLists)
                ? CustomerExportForm(
                    staff: staff,
                    mayRevealNumbers: account.role.permissions.contains(.revealPersonalData),
                    mayImport: account.role.permissions.contains(.importLists),
                    csrf: call.csrfField) : nil,
            list: CustomerList(lines: lines, showsOwners: staff == nil), staff: staff,
            people: seesAll ? directory.consultants : [], waiting: state.ownership.pool.count,
            page: number, isLast: rows.count <= Self.pageSize,
            notice: try await house.notice(of: query.text("decision"), call))
        return call.page("客户", current: "/customers", body: page.html)
    }

    private func lines(
        _ rows: some Sequence<(row: StretchRow, words: String)>, on today: BusinessDay,
        _ state: SiteState, _ directory: StaffDirectory
    ) -> [CustomerList.Line] {
        rows.compactMap { row, words in
            let record = state.ownership.records(of: row.person)
                .last { $0.staff == row.staff && $0.owns && $0.holds(on: today) }
            guard let record else { return nil }
            return CustomerList.Line(
                id: row.person, words: words,
                staff: directory.name(record.staff),
                danger: CustomerList.Danger(record, on: today),
                until: record.boughtOn == nil ? "\(record.until.fullWords) 失效" : "不失效")
        }
    }

    private static let unnamed = "已登记的客户"

    /// The customer of an address, if whoever asks may see them (OWN-55): the owner, whoever helps
    /// the owner, management and clerks.
    func subject(_ call: Call) async throws -> (PersonID, SiteState) {
        let account = try house.account(call)
        let person = try PersonID(sent: try call.parameter("id"))
        let now = house.now(call)
        let state = try await house.book(call).view(at: now).state
        let records = state.ownership.records(of: person)
        let owner = state.ownership.holder(of: person, on: now.day)
        let isTheirs =
            owner == account.staff
            || owner.flatMap { state.ownership.assistant(of: $0, on: now.day) } == account.staff
        guard !records.isEmpty else { throw Problem.notFound }
        guard account.role.permissions.contains(.seeAllCustomers) || isTheirs else {
            throw Problem(
                status: .forbidden, title: "不是您的客户",
                detail: "客户资料只有归属顾问本人、受指派协助的人和管理人员能看（OWN-55）。有疑问请找销售经理。")
        }
        return (person, state)
    }

    private func file(_ call: Call, plain: String? = nil) async throws -> Answer {
        let (person, state) = try await subject(call)
        let account = try house.account(call)
        let now = house.now(call)
        let directory = try await house.names.directory(account.site)
        let (people, labels) = (try people(call), house.labels)
        let rows = try await house.database.glance { transaction in
            try CustomerRows(of: person, people, labels, in: transaction)
        }
        let ruling = state.ownership.ruling(of: person, on: now.day)
        let permissions = account.role.permissions
        let page = CustomerFilePage(
            id: person, words: rows.words ?? Self.unnamed,
            plain: plain, owner: ruling.map { directory.name($0.staff) },
            clocks: ruling.map(Self.clocks) ?? [],
            stretches: state.ownership.records(of: person).reversed().map {
                CustomerFilePage.Stretch($0, on: now.day, directory)
            },
            happenings: rows.contacts.map {
                var happening = CustomerFilePage.Happening($0, directory)
                happening.words = rows.said[$0.decision.rawValue]?.text?.text
                return happening
            },
            mayReassign: permissions.contains(.giveRulings),
            people: directory.consultants,
            privacy: try await house.privacyCards(person, rows.privacy, call), now: now,
            csrf: call.csrfField,
            decisionID: call.web.surroundings.newID(),
            notice: try await house.notice(of: try call.query().text("decision"), call))
        return call.page("客户", current: "/customers", body: page.html)
    }

    private static func clocks(_ record: OwnershipRecord) -> [String] {
        guard record.boughtOn == nil else { return ["买过房，归属不失效（OWN-15）。"] }
        let fresh = record.clock.freshUntil
        let valid = record.clock.validUntil
        let days = record.run.map { "从 \($0.from.fullWords) 起 \($0.days) 天内没有有效跟进就断档" }
        return [
            days.map { "保鲜：\(fresh.fullWords) 0:00 失效（\($0)）。" },
            "有效期：\(valid.fullWords) 0:00 失效，跟进不延长。",
        ].compactMap { $0 }
    }

    @Sendable private func followUp(_ call: Call) async throws -> Answer {
        let (person, _) = try await subject(call)
        let account = try house.account(call)
        guard let medium = call.form.text("medium").flatMap(TouchMedium.init),
            let result = call.form.text("result").flatMap(TouchResult.init)
        else { throw Problem.fault("result", "请选怎么联系的、结果怎样，再保存。") }
        guard let at = call.form.text("at").flatMap({ Moment(local: $0) }) else {
            throw Problem.fault("at", "接通的时刻要写成日期和时刻。")
        }
        let id = try house.commandID(call.form["id"], call)
        let touch = Touch(
            person, by: account.staff, result, medium, hasContent: call.form["content"] == "1",
            occurred: at)
        var alongside: [SQL] = []
        if let words = try FollowUpTemplate.words(call.form) {
            var text = PrivateText()
            text.text = words
            alongside = [
                PrivateNotes(site: account.site, key: house.personKey).keep(
                    text, of: .contact, id, person: person, by: account.staff,
                    at: house.now(call))
            ]
        }
        let record = try await house.perform(
            .ownership(.touch(touch)), id: id, call, alongside: alongside)
        return .redirect(to: "/customers/\(person)?decision=\(record.id)")
    }

    @Sendable private func reveal(_ call: Call) async throws -> Answer {
        let (person, _) = try await subject(call)
        let account = try house.account(call)
        guard let purpose = call.form.text("purpose") else {
            throw Problem.fault("purpose", "请写为什么要看号码。")
        }
        guard purpose.count <= 200 else { throw Problem.fault("purpose", "用途最多 200 个字。") }
        let people = try people(call)
        let (log, now) = (call.web.surroundings.newID(), house.now(call))
        let phone: String?
        do {
            phone = try await house.database.write { transaction in
                try people.reveal(
                    person, to: account.staff, for: purpose, on: .customerFile, logID: log,
                    at: now, in: transaction
                ).phone
            }
        } catch is PersonProblem {
            throw Problem.badRequest("这位客户没有留下号码，或资料已经按本人要求删除。")
        }
        return try await file(call, plain: phone ?? "没有留号码")
    }

    @Sendable private func reassign(_ call: Call) async throws -> Answer {
        let (person, _) = try await subject(call)
        guard let cause = call.form.text("cause").flatMap(ReassignmentCause.init),
            let note = call.form.text("note")
        else { throw Problem.fault("note", "请选改派的原因并写明依据。") }
        guard note.count <= 200 else { throw Problem.fault("note", "依据最多 200 个字。") }
        let reassignment = Reassignment(
            person, to: try call.form.neededStaff("staff"), cause, note: note)
        let record = try await house.perform(
            .ownership(.reassign(reassignment)), id: call.form["id"], call)
        return .redirect(to: "/customers/\(person)?decision=\(record.id)")
    }
}

/// What the database says of one customer, read at once.
private struct CustomerRows: Sendable {
    /// Name and masked number; nil for a customer without personal data.
    let words: String?
    let contacts: [ContactRow]
    let said: [String: PrivateNote]
    let privacy: PrivacyRows

    init(
        of person: PersonID, _ people: People, _ labels: LabelShelf,
        in transaction: any Transaction
    ) throws {
        let notes = PrivateNotes(site: people.site, key: people.key)
        words = try people.labels([person], from: labels, in: transaction)[person]
        contacts = try ContactRow.of([person], at: people.site, limit: 100, in: transaction)
        said = try notes.latest(of: .contact, about: [person], in: transaction)
        privacy = try PrivacyRows(of: person, at: people.site, in: transaction)
    }
}

extension CustomerFilePage.Stretch {
    init(_ record: OwnershipRecord, on day: BusinessDay, _ names: StaffDirectory) {
        staff = names.name(record.staff)
        basis = record.owns ? record.basis.label : record.basis.label + "（只有优先接待权）"
        began = record.clock.began.fullWords
        until = record.boughtOn == nil ? record.until.fullWords : "不失效"
        status = record.status(on: day).label
        isRunning = record.holds(on: day)
    }
}

extension CustomerFilePage.Happening {
    init(_ row: ContactRow, _ names: StaffDirectory) {
        at = row.at
        let how = [row.medium?.label, row.result?.label].compactMap { $0 }.joined(separator: "，")
        what = "\(names.name(row.staff)) \(how)"
        worth =
            row.countsFor.map { "有效，算 \(names.name($0)) 的" }
            ?? "只存档：\(row.void?.label ?? "不计时")"
        decision = row.decision.rawValue
    }
}

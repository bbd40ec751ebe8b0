import Database
import HTTPTypes
import HouseRules

/// The call register line by line, and the text after a first call (REC-59 … REC-64).
struct CallRegisterRoutes: Sendable {
    let house: House

    var routes: [Route] {
        [
            Route(
                .get, "/calls/{id}", access: .permission(.keepRegisters), kind: .page,
                summary: "来电登记"
            ) { call in try await page(call) },
            Route(
                .post, "/calls/{id}/entry", access: .permission(.keepRegisters), kind: .form,
                summary: "保存来电登记", handler: enter),
            Route(
                .post, "/calls/{id}/text", access: .permission(.keepRegisters), kind: .form,
                summary: "发来电短信，或记下客户拒收", handler: text),
        ]
    }

    private func notes(_ call: Call) throws -> PrivateNotes {
        PrivateNotes(site: try house.account(call).site, key: house.personKey)
    }

    private func row(_ id: CallID, _ site: SiteID) async throws -> CallRegisterRow {
        let row = try await house.database.read { transaction in
            try transaction.row(CallRegisterRow.one(id, at: site)).map(CallRegisterRow.init)
        }
        guard let row else { throw Problem.notFound }
        return row
    }

    @Sendable private func enter(_ call: Call) async throws -> Answer {
        let id = CallID(try call.parameter("id"))
        let site = try house.account(call).site
        let form: CallForm
        do { form = try CallForm(call.form) } catch {
            var answer = try await page(call, refused: error)
            answer.status = .unprocessableContent
            return answer
        }
        let row = try await row(id, site)
        let formID = try house.commandID(call.form["id"], call)
        let (person, insertion, bringsName) = try await person(form, of: row, formID, call)
        var entry = CallEntry(id, filled: form.filled, numberRefused: form.numberRefused)
        entry.isFirst = form.isFirst
        entry.isSuspect = form.isSuspect
        entry.invitation = form.invitation
        entry.appointment = form.appointment
        entry.person = person
        // A number that is known brings the name; what stood in the line before stays there.
        if bringsName, form.name == nil { entry.filled.append(.name) }
        let note = try notes(call).keep(
            form.text, of: .call, id.rawValue, person: person,
            by: try house.account(call).staff, at: house.now(call))
        let record = try await house.perform(
            .registers(.enterCall(entry)), id: formID, call, alongside: insertion + [note])
        if let refusal = record.refusal { return try await refused(refusal, call) }
        if let person { try await follow(row, person, form, formID, call) }
        return .redirect(to: "/calls/\(id)?decision=\(record.id)")
    }

    /// The rules' refusal above the form as it was sent: nothing that was typed is lost.
    private func refused(_ refusal: Refusal, _ call: Call) async throws -> Answer {
        let directory = try await house.names.directory(try house.account(call).site)
        let problem = Problem(
            status: .unprocessableContent, title: "没有保存",
            detail: "\(refusal.sentence(names: directory.name))（\(refusal.clause.id)）")
        var answer = try await page(call, refused: problem)
        answer.status = .unprocessableContent
        return answer
    }

    /// Whom the line is about: known by number, as entered before, or new. What is entered in
    /// several goes is one person: the later name or number completes them.
    private func person(
        _ form: CallForm, of row: CallRegisterRow, _ id: String, _ call: Call
    ) async throws -> (person: PersonID?, writing: [SQL], bringsName: Bool) {
        let people = People(site: try house.account(call).site, key: house.personKey)
        let before = try await known(row.call, call)
        if let phone = form.phone,
            let known = try await house.knownCustomer(phone: phone, call)
        {
            return try await complete(known, form, people, renamed: known == before)
        }
        if let before, try await isStill(before, form, people) {
            return try await complete(before, form, people, renamed: true)
        }
        if form.name == nil, form.phone == nil { return (before, [], false) }
        let person = PersonID("p-" + id)
        let details = PersonDetails(name: form.name ?? "", phone: form.phone)
        return (person, people.insertions(person, details, at: house.now(call)), false)
    }

    /// Whether the line is about the same person as before: another number is somebody else's.
    private func isStill(
        _ person: PersonID, _ form: CallForm, _ people: People
    ) async throws -> Bool {
        let shown = try await house.database.read { try? people.masked(person, in: $0) }
        guard let shown else { return false }
        return form.phone == nil ? form.name != nil : shown.phone == nil
    }

    private func complete(
        _ person: PersonID, _ form: CallForm, _ people: People, renamed: Bool
    ) async throws -> (person: PersonID?, writing: [SQL], bringsName: Bool) {
        let found = try await house.database.read { transaction in
            (
                try people.completed(
                    person, name: form.name, phone: form.phone, renamed: renamed,
                    in: transaction),
                try people.masked(person, in: transaction).name
            )
        }
        return (
            person, found.0.map { people.updates(person, $0) } ?? [],
            !found.1.isEmpty && form.phone != nil
        )
    }

    private func known(_ id: CallID, _ call: Call) async throws -> PersonID? {
        let notes = try notes(call)
        return try await house.database.read { transaction in
            try notes.versions(of: .call, id.rawValue, in: transaction).compactMap(\.person).last
        }
    }

    /// The call is its answerer's (REC-56), and whoever agreed to come is expected (REC-38).
    private func follow(
        _ row: CallRegisterRow, _ person: PersonID, _ form: CallForm, _ id: String, _ call: Call
    ) async throws {
        guard let staff = row.answerer else { return }
        let tie: ClaimCommand =
            row.status == .talking
            ? .linkCall(row.call, person)
            : .note(
                CustomerFact(
                    person, staff, .call, occurred: row.answeredAt ?? row.at, ended: row.endedAt))
        _ = try await house.perform(.claims(tie), id: id + "-l", call)
        guard form.invitation == .booked, let agreed = form.appointment else { return }
        let appointment = Appointment(person, with: staff, at: agreed)
        _ = try await house.perform(.claims(.appoint(appointment)), id: id + "-a", call)
    }

    @Sendable private func text(_ call: Call) async throws -> Answer {
        let id = CallID(try call.parameter("id"))
        let formID = try house.commandID(call.form["id"], call)
        let back = call.form["back"].flatMap(localPath) ?? "/calls/\(id)"
        if call.form["answer"] == "declined" {
            let record = try await house.perform(.registers(.declineText(id)), id: formID, call)
            return .redirect(to: "\(back)?decision=\(record.id)")
        }
        return try await .returning({ try await page(call, refused: $0) }) {
            .redirect(to: "\(back)?decision=\(try await send(id, formID, call).id)")
        }
    }

    private func send(_ id: CallID, _ formID: String, _ call: Call) async throws -> DecisionRecord {
        let account = try house.account(call)
        let now = house.now(call)
        let row = try await row(id, account.site)
        let book = try await house.book(call)
        let needed = await book.policy(at: now).policy.registers.textElements
        if needed.contains(.consultantPhone), let own = call.form.text("consultant_phone"),
            !isPhone(plainPhone(own))
        {
            throw Problem.fault("consultant_phone", "顾问电话：\(phoneFault)")
        }
        guard let person = try await known(id, call) else {
            throw Problem.fault("phone", "这一通还没登记客户的称呼和手机，先填登记再发短信。")
        }
        let people = People(site: account.site, key: house.personKey)
        let logID = call.web.surroundings.newID()
        let consents = Consents(site: account.site)
        let details = try await house.database.write { transaction in
            if let change = try consents.forbidsTexts(to: person, in: transaction) {
                throw Problem.textsForbidden(change)
            }
            return try people.reveal(
                person, to: account.staff, for: "发送来电短信", on: .text, logID: logID,
                at: now, in: transaction)
        }
        let directory = try await house.names.directory(account.site)
        let text = CallText(
            form: call.form, site: call.siteName,
            consultant: row.answerer.map(directory.name) ?? account.displayName,
            customer: details.name)
        let order = SMSOrder(
            id: formID, phone: details.phone ?? "", template: text.template(needed),
            values: text.values, decision: DecisionID(formID), at: now,
            expiresAt: row.textCloses ?? now.day.adding(days: 1).start)
        guard let order else {
            throw Problem.fault("phone", "这位客户没有留号码。客户不愿收短信时请点“客户拒收”。")
        }
        let keep = try notes(call).keep(
            text.kept, of: .sender, account.staff.rawValue, by: account.staff, at: now)
        var sent = PrivateText()
        sent.text = order.template.filled(order.values)
        let said = try notes(call).keep(
            sent, of: .text, formID, person: person, by: account.staff, at: now)
        return try await house.perform(
            .registers(.sendText(id, with: text.elements)), id: formID, call,
            alongside: [house.outbox.enqueue(order, at: account.site), keep, said])
    }

    private func page(_ call: Call, refused: Problem? = nil) async throws -> Answer {
        let account = try house.account(call)
        let id = CallID(try call.parameter("id"))
        let row = try await row(id, account.site)
        let notes = try notes(call)
        let people = People(site: account.site, key: house.personKey)
        let found = try await house.database.read { transaction in
            let versions = try notes.versions(of: .call, id.rawValue, in: transaction)
            let person = versions.compactMap(\.person).last.flatMap {
                try? people.masked($0, in: transaction)
            }
            let kept = try notes.versions(of: .sender, account.staff.rawValue, in: transaction)
            return (versions, person, kept.last?.text)
        }
        let directory = try await house.names.directory(account.site)
        let policy = try await house.book(call).policy(at: house.now(call)).policy
        let csrf = call.csrfField
        var form = CallTextForm(
            row: row, csrf: csrf, id: call.web.surroundings.newID(),
            needed: policy.registers.textElements, kept: found.2, hasNumber: found.1?.phone != nil)
        if let refused { (form.typed, form.faults) = (call.form, refused.fields) }
        let shown = refused.map { notice(.stop, title: $0.title, text: $0.detail) }
        let said = try await house.notice(of: call.query().text("decision"), call)
        let page = CallRegisterPage(
            row: row, answerer: row.answerer.map(directory.name) ?? "还没有人接", csrf: csrf,
            decisionID: call.web.surroundings.newID(), notice: shown ?? said, person: found.1,
            text: found.0.last?.text ?? PrivateText(),
            versions: found.0.map {
                .init(
                    number: $0.version, at: $0.at.words, by: directory.name($0.staff),
                    changes: $0.text?.words ?? "打不开：密钥不对，或内容被改过")
            },
            limit: policy.registers.callMinutes, textForm: form.html,
            faults: refused?.fields ?? [],
            typed: refused == nil ? FormFields() : call.form)
        return call.page("来电登记", current: "/calls", body: page.html)
    }
}

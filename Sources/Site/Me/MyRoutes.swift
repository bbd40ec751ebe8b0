import Database
import HTTPTypes
import HouseRules

/// A consultant's phone.
struct MyRoutes: Sendable {
    let house: House

    var routes: [Route] {
        [
            Route(
                .get, "/me", access: .permission(.standInTurn), kind: .page, summary: "我的",
                handler: show),
            Route(
                .get, "/me/state", access: .permission(.standInTurn), kind: .page,
                summary: "我的：随看板变化的部分", handler: state),
            Route(
                .post, "/staff/{id}/stand", access: .permission(.standInTurn), kind: .form,
                summary: "到岗或回位"
            ) { call in
                try await perform(call) { staff, form in
                    .presence(form["move"] == "clock_in" ? .clockIn(staff) : .comeBack(staff))
                }
            },
            Route(
                .post, "/staff/{id}/absence", access: .permission(.standInTurn), kind: .form,
                summary: "离台"
            ) { call in
                try await perform(call, leave)
            },
            Route(
                .post, "/staff/{id}/front", access: .permission(.standInTurn), kind: .form,
                summary: "交接首位"
            ) { call in
                try await perform(call) { staff, form throws(Problem) in
                    .duty(.handFront(staff, to: try form.neededStaff("to")))
                }
            },
            Route(
                .post, "/staff/{id}/waiver", access: .permission(.standInTurn), kind: .form,
                summary: "弃站"
            ) { call in try await perform(call) { staff, _ in .presence(.waive(staff)) } },
            Route(
                .post, "/staff/{id}/off-duty", access: .permission(.standInTurn), kind: .form,
                summary: "下班"
            ) { call in
                try await perform(call) { staff, form in
                    .presence(.goOff(staff, form["kind"] == "leave" ? .leave : .rest))
                }
            },
        ]
    }

    /// Leaves; with a word to somebody it is noted who was told (REC-10).
    private func leave(_ staff: StaffID, _ form: FormFields) throws(Problem) -> Command {
        guard let kind = form.text("reason").flatMap(LeaveKind.init) else {
            throw .fault("reason", "请选离台的事由。")
        }
        guard let word = form.text("told") else {
            return .presence(.leave(staff, kind, until: nil))
        }
        guard let told = Told(rawValue: word) else { throw .fault("told", "请选知会了谁。") }
        return .duty(.leaveFront(staff, kind, told: told, until: nil))
    }

    private func perform(
        _ call: Call, _ command: (StaffID, FormFields) throws(Problem) -> Command
    ) async throws -> Answer {
        let staff = StaffID(try call.parameter("id"))
        let asked: Command
        do { asked = try command(staff, call.form) } catch {
            guard !error.fields.isEmpty else { throw error }
            return try await returned(call, error)
        }
        let record = try await house.perform(asked, id: call.form["id"], call)
        return .redirect(to: "/me?decision=\(record.id)")
    }

    /// The page with what is wrong; the draft in the browser keeps what was chosen.
    private func returned(_ call: Call, _ problem: Problem) async throws -> Answer {
        var page = try await page(call)
        page.notices = try await house.notices(call)
        page.notice = notice(.stop, title: problem.title, text: problem.detail)
        page.chosen = call.form
        var answer = call.page("我的", current: "/me", body: page.html)
        answer.status = .unprocessableContent
        return answer
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        var page = try await page(call)
        page.notices = try await house.notices(call)
        page.notice = try await house.notice(of: try call.query().text("decision"), call)
        return call.page("我的", current: "/me", body: page.html)
    }

    @Sendable private func state(_ call: Call) async throws -> Answer {
        .html(try await page(call).state)
    }

    private func page(_ call: Call) async throws -> MyPage {
        let account = try house.account(call)
        let book = try await house.book(call)
        let now = house.now(call)
        let present = await book.view(at: now)
        let directory = try await house.names.directory(account.site)
        let rotation = present.state.rotation
        let member = rotation.member(account.staff)
        let queue = rotation.queue.map { rotation.members[$0].staff }
        let place = queue.firstIndex(of: account.staff)
        let presence = member?.presence(at: now) ?? .offDuty
        var work = MyWork(
            of: account.staff, present.state, present.policy, at: now, names: directory)
        work.readings = try await withNotes(work.readings, account.site)
        let soon = try await house.database.read { transaction in
            try StretchRow.lapsing(
                of: account.staff, on: now.day, at: account.site, in: transaction)
        }
        work.lapsing = LapsingCount(of: soon, of: account.staff, present.state, on: now.day)
        return MyPage(
            name: account.displayName, staff: account.staff.rawValue, presence: presence,
            presenceName: presence.label, note: note(member, rotation),
            position: place.map { $0 + 1 }, standsSince: member?.since.milliseconds ?? 0,
            ahead: queue.prefix(place ?? 0).map(directory.name),
            inHand: rotation.visits.values.filter { $0.receptionist == account.staff }
                .sorted { $0.number < $1.number }.map {
                    .init(
                        visit: $0.visit.rawValue, number: $0.number,
                        visitClass: $0.visitClass.label, since: $0.arrivedAt.shortWords)
                },
            lastDecision: nil,
            mayWaive: rotation.mechanism == .tally
                || present.policy.rotation.waiverRingAdvances != nil,
            canGoOfficial: !present.policy.rotation.officialOrderRequired,
            csrf: call.csrfField,
            decisionID: call.web.surroundings.newID(),
            work: work)
    }

    /// What the stand-ins wrote, for the one whose customer it is (REC-39).
    private func withNotes(_ readings: [MyWork.Due], _ site: SiteID) async throws -> [MyWork.Due] {
        guard !readings.isEmpty else { return [] }
        let notes = PrivateNotes(site: site, key: house.personKey)
        return try await house.database.read { transaction in
            try readings.map { due in
                var due = due
                due.note = try notes.versions(of: .handover, due.visit, in: transaction)
                    .last?.text?.text
                return due
            }
        }
    }

    private func note(_ member: Member?, _ rotation: Rotation) -> String? {
        guard let member else { return "您还不在轮次里，请经理先加入。" }
        var words: [String] = []
        let owed = rotation.owed(to: member.staff)
        if rotation.mechanism == .tally { words.append("∨ \(member.ticks)") }
        if member.call != nil { words.append("通话中，挂断就回到次序里") }
        if owed > 0 { words.append("欠您补轮 \(owed)") }
        if member.advance > 0 { words.append("已预支 \(member.advance)") }
        if let until = member.until { words.append("批到 \(until.shortWords)") }
        return words.isEmpty ? nil : words.joined(separator: " · ")
    }
}

import Database
import HTTPTypes
import HouseRules

/// 提成: schemes, scores, and the pay of each month from working out to the lock (SAT-36, SAT-37).
struct CommissionRoutes: Sendable {
    let house: House

    var routes: [Route] {
        [
            Route(
                .get, "/commission", access: .permission(.readPay), kind: .page,
                summary: "提成：各月和方案", handler: list),
            Route(
                .post, "/commission/schemes", access: .permission(.changePolicy), kind: .form,
                summary: "录入提成方案", handler: adopt),
            Route(
                .post, "/commission/scores", access: .permission(.keepPay), kind: .form,
                summary: "公布考评分", handler: score),
            Route(
                .post, "/commission/months", access: .permission(.keepPay), kind: .form,
                summary: "核算一个月的提成", handler: workOut),
            Route(
                .get, "/commission/{id}", access: .permission(.readPay), kind: .page,
                summary: "一个月的提成", handler: month),
            Route(
                .get, "/commission/{id}/list.xlsx", access: .permission(.readPay), kind: .page,
                summary: "一个月的提成，Excel 文件", handler: export),
            Route(
                .post, "/commission/{id}/steps", access: .permission(.keepPay), kind: .form,
                summary: "批准、锁定一个月的提成", handler: step),
            Route(
                .post, "/commission/{id}/corrections", access: .permission(.changePolicy),
                kind: .form, summary: "更正已锁定的提成", handler: correct
            ).comingBack(to: month),
        ].comingBack(to: list)
    }

    @Sendable private func list(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let (now, book) = (house.now(call), try await house.book(call))
        let state = await book.view(at: now).state
        let month =
            try call.query().text("month").map { try SchemeForm.month($0) }
            ?? now.day.lastMonth
        let directory = try await house.names.directory(account.site)
        let page = CommissionPage(
            months: try await months(state.commission, at: account.site), month: month,
            scheme: state.commission.scheme(of: month),
            people: state.rotation.members.filter { !$0.released }.map {
                .init(
                    staff: $0.staff, name: directory.name($0.staff),
                    score: state.commission.scores[month]?[$0.staff])
            },
            isLocked: state.commission.lockedThrough.map { month <= $0 } ?? false,
            mayKeep: account.role.permissions.contains(.keepPay),
            mayAdopt: account.role.permissions.contains(.changePolicy),
            told: try await house.outcome(try call.query().text("decision"), call),
            csrf: call.csrfField, decisionID: call.web.surroundings.newID(), names: directory.name)
        return call.page("提成", current: "/commission", body: page.html)
    }

    @Sendable private func adopt(_ call: Call) async throws -> Answer {
        let directory = try await house.names.directory(try house.account(call).site)
        let scheme = try SchemeForm(call.form, directory).scheme
        return try await perform(.adopt(scheme), call, back: "/commission")
    }

    /// The scores that were filled in, one decision each; the first refusal is shown.
    @Sendable private func score(_ call: Call) async throws -> Answer {
        let month = try SchemeForm.month(call.form.text("month"))
        let id = try house.commandID(call.form["id"], call)
        var last: DecisionRecord?
        for (index, staff) in call.form.all("staff").enumerated() {
            let texts = call.form.all("score")
            guard texts.indices.contains(index), !texts[index].isEmpty else { continue }
            guard let score = hundredths(texts[index]) else {
                throw Problem.fault("score", "考评分最多两位小数，在零到一百之间。")
            }
            let command = CommissionCommand.publishScore(
                try StaffID(sent: staff), month: month, score: score)
            let record = try await house.perform(.commission(command), id: "\(id)-\(index)", call)
            last = record
            if record.refusal != nil { break }
        }
        guard let last else { throw Problem.badRequest("一个分也没填。") }
        return .redirect(to: "/commission?month=\(month.monthText)&decision=\(last.id)")
    }

    @Sendable private func workOut(_ call: Call) async throws -> Answer {
        let month = try SchemeForm.month(call.form.text("month"))
        let site = try house.account(call).site
        let state = await (try house.book(call)).view(at: house.now(call)).state
        var deals: [CommissionDeal] = []
        if let scheme = state.commission.scheme(of: month) {
            deals = try await house.database.read {
                try CommissionDeals(site: site, month: month)
                    .read(under: scheme, and: state.movedDeals, in: $0)
            }
        }
        return try await perform(
            .workOut(month: month, deals), call, back: "/commission?month=\(month.monthText)",
            onward: "/commission/\(month.monthText)")
    }

    @Sendable private func month(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let month = try SchemeForm.month(try call.parameter("id"))
        let rows = try await rows(of: month, at: account.site)
        let state = await (try house.book(call)).view(at: house.now(call)).state
        let directory = try await house.names.directory(account.site)
        let page = PayMonthPage(
            month: month, status: state.commission.status(of: month), rows: rows,
            names: directory.name,
            corrections: state.commission.corrections,
            mayKeep: account.role.permissions.contains(.keepPay),
            mayApprove: account.role.permissions.contains(.changePolicy),
            told: try await house.outcome(try call.query().text("decision"), call),
            csrf: call.csrfField, decisionID: call.web.surroundings.newID(),
            people: directory.people.map { Choice(value: $0.staff.rawValue, label: $0.name) })
        return call.page("\(month.monthWords)提成", current: "/commission", body: page.html)
    }

    /// Every month that was worked out, the newest first; also those in which nobody gets anything.
    func months(_ books: CommissionBooks, at site: SiteID) async throws -> [PayMonthRow] {
        let rows = try await house.database.read {
            try $0.rows(PayMonthRow.newest(at: site)).map(PayMonthRow.init)
        }
        let empty = books.open.filter(\.value.statements.isEmpty).map { month, book in
            PayMonthRow(month: month, status: book.status)
        }
        return (rows + empty).sorted { $0.month > $1.month }
    }

    /// The lines of a month, one for each person.
    func rows(of month: BusinessDay, at site: SiteID) async throws -> [StatementRow] {
        try await house.database.read {
            try $0.rows(StatementRow.of(month, at: site)).map(StatementRow.init)
        }
    }

    @Sendable private func export(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let month = try SchemeForm.month(try call.parameter("id"))
        let rows = try await rows(of: month, at: account.site)
        guard let first = rows.first else { throw Problem.notFound }
        let directory = try await house.names.directory(account.site)
        let statements = try await statements(first.decision, call).statements
        let file = PayFile(month: month, statements: statements, names: directory.name)
        let heading =
            "\(call.siteName) \(month.monthWords)提成（\(first.status.label)），"
            + "\(account.displayName) \(house.now(call).words) 导出"
        return try .workbook(file.workbook(heading), named: "提成 \(month.monthText).xlsx")
    }

    /// The statements of a decision that worked a month out, and under which rules it did.
    func statements(
        _ decision: DecisionID, _ call: Call
    ) async throws -> (statements: [Statement], policy: CommissionPolicy) {
        let book = try await house.book(call)
        let journal = book.journal
        let entry = try await house.database.read { try journal.entry(id: decision, in: $0) }
        for case .commission(.workedOut(_, let statements, let at)) in entry?.events ?? [] {
            return (statements, await book.policy(at: at).policy.commission)
        }
        throw Problem.notFound
    }

    @Sendable private func step(_ call: Call) async throws -> Answer {
        let month = try SchemeForm.month(try call.parameter("id"))
        let command: CommissionCommand
        switch call.form["step"] {
        case "approve": command = .approve(month: month)
        case "lock": command = .lock(month: month)
        default: throw Problem.badRequest("请用页面上的按钮。")
        }
        return try await perform(command, call, back: "/commission/\(month.monthText)")
    }

    @Sendable private func correct(_ call: Call) async throws -> Answer {
        let month = try SchemeForm.month(try call.parameter("id"))
        guard let text = call.form.text("amount"), let amount = signedHundredths(text) else {
            throw Problem.fault("amount", "更正的金额写成元，最多两位小数；要扣的前面写减号。")
        }
        let id = try house.commandID(call.form["id"], call)
        let staff = try call.form.text("staff").map { try StaffID(sent: $0) }
        let directory = try await house.names.directory(try house.account(call).site)
        guard staff.map(directory.knows) ?? true else { throw Problem.fault("staff", "请选是谁的。") }
        let correction = CommissionCorrection(
            SlipID(id), staff, of: month,
            amount: Money(fen: amount), note: call.form.text("note") ?? "",
            deal: call.form.text("deal").map { DealID($0) })
        return try await perform(
            .correct(correction), call, back: "/commission/\(month.monthText)")
    }

    private func perform(
        _ command: CommissionCommand, _ call: Call, back: String, onward: String? = nil
    ) async throws -> Answer {
        let record = try await house.perform(.commission(command), id: call.form["id"], call)
        let place = record.refusal == nil ? onward ?? back : back
        return .redirect(to: "\(place)\(place.contains("?") ? "&" : "?")decision=\(record.id)")
    }
}

extension CommissionBooks {
    /// How far the pay of a month is, even when nobody gets any; nil: it was never worked out.
    func status(of month: BusinessDay) -> PayStatus? {
        if let book = open[month] { return book.status }
        return lockedThrough.map { month <= $0 } == true ? .locked : nil
    }
}

extension CommissionBook {
    /// How far it is.
    var status: PayStatus { isApproved ? .approved : .draft }
}

/// `-12.5` in hundredths; nil when it is no such number.
private func signedHundredths(_ text: String) -> Int64? {
    let isNegative = text.hasPrefix("-") || text.hasPrefix("−")
    return hundredths(isNegative ? String(text.dropFirst()) : text).map {
        isNegative ? -Int64($0) : Int64($0)
    }
}

extension BusinessDay {
    /// `2025-06`.
    var monthText: String { String(text.prefix(7)) }

    /// `2025 年 6 月`.
    var monthWords: String { "\(civil.year) 年 \(civil.month) 月" }

    /// The first day of the month before.
    var lastMonth: BusinessDay { firstOfMonth.adding(days: -1).firstOfMonth }
}

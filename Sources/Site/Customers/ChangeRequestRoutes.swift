import Database
import HTTPTypes
import HouseRules

/// 换人申请: what waits for management, and deciding on it (REC-36).
struct ChangeRequestRoutes: Sendable {
    let house: House

    /// The most lines of the page.
    private static let limit = 100

    var routes: [Route] {
        [
            Route(
                .get, "/changes", access: .permission(.giveRulings), kind: .page,
                summary: "客户要求换顾问的申请"
            ) { call in try await page(call) },
            Route(
                .post, "/changes/{id}/ruling", access: .permission(.giveRulings), kind: .form,
                summary: "裁决换人申请", handler: rule),
        ]
    }

    private func page(_ call: Call, _ problem: Problem? = nil) async throws -> Answer {
        let account = try house.account(call)
        let people = People(site: account.site, key: house.personKey)
        let lines = try await house.database.read { transaction in
            try transaction.rows(ChangeRow.all(at: account.site, limit: Self.limit)).map { row in
                let row = try ChangeRow(row)
                let words = try people.label(row.person, in: transaction)
                return ChangeRequestPage.Line(row: row, customer: words)
            }
        }
        var page = ChangeRequestPage(
            lines: lines, names: try await house.names.directory(account.site),
            now: house.now(call), csrf: call.csrfField,
            decisionID: call.web.surroundings.newID())
        page.told = try await house.outcome(try call.query().text("decision"), call)
        if let problem {
            page.returned = .init(
                slip: try call.plainParameter("id"), typed: call.form, problem: problem)
        }
        return call.page("换人申请", current: "/today", body: page.html)
    }

    @Sendable private func rule(_ call: Call) async throws -> Answer {
        let slip = SlipID(try call.plainParameter("id"))
        return try await Answer.returning({ try await page(call, $0) }) {
            let form = call.form
            let ruling: ChangeRuling
            switch form.text("ruling") {
            case "grant": ruling = .granted(to: try form.neededStaff("staff"))
            case "refuse": ruling = .refused
            default: throw Problem.fault("ruling", "请用“同意换人”或“不换”两个按钮。")
            }
            let note = try form.needed("note", "请写清理由，双方和稽核都看得到。")
            let record = try await house.perform(
                .claims(.ruleChange(slip, ruling, note: note)), id: form["id"], call)
            return .redirect(to: "/changes?decision=\(record.id)")
        }
    }
}

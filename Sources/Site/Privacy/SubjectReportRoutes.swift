import Database
import HTTPTypes
import HouseRules

/// The report of everything held about a person; each is a look, with its reason.
struct SubjectReportRoutes: Sendable {
    let house: House

    var routes: [Route] {
        [
            Route(
                .post, "/privacy/people/{id}/report", access: .permission(.tendPrivacy),
                kind: .form, summary: "个人信息查询：存了这位客户的什么", handler: make)
        ]
    }

    @Sendable private func make(_ call: Call) async throws -> Answer {
        let person = try PersonID(sent: try call.parameter("id"))
        let reason = try call.reason("reason")
        let form = call.form["form"] ?? "page"
        guard ["page", "xlsx", "json"].contains(form) else {
            throw Problem.badRequest("请选看和打印、Excel 文件或 JSON 文件。")
        }
        let report = try await report(person, reason, call)
        let name = "个人信息 \(report.madeAt.prefix(10))"
        switch form {
        case "xlsx": return try .workbook(report.workbook, named: name + ".xlsx")
        case "json": return try Answer.json(report).attached(as: name + ".json")
        default:
            return call.page(
                "个人信息查询", current: "/privacy",
                body: SubjectReportPage(report: report, person: person).html)
        }
    }

    private func report(
        _ person: PersonID, _ reason: String, _ call: Call
    ) async throws -> SubjectReport {
        let account = try house.account(call)
        let people = People(site: account.site, key: house.personKey)
        let (now, log) = (house.now(call), call.web.surroundings.newID())
        let reading = SubjectReading(
            people: people, person: person,
            state: try await house.book(call).view(at: now).state,
            names: try await house.names.directory(account.site), today: now.day)
        do {
            let sections = try await house.database.write { transaction in
                let details = try people.reveal(
                    person, to: account.staff, for: "个人信息查询：\(reason)", on: .report, logID: log,
                    at: now, in: transaction)
                return try reading.sections(details, in: transaction)
            }
            return SubjectReport(
                person: person.rawValue, site: call.siteName,
                madeAt: now.day.text + " " + now.clockWords, madeBy: account.displayName,
                reason: reason, sections: sections)
        } catch PersonProblem.unknown {
            throw Problem.notFound
        } catch let problem as PersonProblem {
            throw Problem(
                status: .conflict, title: "没有可以出具的资料",
                detail: "\(problem.words)：姓名、号码和写过的话都打不开了，台账只剩编号。")
        }
    }
}

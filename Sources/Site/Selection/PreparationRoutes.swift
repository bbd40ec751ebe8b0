import HTTPTypes
import HouseRules

/// The plan of an activity item by item, its gaps, and the manager's word (SEL-08).
struct PreparationRoutes: Sendable {
    let house: House

    var routes: [Route] {
        let plans = Access.permission(.planOpenings)
        return [
            Route(
                .get, "/openings/{id}/preparation", access: plans, kind: .page,
                summary: "活动准备检查表", handler: show),
            Route(
                .post, "/openings/{id}/preparation", access: plans, kind: .form,
                summary: "登记一项准备", handler: prepare),
            Route(
                .post, "/openings/{id}/approval", access: .permission(.giveRulings), kind: .form,
                summary: "经理批准就绪"
            ) { call in
                let id = ActivityID(try call.plainParameter("id"))
                return try await perform(.approve(id, note: call.form.text("note") ?? ""), call)
            },
        ].comingBack(to: show)
    }

    private func perform(_ command: SelectionCommand, _ call: Call) async throws -> Answer {
        let id = percentEncode(try call.plainParameter("id"))
        return try await house.perform(command, back: "/openings/\(id)/preparation", call)
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        let view = try await house.opening(call)
        let account = try house.account(call)
        let page = PreparationPage(
            view: view, names: try await house.names.directory(account.site),
            mayRule: account.role == .salesManager, forms: OpeningForms(call))
        return view.page(.preparation, told: try await house.told(call), call, body: page.html)
    }

    @Sendable private func prepare(_ call: Call) async throws -> Answer {
        let id = ActivityID(try call.plainParameter("id"))
        return try await perform(.prepare(id, try preparation(call.form)), call)
    }

    private func preparation(_ form: FormFields) throws -> Preparation {
        switch form.text("step") {
        case "role":
            guard let role = form.text("role").flatMap(PlanRole.init),
                let staff = form.text("staff")
            else { throw Problem.fault("role", "请选岗位和人。") }
            return .role(role, try StaffID(sent: staff))
        case "material":
            guard let name = form.text("name"), name.count <= 40,
                let needed = form.int("needed"), let there = form.int("there"),
                (0...100_000).contains(needed), (0...100_000).contains(there)
            else { throw Problem.fault("name", "请写物料名、要几件、到几件。") }
            return .material(name, needed: Int(needed), there: Int(there))
        case "paper":
            guard let paper = form.text("paper").flatMap(PlanPaper.init) else {
                throw Problem.fault("paper", "请选是哪一份。")
            }
            return .paper(paper)
        case "rehearsal": return .rehearsal(signed: try signatures(form))
        default: throw Problem.badRequest("请从页面上的按钮登记。")
        }
    }

    /// Everybody who signed an item of the rehearsal's list.
    private func signatures(_ form: FormFields) throws -> [String: StaffID] {
        var signed: [String: StaffID] = [:]
        for role in PlanRole.allCases {
            guard let staff = form.text("sign-\(role.rawValue)") else { continue }
            signed[role.rawValue] = try StaffID(sent: staff)
        }
        return signed
    }
}

/// The checklist of an activity.
struct PreparationPage: Sendable {
    let view: OpeningView
    let names: StaffDirectory
    let mayRule: Bool
    let forms: OpeningForms

    private var activity: Activity { view.activity }

    private var colleagues: [Choice] {
        names.people.filter(\.isActive).map { Choice(value: $0.staff.rawValue, label: $0.name) }
    }

    var html: HTML {
        """
        <div class="columns"><div>\(gapCard)\(roleCard)</div>
        <div class="side no-print">\(entryCards)</div></div>
        """
    }

    private var gapCard: HTML {
        let gaps: [HTML] = activity.gaps.map { "<li>\(badge("缺", .warn)) \($0.words)</li>" }
        let list: HTML =
            gaps.isEmpty
            ? "<p>\(badge("齐全", .good)) 没有缺口。</p>" : "<ul class=\"plain-list\">\(gaps)</ul>"
        if let at = activity.approvedAt {
            return card("准备", body: "<p>\(at.words) 经理已批准就绪。</p>\(list)")
        }
        guard mayRule else {
            return card("还缺什么", body: "\(list)<p class=\"muted\">齐全以后请经理批准就绪。</p>")
        }
        let note: HTML? =
            gaps.isEmpty
            ? nil : TextField("note", "有缺口也放行的理由", isRequired: true).html
        return card(
            "还缺什么",
            body: """
                \(list)<p class="muted">批准就绪同时是对清单内每套房源的销控确认。\
                <a class="clause-id" href="/clauses/SEL-08">SEL-08</a></p>
                \(view.form(
                    "/approval", "y", forms, "\(note)",
                    gaps.isEmpty ? "批准就绪" : "带理由放行"))
                """)
    }

    private var roleCard: HTML {
        let rows: [[HTML]] = activity.terms.planRoles.map { role in
            let people = (activity.staff[role] ?? []).sorted().map(names.name)
            return ["\(role.label)", "\(people.isEmpty ? "—" : people.listed)"]
        }
        let papers: [[HTML]] = PlanPaper.allCases.map {
            ["\($0.label)", activity.papers.contains($0) ? "已写" : "—"]
        }
        let rehearsed: [HTML] = ["彩排", "\(activity.rehearsals) 次"]
        return dataTable(
            caption: "分工表和计划", columns: [Column(title: "项目"), Column(title: "安排")],
            rows: rows + papers + [rehearsed])
    }

    private func entry(_ step: String, _ title: String, _ fields: HTML, _ label: String) -> HTML {
        """
        <details class="more"><summary>\(title)</summary>
        \(view.form(
            "/preparation", step, forms,
            "<input type=\"hidden\" name=\"step\" value=\"\(step)\">\(fields)", label))</details>
        """
    }

    private var entryCards: HTML {
        let role = SelectField(
            name: "role", label: "岗位",
            choices: PlanRole.allCases.map {
                Choice(value: $0.rawValue, label: $0.label)
            }, isRequired: true)
        let staff = SelectField(name: "staff", label: "谁", choices: colleagues, isRequired: true)
        let material: [HTML] = [
            TextField("name", "物料", isRequired: true, maxLength: 40).html,
            TextField("needed", "要几件", isRequired: true, inputMode: "numeric").html,
            TextField("there", "到了几件", isRequired: true, inputMode: "numeric").html,
        ]
        let paper = SelectField(
            name: "paper", label: "哪一份",
            choices: PlanPaper.allCases.map {
                Choice(value: $0.rawValue, label: $0.label)
            }, isRequired: true)
        let signs: [HTML] = activity.terms.planRoles.map {
            SelectField(
                name: "sign-\($0.rawValue)", label: "\($0.label)签字", choices: colleagues
            ).html
        }
        return card(
            "登记",
            body: """
                \(entry("role", "安排人", "\(role.html)\(staff.html)", "安排"))
                \(entry("material", "点物料", "\(material)", "登记物料"))
                \(entry("paper", "计划写好了", paper.html, "登记"))
                \(entry("rehearsal", "彩排，逐项签字", "\(signs)", "登记彩排"))
                """)
    }
}

import Database
import HTTPTypes
import HouseRules

/// 今日: what waits for management, live.
struct TodayRoutes: Sendable {
    let house: House

    var routes: [Route] {
        [
            Route(
                .get, "/today", access: .permission(.giveRulings), kind: .page, summary: "今日",
                handler: show),
            Route(
                .get, "/today/live", access: .permission(.giveRulings), kind: .page,
                summary: "今日：随现场变化的部分"
            ) { call in .html(try await fragment(call).html) },
            Route(
                .post, "/evening-meeting", access: .permission(.giveRulings), kind: .form,
                summary: "晚会结束，开始过短信"
            ) { try await perform(.registers(.endEvening), $0) },
            Route(
                .post, "/text-reviews/{id}", access: .permission(.giveRulings), kind: .form,
                summary: "一条短信通过或不通过"
            ) { call in
                let text = CallID(try call.plainParameter("id"))
                guard let passed = call.form.text("passed") else {
                    throw Problem.badRequest("请用页面上的按钮。")
                }
                return try await perform(.registers(.reviewText(text, passed: passed == "1")), call)
            },
        ]
    }

    private func perform(_ command: Command, _ call: Call) async throws -> Answer {
        let record = try await house.perform(command, id: call.form["id"], call)
        return .redirect(to: "/today?decision=\(record.id)")
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        let page = TodayPage(
            fragment: try await fragment(call),
            told: try await house.outcome(try call.query().text("decision"), call))
        return call.page("今日", current: "/today", body: page.html)
    }

    private func fragment(_ call: Call) async throws -> TodayFragment {
        TodayFragment(
            view: try await view(call), csrf: call.csrfField,
            decisionID: call.web.surroundings.newID())
    }

    private func view(_ call: Call) async throws -> TodayView {
        let book = try await house.book(call)
        let (now, site) = (house.now(call), book.site)
        let names = try await house.names.directory(site)
        let present = await book.view(at: now)
        let open = present.state.duty.disputes.keys.sorted()
        let today = try DaySpan(FormFields(), today: now.day, usual: 1)
        let lists = try await house.database.read { transaction in
            TodayLists(
                figures: try .read(now.day, of: site, in: transaction),
                disputes: try transaction.rows(DisputeRow.open(open, at: site))
                    .map(DisputeRow.init),
                texts: try transaction.rows(TextLine.ofDay(now.day, at: site)).map(TextLine.init),
                penalties: try transaction.rows(PenaltyRow.drafted(today, at: site, limit: 10))
                    .map(PenaltyRow.init))
        }
        let matters = TodayMatters(
            state: present.state, policy: present.policy, names: names, now: now)
        return TodayView(
            alarms: matters.alarms, sections: lists.sections(with: matters),
            figures: lists.figures)
    }
}

/// What 今日 reads from the lists.
struct TodayLists: Sendable {
    let figures: TodayFigures
    let disputes: [DisputeRow]
    let texts: [TextLine]
    let penalties: [PenaltyRow]

    /// Everything that waits, the most urgent first; kinds with nothing in them are left out.
    func sections(with matters: TodayMatters) -> [TodayView.Section] {
        [
            .init(title: "管理人员接住的客户", clause: "REC-13", lines: matters.held),
            .init(
                title: "轮次争议", clause: "REC-15", lines: disputes.map { line($0, matters.names) }),
            .init(
                title: "归属争议", clause: "OWN-30", lines: matters.quarrels,
                link: ("全部归属争议", "/adjudications")),
            .init(
                title: "客户要求换顾问", clause: "REC-36", lines: matters.consultantChanges,
                link: ("全部换人申请", "/changes")),
            .init(
                title: "等确认的销控", clause: "SAL-02", lines: matters.holds,
                link: ("销控图", "/units")),
            .init(title: "退定退房", clause: "SAL-27", lines: matters.cancellations),
            .init(title: "等批准的变更", clause: "SAL-16", lines: matters.changes),
            .init(
                title: "等批准的价目", clause: "SAL-19", lines: matters.prices,
                link: ("价目", "/prices")),
            .init(title: "待稽核的员工购房", clause: "SAL-31", lines: matters.audits),
            .init(
                title: "逾期的应收款", clause: "SAL-23", lines: matters.arrears,
                link: ("订单", "/sales")),
            .init(
                title: "选房和开盘", clause: "SEL-08", lines: matters.openings,
                link: ("全部活动", "/openings")),
            .init(title: "等有效登记", clause: "REC-34", lines: matters.proofs),
            texts(matters),
            .init(
                title: "逾期的答复", clause: "REC-65", lines: matters.promises,
                link: ("全部待答", "/slips")),
            .init(
                title: "没有回拨的来电", clause: "REC-57", lines: matters.callbacks,
                link: ("来电", "/calls")),
            .init(title: "没看的代接交接", clause: "REC-39", lines: matters.handovers),
            .init(
                title: "没收存的登记表", clause: "REC-62", lines: matters.registers,
                link: ("登记表", "/registers")),
            .init(
                title: "今天的处罚草稿", lines: penalties.map { line($0, matters.names) },
                link: ("全部草稿", "/penalties")),
            .init(title: "认领窗口开着", clause: "REC-31", lines: matters.windows),
        ].filter { !$0.lines.isEmpty || $0.press != nil }
    }

    private func texts(_ matters: TodayMatters) -> TodayView.Section {
        let isOver = matters.state.registers.evening.map { $0 >= matters.now.day } ?? false
        let asked = texts.filter { $0.waits(afterEvening: isOver) }
        let end = TodayView.Press(label: "晚会结束，逐条过短信", path: "/evening-meeting")
        return .init(
            title: "首次来电后的短信", clause: "REC-61",
            lines: asked.map { $0.line(matters.names, afterEvening: isOver) },
            link: ("全部短信", "/texts"), press: isOver || texts.isEmpty ? nil : end)
    }

    private func line(_ row: DisputeRow, _ names: StaffDirectory) -> TodayView.Line {
        TodayView.Line(
            title: "\(names.name(row.staff))：\(row.note)",
            text: "\(row.visitWords)记轮空（\(row.why.label)），\(row.filedAt.words) 提出。",
            link: ("裁定", "/disputes/\(percentEncode(row.id))"))
    }

    private func line(_ row: PenaltyRow, _ names: StaffDirectory) -> TodayView.Line {
        TodayView.Line(
            title: "\(names.name(row.staff)) · \(row.article) · \(row.amountWords)",
            text: "\(row.at.clockWords) 由系统拟出，只是草稿。",
            link: ("依据", "/decisions/\(row.decision)"))
    }
}

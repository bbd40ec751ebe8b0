import HTTPTypes
import HouseRules

/// The draw of an activity: commitment, draw, and the sheet that anybody can check (SEL-02).
struct DrawRoutes: Sendable {
    let house: House

    var routes: [Route] {
        let rules = Access.permission(.giveRulings)
        let reads = Access.permission(.seeBoard)
        return [
            Route(
                .get, "/openings/{id}/draw", access: reads, kind: .page, summary: "摇号",
                handler: show),
            Route(
                .post, "/openings/{id}/commitment", access: rules, kind: .form,
                summary: "公布种子承诺", handler: commit),
            Route(
                .post, "/openings/{id}/draw", access: rules, kind: .form, summary: "摇号定序",
                handler: draw),
            Route(
                .get, "/openings/{id}/draw/print", access: reads, kind: .page,
                summary: "打印摇号单", handler: printed),
            Route(
                .get, "/openings/{id}/draw/sheet.yaml", access: reads, kind: .page,
                summary: "摇号单，anchang draw verify 读的文件", handler: file),
        ]
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        let view = try await house.opening(call)
        let page = DrawPage(
            view: view, mayRule: try house.account(call).role.permissions.contains(.giveRulings),
            forms: OpeningForms(call))
        return view.page(.draw, told: try await house.told(call), call, body: page.html)
    }

    /// The seed itself is kept by nobody here: whoever wrote it down seals it.
    @Sendable private func commit(_ call: Call) async throws -> Answer {
        let view = try await house.opening(call)
        let seed = call.form.text("seed")
        let hash = seed.map { hex(sha256($0)) } ?? call.form.text("hash")?.lowercased() ?? ""
        return try await house.perform(.commit(view.id, hash), back: view.path + "/draw", call)
    }

    @Sendable private func draw(_ call: Call) async throws -> Answer {
        let view = try await house.opening(call)
        return try await house.perform(
            .draw(
                view.id, seed: call.form.text("seed") ?? "",
                publicPart: call.form.text("public") ?? ""),
            back: view.path + "/draw", call)
    }

    /// The text of the sheet; 404 before the draw.
    private func sheet(_ view: OpeningView) throws -> String {
        guard let sheet = view.activity.sheet else { throw Problem.notFound }
        return DrawSheetFile.text(sheet, of: view.activity.title, under: view.activity.terms)
    }

    @Sendable private func printed(_ call: Call) async throws -> Answer {
        let view = try await house.opening(call)
        let text = try sheet(view)
        return call.page(
            "\(view.activity.title) · 摇号单", current: "/openings",
            body: """
                <h1>\(view.activity.title) · 摇号单</h1>
                <p class="muted">\(call.siteName) · 照下面的字存成文件，任何人都能用 anchang draw verify 重算。</p>
                <pre class="draw-sheet" tabindex="0">\(text)</pre>
                <p class="actions no-print">\(linkButton("回到摇号", to: view.path + "/draw", .quiet))
                <span class="muted">用浏览器的打印（Ctrl+P）即可。</span></p>
                """)
    }

    @Sendable private func file(_ call: Call) async throws -> Answer {
        let view = try await house.opening(call)
        return .bytes(Array(try sheet(view).utf8), type: "application/yaml")
            .attached(as: "摇号单 \(view.activity.title).yaml")
    }
}

/// What is settled of the draw, and the next step of it.
struct DrawPage: Sendable {
    let view: OpeningView
    let mayRule: Bool
    let forms: OpeningForms

    private var activity: Activity { view.activity }

    var html: HTML {
        """
        <div class="columns"><div>\(order)</div><div class="side">\(state)\(next)</div></div>
        """
    }

    private var order: HTML {
        guard activity.isOrdered else {
            return emptyState(
                "还没有顺序",
                "先锁定名单，公布种子承诺，\(activity.terms.commitMinutes) 分钟以后当众揭开种子、加上公众段摇出。")
        }
        let lines: [HTML] = activity.numbered.map { person in
            "<li>\(person.rawValue) \(activity.buyers[person]?.ticket ?? "")</li>"
        }
        return card(
            "顺序，共 \(lines.count) 号", body: "<ol class=\"draw-order\">\(lines)</ol>")
    }

    private var state: HTML {
        let from = activity.commitment.map {
            $0.at.wholeSecond.adding(seconds: activity.terms.commitMinutes * 60)
        }
        let pairs: [(String, String?)] = [
            ("名单哈希", activity.rosterHash ?? "名单还没锁定"),
            ("承诺", activity.commitment.map { "\($0.hash)（\($0.at.words) 公布）" } ?? "还没公布"),
            ("可以摇号", activity.isOrdered ? nil : from.map { "\($0.words) 起" }),
            ("种子", activity.sheet?.seed), ("公众段", activity.sheet?.publicPart),
        ]
        let sheet: HTML? =
            activity.sheet == nil
            ? nil
            : """
            <p class="actions">\(linkButton("打印摇号单", to: view.path + "/draw/print", icon: .print))\
            \(linkButton("摇号单文件", to: view.path + "/draw/sheet.yaml", .quiet))</p>
            """
        return card(
            "承诺与摇号",
            body: """
                \(facts(pairs.compactMap { name, value in value.map { (name, $0) } }))\(sheet)
                <p><a class="clause-id" href="/clauses/SEL-02">SEL-02</a></p>
                """)
    }

    private var next: HTML? {
        guard mayRule, !activity.isOrdered else { return nil }
        let commit: HTML = """
            \(TextField(
                "seed", "种子", hint: "写在纸上封好的那一行字。这里只算哈希，不保存种子。", suffix: "-c").html)
            \(TextField("hash", "或者直接填种子的哈希", hint: "SHA-256，六十四位。", maxLength: 64).html)
            """
        let draw: HTML = """
            \(TextField("seed", "揭开的种子", isRequired: true, suffix: "-d").html)
            \(TextField(
                "public", "公众段", hint: "公证员或买方代表现场写下的一串字。",
                isRequired: activity.terms.publicPart).html)
            """
        let drawCard: HTML? =
            activity.commitment == nil
            ? nil
            : card("摇号", body: view.form("/draw", "d", forms, draw, "摇号定序"))
        return """
            \(card(
                activity.commitment == nil ? "公布种子承诺" : "重新公布承诺",
                body: view.form("/commitment", "c", forms, commit, "公布承诺")))\(drawCard)
            """
    }
}

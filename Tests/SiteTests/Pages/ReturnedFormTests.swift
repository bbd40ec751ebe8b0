import Database
import HouseRules
import Testing

@testable import Site

/// A form that cannot be taken comes back on its page, with 422, as it was typed.
@Suite(.timeLimit(.minutes(15))) struct `A form with one faulty field` {
    /// A form as somebody sends it, what is wrong with it, and what must still stand in it.
    struct Mistyped: Sendable, CustomTestStringConvertible {
        let path: String
        let person: ServedSite.Person
        let fields: KeyValuePairs<String, String>
        let sentence: String
        let kept: String

        init(
            _ path: String, _ person: ServedSite.Person, _ fields: KeyValuePairs<String, String>,
            _ sentence: String, _ kept: String
        ) {
            (self.path, self.person, self.fields) = (path, person, fields)
            (self.sentence, self.kept) = (sentence, kept)
        }

        var testDescription: String { "\(path): \(sentence)" }
    }

    private static let long = String(repeating: "长", count: 41)

    static let all: [Mistyped] = [
        Mistyped(
            "/reception/lookup", .desk, ["tail": "12a"], "请填手机的最后四位数字。", "value=\"12a\""),
        Mistyped(
            "/roster/yunqi-anran/group", .manager, ["group": long], "组名最多 20 个字。",
            "value=\"\(long)\""),
        Mistyped(
            "/deals", .manager, ["deal": "单<1>", "phone": "abc"], "手机号要 11 位",
            "value=\"单&lt;1&gt;\""),
        Mistyped(
            "/deals", .manager,
            [
                "deal": "单1", "phone": "13912345678", "staff": "yunqi-anran", "price": "一百",
                "commission": "5",
            ], "金额写成元，最多两位小数。", "value=\"一百\""),
        Mistyped(
            "/matters/discount", .manager, ["phone": "13912345678", "discount": "九七"],
            "没有登记过 139****5678 这个号码", "value=\"九七\""),
        Mistyped(
            "/matters/delegate", .manager, ["supervisor": "yunqi-supervisor", "until": "x"],
            "请填日期和时刻。", "value=\"yunqi-supervisor\" selected"),
        Mistyped(
            "/matters/public-quarrel", .manager, ["people": "yunqi-anran"],
            "请写清楚经过和依据，再提交。", "value=\"yunqi-anran\" checked"),
        Mistyped(
            "/channels/companies", .manager, ["name": long], "请写名称，最多 40 个字。",
            "value=\"\(long)\""),
        Mistyped(
            "/channels/poaching", .manager, ["phone": "12", "note": "有录音"], "手机号要 11 位",
            "value=\"有录音\""),
        Mistyped(
            "/openings", .manager,
            ["title": "首开", "kind": "unit_selection", "opens": "下周"], "请填开始的日期和时刻。",
            "value=\"首开\""),
        Mistyped(
            "/openings", .manager,
            [
                "title": "首开", "kind": "unit_selection", "opens": "2025-06-14T09:00",
                "units": "1-1201 A 1",
            ], "房源第 1 行要写成", "\n1-1201 A 1</textarea>"),
        Mistyped(
            "/registers/closing", .clerk, ["day": "2025-06-02", "visits": "两张", "calls": "1"],
            "请填纸质来访的份数，0 到 9999。", "value=\"1\""),
        Mistyped("/privacy/find", .manager, ["phone": "12"], "手机号要 11 位", "value=\"12\""),
        Mistyped(
            "/moves", .manager, ["staff": "yunqi-anran", "move": "official", "until": "晚点"],
            "要写成 14:05 这样的时刻", "value=\"yunqi-anran\" selected"),
        Mistyped(
            "/commission/schemes", .manager, ["slip": "方案甲", "from": "六月", "basis": "x"],
            "请选什么时候计。", "value=\"方案甲\""),
        Mistyped(
            "/customers/p-v1/contacts", .manager,
            ["medium": "phone", "result": "reached", "at": "刚才", "text": "约了周末"],
            "接通的时刻要写成日期和时刻。", "约了周末</textarea>"),
        Mistyped(
            "/customers/p-v1/owner", .manager, ["staff": "yunqi-baiyu", "note": "投诉"],
            "请选改派的原因并写明依据。", "value=\"yunqi-baiyu\" selected"),
        Mistyped(
            "/slips/promises/s1/change", .anran, ["due": "明天", "note": "设计院放假"],
            "时限要写成日期和时刻。", "设计院放假"),
        Mistyped(
            "/slips/promises/s1/change", .anran, ["due": "2025-06-03T18:00"],
            "请写清楚内容，再保存。", "value=\"2025-06-03T18:00\""),
    ]

    @Test(arguments: all)
    func `comes back with 422, the sentence at the field and what was typed`(
        form: Mistyped
    ) async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            _ = try await desk.post(
                "/visits", ["id": "v1", "class": "new_first", "phone": "13987654321"])
            _ = try await desk.post("/visits/v1/finish", ["logged": "1"])
            _ = try await site.visitor(.anran).post(
                "/slips/promises",
                ["id": "s1", "text": "学区", "department": "设计部", "due": "2025-06-02T18:00"])
            let entries = try await site.count("journal")
            let answer = try await site.visitor(form.person).post(form.path, form.fields)
            #expect(answer.status == 422)
            #expect(answer.words.contains(form.sentence), "\(answer.words)")
            #expect(answer.text.contains("class=\"fault\""))
            #expect(form.kept.isEmpty || answer.text.contains(form.kept), "\(answer.text)")
            #expect(try await site.count("journal") == entries)
        }
    }

    /// Every form of 办事 that is sent empty asks for what is missing and stays on its page.
    @Test(arguments: Matter.all.map(\.name))
    func `of any matter comes back when it is sent empty`(name: String) async throws {
        let matter = try #require(Matter.named(name))
        try await withServedSite { site in
            let person: ServedSite.Person =
                Role.salesManager.permissions.contains(matter.access) ? .manager : .anran
            let answer = try await site.visitor(person).post("/matters/\(name)", [:])
            #expect([303, 422].contains(answer.status), "\(answer.status)")
            if answer.status == 422 { #expect(answer.words.contains(matter.title)) }
        }
    }

    /// Forms without a page to come back to have one button, or keep their page themselves.
    @Test func `has a page, but where the page keeps it itself`() async throws {
        try await withServedSite(.before) {
            $0.demo = true
        } _: { site in
            let routes = site.server.site.table.routes.filter {
                [.form, .upload].contains($0.kind) && $0.page == nil
            }.map(\.path)
            #expect(Set(routes).subtracting(keptElsewhere).sorted() == [])
            #expect(Set(keptElsewhere).subtracting(routes).sorted() == [])
        }
    }
}

/// Forms of single buttons, and those whose handlers show their page again.
private let keptElsewhere: [String] = [
    "/adjudications/{id}/signatures", "/channels/confirmations/{id}/signatures",
    "/decisions/{id}/slip/signatures", "/sales/{id}/contract-file",
    "/sales/{id}/count-papers", "/templates", "/templates/{id}/retirement",
    "/units/{id}/quote", "/units/{id}/remark",
    "/appointments", "/appointments/rest-day", "/bulletins/reading", "/calls",
    "/calls/{id}/answer", "/calls/{id}/end", "/calls/{id}/entry", "/calls/{id}/text",
    "/cash/earnest", "/cash/refunds/{id}", "/changes/{id}/ruling", "/commission/{id}/trial",
    "/customers/exports", "/customers/searches", "/customers/{id}/attachments",
    "/customers/{id}/consents", "/disputes/{id}/ruling", "/evening-meeting", "/imports",
    "/imports/{id}/dropping", "/imports/{id}/writing", "/inspections",
    "/inspections/{id}/recheck", "/leaders", "/line/hand", "/line/order", "/line/rung",
    "/line/second", "/messages/{id}/retry", "/messages/{id}/reveal", "/messages/{id}/void",
    "/notices/{id}/seen", "/o", "/o/{id}/marks", "/o/{id}/picks", "/openings/{id}/commitment",
    "/openings/{id}/draw", "/orders/{id}", "/policy/{rule}", "/prices", "/prices/release",
    "/prices/{id}/approval", "/privacy/erasures/{id}", "/privacy/people/{id}/erasures",
    "/privacy/people/{id}/report", "/privacy/retention/erasures", "/privacy/texts/{purpose}",
    "/r/{id}", "/reports/days/{id}", "/sales/{id}/begin-signing", "/sales/{id}/cancel",
    "/sales/{id}/cancel-approve", "/sales/{id}/cancel-execute", "/sales/{id}/cancel-reject",
    "/sales/{id}/cancel-review", "/sales/{id}/cancel-submit", "/sales/{id}/change-approve",
    "/sales/{id}/check-in", "/sales/{id}/contract", "/sales/{id}/contract-review",
    "/sales/{id}/file", "/sales/{id}/finance-delay", "/sales/{id}/give-up",
    "/sales/{id}/hand-on", "/sales/{id}/instalments", "/sales/{id}/notice",
    "/sales/{id}/original", "/sales/{id}/papers", "/sales/{id}/receipt", "/sales/{id}/rename",
    "/sales/{id}/review", "/sales/{id}/sign", "/sales/{id}/sign-contract",
    "/sales/{id}/signing", "/sales/{id}/stage", "/sales/{id}/swap", "/sign-in",
    "/sign-in/demo", "/sign-out", "/sign-out/everywhere", "/staff", "/staff/{id}",
    "/staff/{id}/absence", "/staff/{id}/front", "/staff/{id}/off-duty", "/staff/{id}/stand",
    "/staff/{id}/waiver", "/stages", "/text-reviews/{id}", "/tours", "/tours/{id}/return",
    "/units/{id}/confirm", "/units/{id}/extend", "/units/{id}/hold", "/units/{id}/order",
    "/units/{id}/reconfirm", "/units/{id}/reject", "/units/{id}/release",
    "/units/{id}/reserve", "/units/{id}/unreserve", "/units/{id}/withdraw",
    "/visits/{id}/answer", "/visits/{id}/change", "/visits/{id}/change-wish",
    "/visits/{id}/claim", "/visits/{id}/customer", "/visits/{id}/departure",
    "/visits/{id}/dispute", "/visits/{id}/entry", "/visits/{id}/handover-note",
    "/visits/{id}/handover-reading", "/visits/{id}/introduction", "/visits/{id}/merge",
    "/visits/{id}/name", "/visits/{id}/person", "/visits/{id}/price-talk",
    "/visits/{id}/proof", "/visits/{id}/reclassify", "/visits/{id}/refusal",
    "/visits/{id}/split", "/visits/{id}/staff-referral", "/visits/{id}/steps",
    "/visits/{id}/table", "/visits/{id}/void", "/whatif", "/whatif/{id}/cancel",
]

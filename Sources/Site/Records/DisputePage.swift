import HouseRules

/// One dispute about a lost turn: what happened, what is said, and the ruling (REC-15).
struct DisputePage: Sendable {
    let row: DisputeRow
    let names: StaffDirectory
    /// Open and the viewer may rule.
    let mayRule: Bool
    let csrf: HTML
    let decisionID: String
    var told: HTML?
    var typed = FormFields()
    var faults: [Problem.Field] = []

    var html: HTML {
        """
        <h1>\(names.name(row.staff)) 的轮次争议</h1>
        \(told)
        <section class="card"><p>\(state)</p>\(facts(pairs))
        <p class="actions">\(linkButton("那一组的记录", to: visitPath, .quiet))
        \(linkButton("争议单，可打印", to: "/decisions/\(row.decision)/slip", .quiet, icon: .print))
        \(linkButton("全部争议", to: "/disputes", .quiet))</p></section>
        \(form)
        """
    }

    private var visitPath: String { "/visits/\(percentEncode(row.visit.rawValue))" }

    private var state: HTML {
        guard let ruling = row.ruling else { return badge("待裁定", .warn) }
        return badge("已裁定：\(ruling.label)", ruling == .dismissed ? .calm : .good)
    }

    private var pairs: [(name: String, value: String)] {
        let line = "\(row.visitWords)来时记轮空（\(row.why.label)）"
        let corrected = row.ruling.map { $0 != .dismissed } ?? false
        let all: [(String, String?)] = [
            ("台账原记", line + (corrected ? "，已更正" : "")), ("本人说", row.note),
            ("提出", "\(names.name(row.filedBy)) \(row.filedAt.words)"),
            ("裁定", row.ruling?.label), ("裁定理由", row.rulingNote),
            ("裁定人", row.ruledBy.map { "\(names.name($0)) \(row.ruledAt?.words ?? "")" }),
        ]
        return all.compactMap { name, value in value.map { (name: name, value: $0) } }
    }

    private var form: HTML? {
        guard mayRule else { return nil }
        let note = TextArea(
            name: "note", label: "裁定理由", value: typed["note"] ?? "",
            hint: "写清核对了什么。补轮和退轮会在台账新增一笔，原来那一笔标“已更正”，不删。",
            fault: faults.sentence(of: "note"), isRequired: true, maxLength: 500)
        return Site.card(
            "裁定",
            body: """
                <form method="post" class="form" data-draft="dispute-\(row.id)" \
                action="\(url: "/disputes/\(percentEncode(row.id))/ruling")">\(csrf)
                <input type="hidden" name="id" value="\(decisionID)">\(note.html)
                <p class="actions">\(button("补轮", .primary, name: "ruling", value: "makeup"))
                \(button("退轮", .primary, name: "ruling", value: "returned"))
                \(button("维持原来的一笔", .danger, name: "ruling", value: "dismissed"))</p></form>
                """)
    }
}

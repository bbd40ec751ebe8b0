import HouseRules

/// 办事: what the viewer may do, under its headings.
struct MatterListPage: Sendable {
    let matters: [Matter]
    /// The customer whose page led here, to be kept on the way.
    let customer: PersonID?

    var html: HTML {
        let cards = Matter.Group.allCases.compactMap(card)
        return """
            <p><a href="/customers">← 客户</a></p>
            <h1>办事</h1>
            <div class="columns">\(cards)</div>
            """
    }

    private func card(_ group: Matter.Group) -> HTML? {
        let lines: [HTML] = matters.filter { $0.group == group }.map { matter in
            let query = matter.isAboutCustomer ? customer.map { "?customer=\($0)" } : nil
            return """
                <li><a href="\(url: "/matters/\(matter.name)\(query ?? "")")">\(matter.title)</a> \
                <span class="muted">\(matter.hint)</span></li>
                """
        }
        guard !lines.isEmpty else { return nil }
        return Site.card(group.rawValue, body: "<ul class=\"plain\">\(lines)</ul>")
    }
}

/// The form of one matter.
struct MatterPage: Sendable {
    let matter: Matter
    /// The customer whose page led here, and their masked words.
    let customer: (id: PersonID, words: String)?
    let names: StaffDirectory
    let viewer: StaffID
    /// Changes that wait for a signature.
    let changes: [Choice]
    let now: Moment
    let csrf: HTML
    let decisionID: String
    let notice: HTML?

    var html: HTML {
        let inputs = MatterInputs(
            names: names, viewer: viewer, now: now, customer: customer, changes: changes)
        let fields: [HTML] = matter.fields.map(inputs.html)
        return """
            <p><a href="/matters">← 办事</a></p>
            <h1>\(matter.title)</h1>
            \(notice)
            <p>\(matter.hint) <a href="\(url: "/clauses/\(matter.clause)")">\(matter.clause)</a></p>
            <form method="post" action="\(url: "/matters/\(matter.name)")" class="form card" \
            data-draft>\(csrf)<input type="hidden" name="id" value="\(decisionID)">
            \(fields)<p class="actions">\(button("提交", .primary))</p></form>
            """
    }
}

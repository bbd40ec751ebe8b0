import HouseRules

/// Customers in the order of danger: whose clock runs out next stands first.
struct CustomerList: Sendable {
    /// How soon somebody's clock runs out.
    enum Danger: Int, Sendable, CaseIterable {
        case today, tomorrow, week, later, bought

        /// How a stretch stands on a day.
        init(_ record: OwnershipRecord, on day: BusinessDay) {
            if record.boughtOn != nil { self = .bought; return }
            switch record.until.number - day.number {
            case ...1: self = .today
            case 2: self = .tomorrow
            case ...7: self = .week
            default: self = .later
            }
        }

        var label: String {
            switch self {
            case .today: "今天是最后一天"
            case .tomorrow: "明天是最后一天"
            case .week: "这几天要跟"
            case .later: "还早"
            case .bought: "已购"
            }
        }

        var tone: Tone {
            switch self {
            case .today: .stop
            case .tomorrow: .warn
            case .week: .busy
            case .later: .calm
            case .bought: .good
            }
        }
    }

    /// One customer.
    struct Line: Sendable {
        let id: PersonID
        /// Name and masked number.
        let words: String
        let staff: String
        let danger: Danger
        /// When the nearer of both clocks runs out, in words.
        let until: String
    }

    let lines: [Line]
    /// Whether the owners stand beside the customers.
    let showsOwners: Bool

    var html: HTML {
        let groups: [HTML] = Danger.allCases.compactMap { danger in
            let of = lines.filter { $0.danger == danger }
            return of.isEmpty ? nil : card(danger, of)
        }
        return "<div class=\"stack\">\(groups)</div>"
    }

    private func card(_ danger: Danger, _ lines: [Line]) -> HTML {
        let rows: [HTML] = lines.map { line in
            let owner: HTML? = showsOwners ? "<span class=\"muted\">\(line.staff)</span>" : nil
            return """
                <li class="queue-row"><a href="\(url: "/customers/\(line.id.rawValue)")">\
                \(line.words)</a> \(owner) <span class="muted">\(line.until)</span></li>
                """
        }
        return """
            <section class="card"><header class="card-head"><h2>\(danger.label)</h2>\
            \(badge("\(lines.count) 位", danger.tone))</header>
            <ul class="plain">\(rows)</ul></section>
            """
    }
}

/// 客户: one's own, or those of the whole site.
struct CustomerListPage: Sendable {
    let search: CustomerSearchBox
    /// Taking the list out; nil: not for whoever asks.
    var export: CustomerExportForm?
    let list: CustomerList
    /// Whose customers are shown; nil: everybody's.
    let staff: StaffID?
    let people: [Choice]
    let waiting: Int
    let page: Int
    let isLast: Bool
    let notice: HTML?

    var html: HTML {
        """
        <h1>客户</h1>
        \(notice)\(search.html)\(filters)
        \(list.lines.isEmpty ? empty : list.html)
        <p class="actions">\(next)\(linkButton("办事", to: "/matters", .quiet))</p>
        \(export?.html)
        """
    }

    private var empty: HTML {
        page > 1
            ? emptyState("没有更多了", "前面几页已经是全部客户。")
            : emptyState("名下还没有客户", "接待完登记了来访，客户就会出现在这里，写着到哪天失效。")
    }

    private var filters: HTML? {
        guard !people.isEmpty else { return nil }
        return """
            <form class="filters" method="get" action="/customers">
            \(SelectField(
                name: "staff", label: "谁的客户", choices: people, selected: staff?.rawValue).html)
            \(button("筛选", .plain, icon: .search))
            \(linkButton("公共池（\(waiting)）", to: "/customers/pool", .quiet))</form>
            """
    }

    private var next: HTML? {
        guard !isLast else { return nil }
        let whose = staff.map { "staff=\(percentEncode($0.rawValue))&" } ?? ""
        return linkButton("下一页", to: "/customers?\(whose)page=\(page + 1)")
    }
}

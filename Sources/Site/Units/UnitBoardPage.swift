import HouseRules

/// 销控图: every unit by building and floor.
struct UnitBoardPage: Sendable {
    let board: UnitBoard
    let filter: UnitFilter
    let mayControl: Bool

    var html: HTML {
        guard !board.cells.isEmpty else {
            return """
                <h1>销控图</h1>
                \(emptyState(
                    "还没有房源", "经理批准一个价目版本以后，房源就出现在这里。",
                    action: mayControl ? linkButton("价目", to: "/prices", .primary) : nil))
                """
        }
        return """
            <div class="page-head"><h1>销控图</h1><p class="actions">
            \(linkButton("大屏", to: "/units/wall", .quiet))
            \(linkButton("价目", to: "/prices", .quiet))
            \(linkButton("公布", to: "/bulletins", .quiet))</p></div>
            \(filters)
            <div data-units="\(url: "/events/units?since=\(board.seq)")">
            \(board.totalsHTML)\(legend)\(board.grid(filter))</div>
            """
    }

    private var filters: HTML {
        let building = SelectField(
            name: "building", label: "楼栋",
            choices: board.buildingNames.map { Choice(value: $0, label: $0) },
            selected: filter.building)
        let layout = SelectField(
            name: "layout", label: "户型",
            choices: board.totals.map { Choice(value: $0.layout, label: $0.layout) },
            selected: filter.layout)
        let status = SelectField(
            name: "status", label: "状态",
            choices: UnitStatus.allCases.map { Choice(value: $0.rawValue, label: $0.label) },
            selected: filter.status?.rawValue)
        return """
            <form method="get" action="/units" class="filters">\(building.html)\(layout.html)
            \(status.html)\(button("看", .plain))</form>
            """
    }

    private var legend: HTML {
        let items: [HTML] = UnitStatus.allCases.map {
            """
            <li class="tone-\($0.tone.rawValue)"><i aria-hidden="true">\($0.shape)</i> \
            \($0.shortLabel)</li>
            """
        }
        return "<ul class=\"unit-legend\" aria-label=\"图例\">\(items)</ul>"
    }
}

/// The cells by building and floor, on the page and on the wall.
struct UnitGrid: Sendable {
    let buildings: [UnitBoard.Building]

    var html: HTML {
        guard !buildings.isEmpty else { return emptyState("没有这样的房源", "换一个楼栋、户型或状态再看。") }
        var html = HTML()
        for building in buildings {
            html += "<section class=\"units\"><h2>\(building.name)</h2>"
            for floor in building.floors {
                html += """
                    <div class="unit-floor"><span class="unit-level">\(floor.number) 层</span>\
                    <div class="unit-row">
                    """
                for cell in floor.cells { html += cell.html }
                html += "</div></div>\n"
            }
            html += "</section>"
        }
        return html
    }
}

/// The board of units for a television.
struct UnitWallPage: Sendable {
    let board: UnitBoard
    let siteName: String

    var html: HTML {
        """
        <h1>\(siteName) · 销控图</h1>
        <div data-units="\(url: "/events/units?since=\(board.seq)")">
        \(board.grid())\(board.totalsHTML)</div>
        """
    }
}

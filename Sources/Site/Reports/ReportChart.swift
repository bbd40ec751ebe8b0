import HouseRules

/// Bars that lie on their side, each with its name and its number in words: nothing is told by
/// colour or by length alone.
struct BarChart: Sendable {
    struct Bar: Sendable {
        let name: String
        let value: Int64
        let words: String
    }

    let title: String
    let bars: [Bar]
    /// How much fills the width; nil: the greatest.
    var whole: Int64?

    var html: HTML {
        let most = whole ?? max(1, bars.map(\.value).max() ?? 1)
        let lines: [HTML] = bars.map { bar in
            """
            <li><span class="bar-name">\(bar.name)</span>
            <svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" \
            focusable="false"><rect class="bar-ground" width="1000" height="10"/>\
            <rect class="bar-fill" width="\(max(0, bar.value) * 1000 / most)" height="10"/></svg>
            <span class="bar-words">\(bar.words)</span></li>

            """
        }
        return "<ul class=\"bars\" aria-label=\"\(title)\">\(lines)</ul>"
    }
}

/// Columns over days or weeks; its numbers stand in a table below, which whoever cannot see the
/// picture reads instead.
struct ColumnChart: Sendable {
    struct Column: Sendable {
        let name: String
        let value: Int64
        let words: String
    }

    let title: String
    /// What the first column of the table is called.
    let axis: String
    let columns: [Column]

    private var most: Int64 { max(1, columns.map(\.value).max() ?? 1) }

    var html: HTML {
        """
        <figure class="chart"><figcaption>\(title)</figcaption>
        \(picture)
        <p class="chart-axis" aria-hidden="true"><span>\(columns.first?.name ?? "")</span>\
        <span>\(columns.last?.name ?? "")</span></p>
        <details><summary>逐项的数</summary>\(table)</details></figure>
        """
    }

    private var picture: HTML {
        let width = max(1, columns.count) * 10
        let drawn: [HTML] = columns.enumerated().map { index, column in
            let height = max(0, column.value) * 100 / most
            return """
                <rect class="bar-fill" x="\(index * 10 + 2)" y="\(100 - height)" width="6" \
                height="\(height)"/>
                """
        }
        return """
            <svg class="columns-chart" viewBox="0 0 \(width) 100" preserveAspectRatio="none" \
            role="img" aria-label="\(summary)">\(drawn)<rect class="chart-ground" y="99" \
            width="\(width)" height="1"/></svg>
            """
    }

    /// What the picture shows, in a sentence.
    private var summary: String {
        guard let top = columns.max(by: { $0.value < $1.value }), top.value > 0 else {
            return "\(title)：都是零。"
        }
        return "\(title)：最多的是 \(top.name)，\(top.words)；最后是 \(columns.last?.words ?? "")。"
    }

    private var table: HTML {
        dataTable(
            caption: title,
            columns: [Site.Column(title: axis), Site.Column(title: "数", isNumber: true)],
            rows: columns.map { ["\($0.name)", "\($0.words)"] })
    }
}

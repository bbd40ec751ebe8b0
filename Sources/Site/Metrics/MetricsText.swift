/// The text format of Prometheus, version 0.0.4.
struct MetricsText {
    private(set) var text = ""

    /// What a family of figures is.
    enum Kind: String {
        case counter, gauge, histogram
    }

    /// Begins a family; its samples follow.
    mutating func family(_ name: String, _ kind: Kind, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
    }

    /// One figure, told apart by its labels.
    mutating func sample(
        _ name: String, _ labels: KeyValuePairs<String, String> = [:], _ value: Double
    ) {
        let inside = labels.map { "\($0.key)=\"\(Self.escaped($0.value))\"" }
        let braces = inside.isEmpty ? "" : "{\(inside.joined(separator: ","))}"
        text += "\(name)\(braces) \(Self.number(value))\n"
    }

    /// A family with one figure.
    mutating func single(_ name: String, _ kind: Kind, _ help: String, _ value: Double) {
        family(name, kind, help)
        sample(name, [:], value)
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            .replacing("\n", with: "\\n")
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }
}

extension MetricsText {
    /// The web's own figures.
    mutating func add(_ figures: WebMetrics.Figures) {
        family("anchang_http_answers_total", .counter, "Answers by route and status.")
        let keys = figures.answers.sorted {
            ($0.key.route, $0.key.method, $0.key.status)
                < ($1.key.route, $1.key.method, $1.key.status)
        }
        for (key, count) in keys {
            sample(
                "anchang_http_answers_total",
                ["method": key.method, "route": key.route, "status": String(key.status)],
                Double(count))
        }
        let name = "anchang_http_answer_seconds"
        family(name, .histogram, "Seconds until an answer, or the beginning of a stream.")
        for (route, times) in figures.times.sorted(by: { $0.key < $1.key }) {
            add(times, of: route, name)
        }
        family("anchang_decisions_total", .counter, "Decisions asked for through the web.")
        for (outcome, count) in figures.decisions.sorted(by: { $0.key < $1.key }) {
            sample("anchang_decisions_total", ["outcome": outcome], Double(count))
        }
    }

    private mutating func add(_ times: WebMetrics.Times, of route: String, _ name: String) {
        var sum = 0
        for (edge, count) in zip(WebMetrics.edges, times.counts) {
            sum += count
            let label = Self.number(edge)
            sample("\(name)_bucket", ["route": route, "le": label], Double(sum))
        }
        let all = Double(times.counts.reduce(0, +))
        sample("\(name)_bucket", ["route": route, "le": "+Inf"], all)
        sample("\(name)_sum", ["route": route], times.sum)
        sample("\(name)_count", ["route": route], all)
    }
}

import Foundation

/// One measured figure beside what is promised of it.
public struct BenchFigure: Sendable, Codable {
    /// A short name that stays, for machines.
    public let name: String
    /// What it is.
    public let title: String
    /// What was measured, in `unit`.
    public let measured: Double
    /// `1/s`, `ms`, `s` or `MB`.
    public let unit: String
    /// `measured` against the static answer of the same server in the same run.
    public let ratio: Double?
    /// What is promised, in words; nil: measured for comparison only.
    public let target: String?
    /// Whether the promise is kept; nil when nothing is promised.
    public let isMet: Bool?
    /// What else there is to say.
    public let note: String?

    init(
        _ name: String, _ title: String, _ measured: Double, _ unit: String, ratio: Double? = nil,
        target: String? = nil, isMet: Bool? = nil, note: String? = nil
    ) {
        (self.name, self.title, self.measured, self.unit) = (name, title, measured, unit)
        (self.ratio, self.target, self.isMet, self.note) = (ratio, target, isMet, note)
    }

    /// A figure that must reach a number.
    static func atLeast(
        _ least: Double, _ name: String, _ title: String, _ measured: Double, _ unit: String,
        note: String? = nil
    ) -> BenchFigure {
        BenchFigure(
            name, title, measured, unit, target: "≥ \(digits(least)) \(unit)",
            isMet: measured >= least, note: note)
    }

    /// A figure that must not exceed a number.
    static func atMost(
        _ most: Double, _ name: String, _ title: String, _ measured: Double, _ unit: String,
        note: String? = nil
    ) -> BenchFigure {
        BenchFigure(
            name, title, measured, unit, target: "≤ \(digits(most)) \(unit)",
            isMet: measured <= most, note: note)
    }

    fileprivate var cells: [String] {
        [
            title, "\(digits(measured)) \(unit)", ratio.map { "\(digits($0)) ×" } ?? "",
            target ?? "", isMet.map { $0 ? "ok" : "SHORT" } ?? "",
        ]
    }
}

/// All figures of one run.
public struct BenchReport: Sendable, Codable {
    /// The machine and what ran on it, by name.
    public let machine: [MachineFact]
    /// The figures, in order.
    public let figures: [BenchFigure]

    /// Tables for people.
    public var text: String {
        var table = TextTable([
            .text("figure"), .number("measured"), .number("ratio"), .text("target"),
            .text("verdict"),
        ])
        table.rows = figures.map(\.cells)
        let facts = machine.map { "\($0.name): \($0.value)\n" }.joined()
        let notes = figures.compactMap { figure in
            figure.note.map { "\(figure.title): \($0)\n" }
        }
        return facts + "\n" + table.text + "\n" + notes.joined()
    }

    /// The same for machines.
    /// - Throws: never in practice.
    public func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}

/// Three significant digits, and all of a large number in groups of three.
func digits(_ number: Double) -> String {
    guard number.isFinite else { return "—" }
    if abs(number) >= 100 { return grouped(Int(number.rounded())) }
    let places = abs(number) >= 10 ? 1 : 2
    return String(format: "%.\(places)f", number)
}

private func grouped(_ number: Int) -> String {
    let plain = Array(String(abs(number)))
    var text = number < 0 ? "-" : ""
    for (index, digit) in plain.enumerated() {
        if index > 0, (plain.count - index) % 3 == 0 { text += "," }
        text.append(digit)
    }
    return text
}

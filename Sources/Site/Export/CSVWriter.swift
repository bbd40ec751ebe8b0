/// Writes CSV that a spreadsheet can open without running anything.
///
/// A field that a spreadsheet would take for a formula is given a leading `'`. Lines end with CRLF
/// and the text begins with a mark so that Chinese opens right in Excel.
public struct CSVWriter: Sendable {
    /// The text so far.
    public private(set) var text = "\u{FEFF}"

    /// An empty file.
    public init() {}

    /// Adds one record.
    public mutating func write(_ fields: [String]) {
        text += fields.map(Self.field).joined(separator: ",") + "\r\n"
    }

    private static func field(_ text: String) -> String {
        let safe = text.utf8.first.map(startsFormula.contains) == true ? "'" + text : text
        guard safe.utf8.contains(where: needsQuotes.contains) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }

    private static let startsFormula = Set("=+-@\t\r".utf8)
    private static let needsQuotes = Set("\",\r\n".utf8)
}

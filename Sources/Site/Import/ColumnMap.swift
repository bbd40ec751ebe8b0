/// A field that an importer looks for among the columns of a file.
public protocol ImportField: CaseIterable, Hashable, Sendable, RawRepresentable<String> {
    /// Headers that mean this field, in Chinese and English; the first is shown to people.
    var headers: [String] { get }
}

/// Which column of a file holds which field.
///
/// Found by the headers' known spellings, or told by mappings such as `call_id=通话编号`. Every
/// field must have exactly one column; other columns are left alone.
public struct ColumnMap<Field: ImportField>: Sendable {
    /// Headers that no field uses.
    public let unused: [String]
    private let headers: [String]
    private let places: [Field: Int]

    /// Settles the columns before any row is read; throws the first thing that is wrong.
    public init(header: [String], mappings: [String] = []) throws(ImportFault) {
        let told = try Self.parse(mappings)
        let names = header.map(Self.simplified)
        var places: [Field: Int] = [:]
        var missing: [String] = []
        for field in Field.allCases {
            let wanted = told[field].map { [$0] } ?? field.headers + [field.rawValue]
            let keys = Set(wanted.map(Self.simplified))
            let found = names.indices.filter { keys.contains(names[$0]) }
            if let name = told[field], found.count != 1 {
                throw .unknownColumn(field: field.rawValue, header: name, headers: header)
            }
            if found.count > 1 {
                throw .duplicateColumn(
                    field: field.rawValue, first: header[found[0]], second: header[found[1]])
            }
            places[field] = found.first
            if found.isEmpty { missing.append("\(field.headers[0])(\(field.rawValue))") }
        }
        guard missing.isEmpty else { throw .missingColumns(missing) }
        try Self.refuseShared(places, header)
        let used = Set(places.values)
        unused = header.indices.filter { !used.contains($0) }.map { header[$0] }
        headers = header.map(trimmed)
        self.places = places
    }

    /// The header of a field's column as the file spells it.
    public func header(of field: Field) -> String { headers[places[field]!] }

    /// The text of a field, without spaces around it.
    public func text(_ field: Field, in row: CSVRow) -> String {
        trimmed(row.fields[places[field]!])
    }

    private static func parse(_ mappings: [String]) throws(ImportFault) -> [Field: String] {
        var told: [Field: String] = [:]
        for mapping in mappings {
            guard let sign = mapping.firstIndex(of: "=") else { throw .malformedMapping(mapping) }
            let name = trimmed(String(mapping[..<sign]))
            let header = trimmed(String(mapping[mapping.index(after: sign)...]))
            guard !name.isEmpty, !header.isEmpty else { throw .malformedMapping(mapping) }
            guard let field = Field(rawValue: name) else {
                throw .unknownField(name, known: Field.allCases.map(\.rawValue))
            }
            guard told.updateValue(header, forKey: field) == nil else { throw .mappedTwice(name) }
        }
        return told
    }

    private static func refuseShared(
        _ places: [Field: Int], _ header: [String]
    ) throws(ImportFault) {
        var owner: [Int: Field] = [:]
        for field in Field.allCases {
            guard let place = places[field] else { continue }
            if let other = owner.updateValue(field, forKey: place) {
                throw .duplicateColumn(
                    field: "\(other.rawValue)、\(field.rawValue)", first: header[place],
                    second: header[place])
            }
        }
    }

    private static func simplified(_ header: String) -> String { trimmed(header).lowercased() }
}

/// The text without white space at its ends.
func trimmed(_ text: String) -> String {
    guard text.first?.isWhitespace == true || text.last?.isWhitespace == true else { return text }
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
        let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
}

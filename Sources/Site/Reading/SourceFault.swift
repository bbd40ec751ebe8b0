/// What is wrong at one place of a file that people write, in a sentence they understand.
public struct SourceFault: Error, Hashable, Sendable {
    /// The file as the reader was told to call it.
    public let file: String
    /// Line, from 1.
    public let line: Int
    /// Column in characters, from 1.
    public let column: Int
    /// What is wrong and what to do about it.
    public let sentence: String

    /// A fault at a place.
    public init(file: String, line: Int, column: Int, _ sentence: String) {
        self.file = file
        self.line = line
        self.column = column
        self.sentence = sentence
    }

    /// `policies/P001.yaml:12:5 …`.
    public var text: String { "\(file):\(line):\(column) \(sentence)" }
}

/// Everything that is wrong with a file, in the order of its lines.
public struct SourceFaults: Error, Hashable, Sendable, CustomStringConvertible {
    /// The faults; never empty.
    public let faults: [SourceFault]

    /// Faults in the order of their places, each once.
    public init(_ faults: [SourceFault]) {
        var seen: Set<SourceFault> = []
        self.faults = faults.filter { seen.insert($0).inserted }.sorted {
            ($0.line, $0.column) < ($1.line, $1.column)
        }
    }

    /// One line per fault.
    public var text: String { faults.map(\.text).joined(separator: "\n") }

    /// One line per fault.
    public var description: String { text }
}

/// What a command prints and how it ends.
public struct CommandReport: Hashable, Sendable {
    /// The text for standard output.
    public let text: String
    /// The text for standard error; empty when there is none.
    public let errors: String
    /// 0 = fine, 1 = an expectation failed, 2 = the file is wrong.
    public let exitCode: Int32

    /// A report.
    public init(_ text: String, errors: String = "", exitCode: Int32) {
        self.text = text
        self.errors = errors
        self.exitCode = exitCode
    }
}

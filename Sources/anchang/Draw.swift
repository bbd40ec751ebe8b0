import ArgumentParser
import Site

/// `anchang draw`.
struct Draw: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "About the draw of a selection day.", subcommands: [DrawVerify.self])
}

/// `anchang draw verify`.
struct DrawVerify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Recomputes the order of a draw from its posted sheet, step by step.",
        discussion: """
            Exits with 1 when a step does not hold. docs/draw.md tells how the order comes about; \
            nothing but the sheet is needed, neither a site nor its keys.
            """)

    @Argument(help: "The sheet of the draw, a YAML file.")
    var file: String

    func run() throws { try DrawSheetFile.report(path: file).show() }
}

import ArgumentParser
import Site

/// `anchang bench`.
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measures this build on this machine, as ratios within one run.")

    @Flag(help: "As JSON.")
    var json = false

    func run() async throws {
        print(json)
    }
}

import Foundation

/// The part of a measurement that runs in a process of its own: reads what to do from the standard
/// input and writes what came of it to the standard output.
public enum BenchClient {
    /// What to do.
    enum Task: Codable, Sendable {
        case load(LoadPlan)
        case live(LivePlan)
        case paced(PacedPlan)
        case rush(RushPlan)
    }

    /// Does what the first line of the standard input says.
    /// - Throws: when a connection breaks or an answer is not as expected.
    public static func run() throws {
        guard let line = readLine() else { return }
        let answer: Data
        switch try JSONDecoder().decode(Task.self, from: Data(line.utf8)) {
        case .load(let plan):
            var client = try LoadClient(plan)
            answer = try JSONEncoder().encode(try client.run())
        case .live(let plan):
            var client = LiveClient(plan)
            let arrivals = try client.run(onReady: { write(Data("ready\n".utf8)) })
            answer = try JSONEncoder().encode(arrivals)
        case .paced(let plan):
            answer = try JSONEncoder().encode(try PacedClient(plan: plan).run())
        case .rush(let plan):
            var client = try RushClient(plan)
            answer = try JSONEncoder().encode(try client.run())
        }
        write(answer + Data("\n".utf8))
    }

    private static func write(_ data: Data) {
        FileHandle.standardOutput.write(data)
    }
}

import Foundation

/// This program once more, as a process of its own.
final class Child: Sendable {
    /// A child ended early or said something unexpected.
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    private let process: Process
    private let input: FileHandle
    private let output: FileHandle
    private let queue = DispatchQueue(label: "anchang.bench.child")

    /// Starts it with these arguments.
    init(_ arguments: [String]) throws {
        let (toChild, fromChild) = (Pipe(), Pipe())
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = arguments
        process.standardInput = toChild
        process.standardOutput = fromChild
        try process.run()
        self.process = process
        input = toChild.fileHandleForWriting
        output = fromChild.fileHandleForReading
    }

    /// Its number on the machine.
    var number: Int32 { process.processIdentifier }

    /// Says a line to it.
    func say(_ line: Data) { input.write(line + Data("\n".utf8)) }

    /// Ends what is said to it.
    func closeInput() { try? input.close() }

    /// The next line it says.
    func line() async throws -> Data {
        let line = await waiting { output in
            var line = Data()
            while let byte = try? output.read(upToCount: 1), let first = byte.first, first != 10 {
                line.append(first)
            }
            return line
        }
        guard !line.isEmpty else { throw Fault(description: "a child process said nothing") }
        return line
    }

    /// Everything else it says until it ends.
    func rest() async -> Data {
        await waiting { (try? $0.readToEnd()) ?? Data() }
    }

    /// Asks it to end and waits for that.
    func end() async {
        process.terminate()
        _ = await waiting { [process] _ in
            process.waitUntilExit()
            return Data()
        }
    }

    /// Waits off the threads that tasks share.
    private func waiting(_ body: @Sendable @escaping (FileHandle) -> Data) async -> Data {
        await withCheckedContinuation { continuation in
            queue.async { [output] in continuation.resume(returning: body(output)) }
        }
    }
}

extension Child {
    /// Runs one task of a client to its end and reads its answer.
    static func run<Answer: Decodable>(
        _ task: BenchClient.Task, _ type: Answer.Type
    ) async throws -> Answer {
        let child = try Child(["bench-client"])
        child.say(try JSONEncoder().encode(task))
        let answer = await child.rest()
        await child.end()
        guard !answer.isEmpty else { throw Fault(description: "the load generator failed") }
        return try JSONDecoder().decode(type, from: answer)
    }
}

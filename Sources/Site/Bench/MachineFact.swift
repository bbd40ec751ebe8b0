import Foundation

/// Something about the machine that explains its figures.
public struct MachineFact: Sendable, Codable {
    /// What it is about.
    public let name: String
    /// What it is.
    public let value: String

    /// What is known of this machine, without its name.
    static func all(at moment: String) -> [MachineFact] {
        let information = ProcessInfo.processInfo
        return [
            MachineFact(name: "Date", value: moment),
            MachineFact(
                name: "Processor", value: "\(information.activeProcessorCount) × \(processor)"),
            MachineFact(
                name: "Memory", value: "\(digits(Double(information.physicalMemory) / 1e9)) GB"),
            MachineFact(name: "System", value: information.operatingSystemVersionString),
            MachineFact(name: "Swift", value: "\(compiler), \(configuration)"),
            MachineFact(name: "Load of others at the start", value: load),
        ]
    }

    private static var processor: String {
        lines(of: "/proc/cpuinfo").first { $0.hasPrefix("model name") }?
            .split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
            ?? "unknown"
    }

    private static var load: String {
        lines(of: "/proc/loadavg").first?.split(separator: " ").first.map(String.init) ?? "unknown"
    }

    private static func lines(of path: String) -> [Substring] {
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return text.split(separator: "\n")
    }

    private static var compiler: String {
        #if compiler(>=6.4)
            "6.4 or newer"
        #elseif compiler(>=6.3)
            "6.3"
        #else
            "6.2"
        #endif
    }

    private static var configuration: String {
        #if DEBUG
            "built for debugging: the figures mean nothing"
        #else
            "built for speed"
        #endif
    }
}

/// How often a small file on the disk of a folder can be written and confirmed in a second.
func synchronousWrites(in folder: URL, for seconds: Double) throws -> Double {
    let path = folder.appending(path: "writes").path
    let descriptor = open(path, O_CREAT | O_RDWR, 0o600)
    guard descriptor >= 0 else { throw Wire.Fault("cannot write \(path)") }
    defer { close(descriptor) }
    let page = [UInt8](repeating: 7, count: 4096)
    let start = Stopwatch.now()
    var count = 0
    while Double(Stopwatch.now() - start) < seconds * 1e9 {
        guard write(descriptor, page, page.count) == page.count, fdatasync(descriptor) == 0 else {
            throw Wire.Fault("cannot write \(path)")
        }
        count += 1
    }
    return Double(count) / (Double(Stopwatch.now() - start) / 1e9)
}

import Foundation

/// What the system knows of this process.
struct ProcessFigures: Sendable, Equatable {
    /// Memory in use, in bytes.
    let residentBytes: Int
    /// Open files and connections.
    let openFiles: Int

    /// Nil where there is no /proc.
    static func now() -> ProcessFigures? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
            let pages = text.split(separator: " ").dropFirst().first.flatMap({ Int($0) }),
            let files = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
        else { return nil }
        return ProcessFigures(
            residentBytes: pages * Int(sysconf(Int32(_SC_PAGESIZE))), openFiles: files.count)
    }
}

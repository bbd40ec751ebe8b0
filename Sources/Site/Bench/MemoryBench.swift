import Foundation

/// What a fresh demonstration takes of the memory once its first pages were asked for.
struct MemoryBench: Sendable {
    let folder: URL
    let home: String

    /// The resident memory of a server of its own.
    func figures() async throws -> [BenchFigure] {
        let child = try Child([
            "serve", "--demo", "--port", "0", "--data", folder.appending(path: "demo").path,
            "--database", folder.appending(path: "demo.sqlite").path, "--home", home,
        ])
        let line = String(decoding: try await child.line(), as: UTF8.self)
        guard let text = line.split(separator: ":").last, let port = Int(text) else {
            await child.end()
            throw Child.Fault(description: "the demonstration did not say its port")
        }
        let megabytes: Double
        do {
            try Self.visit(port)
            megabytes = try Self.resident(child.number)
        } catch {
            await child.end()
            throw error
        }
        await child.end()
        return [
            .atMost(
                120, "memory", "resident memory of a fresh demo server", megabytes, "MB",
                note: "after signing in and looking at six pages")
        ]
    }

    /// Signs in as the desk and looks around.
    private static func visit(_ port: Int) throws {
        let body = "login=desk"
        let cookie = try answer(
            port,
            "POST /sign-in/demo HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: \(body.utf8.count)\r\n\r\n" + body
        ).split(separator: "\r\n").first { $0.lowercased().hasPrefix("set-cookie:") }?
        .split(separator: " ").dropFirst().first
        guard let cookie else { throw Child.Fault(description: "the demonstration let nobody in") }
        for path in ["/", "/reception", "/board", "/calls", "/decisions", "/clauses"] {
            let page = try answer(
                port,
                "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                    + "Cookie: \(cookie)\r\n\r\n")
            guard page.hasPrefix("HTTP/1.1 200") || page.hasPrefix("HTTP/1.1 303") else {
                throw Child.Fault(description: "\(path) was answered with \(page.prefix(40))")
            }
        }
    }

    /// One request on a connection of its own.
    private static func answer(_ port: Int, _ request: String) throws -> String {
        let wire = try Wire(port: port)
        defer { wire.close() }
        try wire.send(Array(request.utf8))
        var bytes: [UInt8] = []
        try withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
            while true {
                let count = try wire.receiveOrEnd(into: buffer)
                if count == 0 { return }
                bytes += buffer[..<count]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Megabytes (10⁶ bytes) of a process that are in memory.
    private static func resident(_ process: Int32) throws -> Double {
        let text = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        guard let kilobytes = kilobytes(in: text) else {
            throw Child.Fault(description: "the system does not tell the memory of a process")
        }
        return Double(kilobytes) * 1024 / 1e6
    }

    /// The most this process has taken at any moment, in megabytes.
    static func peak() throws -> Double {
        let text = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        guard let kilobytes = kilobytes(in: text, "VmHWM") else {
            throw Child.Fault(description: "the system does not tell the memory of a process")
        }
        return Double(kilobytes) * 1024 / 1e6
    }

    /// The number behind a name, such as `VmRSS`, of a process's status.
    static func kilobytes(in status: String, _ name: String = "VmRSS") -> Int? {
        status.split(separator: "\n").first { $0.hasPrefix(name + ":") }?
            .split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first
            .flatMap { Int($0) }
    }
}

import Foundation

/// The office program of the machine, which turns Word files into PDF; two at a time at most.
actor OfficeProgram {
    /// Why there is no PDF.
    enum Fault: Error {
        /// There is no such program here.
        case missing
        /// It is at work for others.
        case busy
        /// It gave up, or took too long.
        case failed
    }

    private var running = 0

    /// How long a contract may take.
    private static let patience: Duration = .seconds(60)

    /// Where the program is; nil: there is none.
    nonisolated let path: String?

    init(path: String?) { self.path = path }

    /// A Word file as PDF, in a folder of its own that is gone afterwards.
    func pdf(of document: [UInt8]) async throws -> [UInt8] {
        guard let path else { throw Fault.missing }
        guard running < 2 else { throw Fault.busy }
        running += 1
        defer { running -= 1 }
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "anchang-pdf-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = folder.appending(path: "contract.docx")
        try Data(document).write(to: source)
        try await run(
            path,
            [
                "-env:UserInstallation=\(folder.appending(path: "profile").absoluteString)",
                "--headless", "--norestore", "--nolockcheck", "--nodefault", "--convert-to", "pdf",
                "--outdir", folder.path, source.path,
            ], in: folder)
        let made = try? Data(contentsOf: folder.appending(path: "contract.pdf"))
        guard let made, made.starts(with: Array("%PDF-".utf8)) else { throw Fault.failed }
        return Array(made)
    }

    private func run(_ path: String, _ words: [String], in folder: URL) async throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = words
        process.currentDirectoryURL = folder
        process.environment = [
            "HOME": folder.path, "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8",
            "TMPDIR": folder.path,
        ]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let start = ContinuousClock.now
        while process.isRunning {
            if Task.isCancelled || ContinuousClock.now - start > Self.patience {
                process.terminate()
                throw Fault.failed
            }
            try? await Task.sleep(for: .milliseconds(50))
        }
        guard process.terminationStatus == 0 else { throw Fault.failed }
    }
}

extension ServerSettings {
    /// Where LibreOffice is: as `ANCHANG_OFFICE` says, otherwise on the path; nil: nowhere.
    public static func officeProgram(_ environment: [String: String]) -> String? {
        let named = environment["ANCHANG_OFFICE"].map { [$0] }
        let usual = (environment["PATH"] ?? "").split(separator: ":")
            .flatMap { ["\($0)/soffice", "\($0)/libreoffice"] }
        return (named ?? usual).first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}

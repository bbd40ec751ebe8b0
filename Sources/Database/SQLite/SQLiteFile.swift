import Foundation

/// The file behind an open SQLite database.
///
/// On Linux a deleted file stays writable for those who have it open, and everything written to it
/// is lost with the last of them. So each write asks whether the file still stands in its place.
struct SQLiteFile: Sendable {
    let path: String
    let isTemporary: Bool
    private let identity: Identity

    private struct Identity: Equatable {
        let device: UInt64
        let number: UInt64
    }

    init(path: String, isTemporary: Bool) throws {
        guard let identity = Self.identity(of: path) else { throw Self.gone(path) }
        self.path = path
        self.isTemporary = isTemporary
        self.identity = identity
    }

    /// Throws when the file was deleted, moved away or replaced since it was opened.
    func check() throws {
        guard Self.identity(of: path) == identity else { throw Self.gone(path) }
    }

    /// Deletes the file and what SQLite put beside it, when it was made for one use.
    func removeIfTemporary() {
        guard isTemporary else { return }
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: path + suffix)
        }
    }

    /// A path nobody has used.
    static func temporaryPath() -> String {
        FileManager.default.temporaryDirectory
            .appendingPathComponent("anchang-\(UUID().uuidString).sqlite").path
    }

    /// Makes a finished file appear under its name, durably, and never over another file.
    static func publish(_ partial: String, as path: String) throws {
        try synchronize(partial)
        guard link(partial, path) == 0 else {
            throw DatabaseFailure.readOnly("cannot write \(path): \(lastError())")
        }
        try synchronize((path as NSString).deletingLastPathComponent)
    }

    private static func synchronize(_ path: String) throws {
        let descriptor = open(path.isEmpty ? "." : path, O_RDONLY)
        defer { if descriptor >= 0 { close(descriptor) } }
        guard descriptor >= 0, fsync(descriptor) == 0 else {
            throw DatabaseFailure.full("cannot write \(path): \(lastError())")
        }
    }

    private static func lastError() -> String {
        String(cString: strerror(errno))
    }

    private static func identity(of path: String) -> Identity? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
    }

    private static func gone(_ path: String) -> DatabaseFailure {
        .connectionLost("the file \(path) is no longer there, or is another one than was opened")
    }
}

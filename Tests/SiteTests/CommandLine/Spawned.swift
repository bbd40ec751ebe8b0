import Dispatch
import Foundation
import Glibc

/// A program started beside the tests, in a folder, with its words kept in two files.
///
/// Foundation's `Process` looks through the open files of the whole process and copies past the end
/// of the last one it reads; among a thousand open files that now and then ends the test run.
struct Spawned {
    let pid: pid_t

    struct NotStarted: Error { let program: String, code: Int32 }

    init(
        _ program: String, _ arguments: [String], environment: [String: String], in folder: String,
        output: String, errors: String
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, Self.written, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, errors, Self.written, 0o600)
        var words = (["env", "-C", folder, program] + arguments).map { strdup($0) } + [nil]
        var settings = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { (words + settings).forEach { free($0) } }
        var pid: pid_t = 0
        let code = posix_spawn(&pid, "/usr/bin/env", &actions, nil, &words, &settings)
        guard code == 0 else { throw NotStarted(program: program, code: code) }
        self.pid = pid
    }

    private static let written = O_WRONLY | O_CREAT | O_TRUNC

    /// Waits for its end: its code, or 128 and the signal that ended it.
    func ended() async -> Int32 {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: wait()) }
        }
    }

    /// The same for tests that hold their thread until then.
    func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(pid, &status, 0) == -1 && errno == EINTR {}
        let signal = status & 0x7f
        return signal == 0 ? status >> 8 & 0xff : 128 + signal
    }
}

import Dispatch
import Glibc

/// Clocks for measuring, in nanoseconds.
enum Stopwatch {
    /// A clock that runs alike in all processes of the machine and never goes back.
    static func now() -> UInt64 { DispatchTime.now().uptimeNanoseconds }

    /// Processor time that this process has had.
    static func processorTime() -> UInt64 {
        UInt64(clock()) * (1_000_000_000 / UInt64(CLOCKS_PER_SEC))
    }

    /// Runs the body and tells how many seconds it took.
    static func seconds<T>(
        _ body: () async throws -> T
    ) async rethrows -> (result: T, seconds: Double) {
        let start = now()
        let result = try await body()
        return (result, Double(now() - start) / 1e9)
    }
}

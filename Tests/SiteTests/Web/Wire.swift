import Dispatch
import Foundation
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import Synchronization
import Testing

@testable import Site

/// A plain TCP connection to this machine, for saying things no decent client would.
final class Wire: @unchecked Sendable {
    private let handle: Int32

    init(port: Int) throws {
        handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(
            handle, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(connected == 0)
    }

    deinit { close(handle) }

    func say(_ text: String) {
        let bytes = Array(text.utf8)
        _ = send(handle, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// What comes until `isEnough` or the other side hangs up, away from Swift's threads.
    func hear(until isEnough: @escaping @Sendable (String) -> Bool = { _ in false }) async
        -> String
    {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { [handle] in
                var heard: [UInt8] = []
                var buffer = [UInt8](repeating: 0, count: 65_536)
                while !isEnough(String(decoding: heard, as: UTF8.self)) {
                    let count = recv(handle, &buffer, buffer.count, 0)
                    guard count > 0 else { break }
                    heard += buffer[..<count]
                }
                continuation.resume(returning: String(decoding: heard, as: UTF8.self))
            }
        }
    }
}

/// Serves a fixture's site on a free port of this machine while `body` runs.
/// `stop` is what SIGTERM does.
func serving(
    _ fixture: WebFixture,
    _ body: (_ port: Int, _ stop: @escaping @Sendable () async -> Void) async throws -> Void
) async throws {
    let (ports, found) = AsyncStream.makeStream(of: Int.self)
    let application = fixture.site.application(
        address: .hostname("127.0.0.1", port: 0),
        onRunning: { channel in found.yield(channel.localAddress?.port ?? 0) })
    let group = ServiceGroup(
        configuration: .init(services: [application], logger: fixture.surroundings.log))
    let running = Task { try await group.run() }
    var iterator = ports.makeAsyncIterator()
    let port = try #require(await iterator.next())
    let stop: @Sendable () async -> Void = {
        await group.triggerGracefulShutdown()
        _ = await running.result
    }
    do { try await body(port, stop) } catch {
        await stop()
        throw error
    }
    await stop()
}

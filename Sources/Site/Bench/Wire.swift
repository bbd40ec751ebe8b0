import Glibc

/// A connection to a server on this machine; its calls block.
struct Wire: Sendable {
    /// Why the network did not do as asked.
    struct Fault: Error, Sendable, CustomStringConvertible {
        let description: String

        init(_ what: String) {
            description = "\(what): \(String(cString: strerror(errno)))"
        }
    }

    let descriptor: Int32

    /// Connects to a port of the loopback address.
    init(port: Int) throws(Fault) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw Fault("no socket") }
        var one: Int32 = 1
        setsockopt(
            descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let answer = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, size)
            }
        }
        guard answer == 0 else { throw Fault("no connection to port \(port)") }
    }

    /// Sends all bytes.
    func send(_ bytes: [UInt8]) throws(Fault) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.send(
                    descriptor, buffer.baseAddress! + sent, buffer.count - sent,
                    Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw Fault("cannot send") }
            sent += count
        }
    }

    /// Reads what is there, at least one byte.
    func receive(into buffer: UnsafeMutableRawBufferPointer) throws(Fault) -> Int {
        let count = try receiveOrEnd(into: buffer)
        guard count > 0 else { throw Fault("the server hung up") }
        return count
    }

    /// Reads what is there; 0 when the server has hung up.
    func receiveOrEnd(into buffer: UnsafeMutableRawBufferPointer) throws(Fault) -> Int {
        let count = recv(descriptor, buffer.baseAddress!, buffer.count, 0)
        guard count >= 0 else { throw Fault("cannot receive") }
        return count
    }

    /// Hangs up.
    func close() { _ = Glibc.close(descriptor) }

    /// Raises the number of files this process may have open as far as it may.
    static func raiseLimit() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}

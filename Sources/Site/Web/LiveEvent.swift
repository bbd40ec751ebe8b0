import NIOCore

/// The newest content of one named part of a page, ready to be sent.
struct LiveEvent: Sendable {
    /// The event's name; pages listen by it, and a newer event of the same name replaces an older.
    let name: String
    /// The journal's sequence number the content shows. Older content never follows newer.
    let id: Int64
    /// The bytes on the wire, shared by all listeners.
    let frame: ByteBuffer

    /// `called`: what the page listens to, where many parts go by one name.
    init(name: String, called: String? = nil, id: Int64, html: HTML) {
        self.name = name
        self.id = id
        var bytes = Array("event: \(called ?? name)\nid: \(id)\n".utf8)
        let newline = UInt8(ascii: "\n")
        // A carriage return would end the line, too.
        let lines = html.bytes.split(omittingEmptySubsequences: false) {
            $0 == newline || $0 == UInt8(ascii: "\r")
        }
        for line in lines {
            bytes += "data: ".utf8
            bytes += line
            bytes.append(newline)
        }
        bytes.append(newline)
        frame = ByteBuffer(bytes: bytes)
    }
}

extension ByteBuffer {
    /// Keeps proxies and browsers from giving a silent stream up.
    static let heartbeat = ByteBuffer(string: ": \n\n")
    /// Tells the browser to come back after 1.5 s when the connection breaks.
    static let reconnectHint = ByteBuffer(string: "retry: 1500\n\n")
}

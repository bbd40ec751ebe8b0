/// Reads one event stream: tells the number of each event of one name when its last line came.
///
/// The server sends every event in a chunk of its own, so that the lines of chunked coding stand
/// between the events and never within them.
struct LiveReader: Sendable {
    private let wanted: [UInt8]
    private var rest: [UInt8] = []
    private var isWanted = false
    private var id: Int?

    /// For events of a name.
    init(event name: String) { wanted = Array("event: \(name)".utf8) }

    /// The numbers of the events that became whole with these bytes.
    mutating func take(_ bytes: UnsafeRawBufferPointer) -> [Int] {
        rest.append(contentsOf: bytes)
        var found: [Int] = []
        var start = 0
        while let feed = rest[start...].firstIndex(of: 10) {
            if let number = read(rest[start..<feed]) { found.append(number) }
            start = feed + 1
        }
        rest.removeFirst(start)
        return found
    }

    private mutating func read(_ line: ArraySlice<UInt8>) -> Int? {
        if line.isEmpty {
            defer { (isWanted, id) = (false, nil) }
            return isWanted ? id : nil
        }
        if line.starts(with: "event: ".utf8) {
            isWanted = line.elementsEqual(wanted)
        } else if line.starts(with: "id: ".utf8) {
            id = Int(String(decoding: line.dropFirst(4), as: UTF8.self))
        }
        return nil
    }
}

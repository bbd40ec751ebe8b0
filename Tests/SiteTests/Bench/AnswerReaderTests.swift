import Testing

@testable import Site

@Suite struct `The load generator's reader` {
    /// Takes pieces one after another; tells after which of them an answer was whole.
    private func wholes(_ reader: inout AnswerReader, _ pieces: [String]) throws -> [Int] {
        var wholes: [Int] = []
        for (index, piece) in pieces.enumerated() {
            let isWhole = try Array(piece.utf8).withUnsafeBytes { try reader.take($0) }
            if isWhole { wholes.append(index) }
        }
        return wholes
    }

    private func fault(_ pieces: [String]) -> String? {
        var reader = AnswerReader()
        do {
            _ = try wholes(&reader, pieces)
            return nil
        } catch { return "\(error)" }
    }

    private let head = "HTTP/1.1 200 OK\r\nX-Length: 9\r\ncOnTent-lENgth: 3\r\nB: c\r\n\r\n"

    @Test func `knows a whole answer however it is cut`() throws {
        let answer = head + "abc"
        for cut in 1..<answer.utf8.count {
            var reader = AnswerReader()
            let bytes = Array(answer.utf8)
            let pieces = [bytes[..<cut], bytes[cut...]].map { String(decoding: $0, as: UTF8.self) }
            #expect(try wholes(&reader, pieces) == [1], "cut at \(cut)")
            #expect(reader.status == 200)
        }
        var reader = AnswerReader()
        #expect(try wholes(&reader, answer.map { String($0) }).count == 1)
    }

    @Test func `reads one answer after another on a connection`() throws {
        var reader = AnswerReader()
        let other = "HTTP/1.1 303 See Other\r\nContent-Length: 0\r\n\r\n"
        #expect(try wholes(&reader, [head + "abc", other, head, "ab", "c"]) == [0, 1, 4])
        #expect(reader.status == 200)
        #expect(try wholes(&reader, [other]) == [0])
        #expect(reader.status == 303)
    }

    @Test func `knows answers that never have a body`() throws {
        for status in [204, 304] {
            var reader = AnswerReader()
            #expect(try wholes(&reader, ["HTTP/1.1 \(status) A\r\n\r\n"]) == [0])
        }
    }

    @Test func `a body may be as long as it says`() throws {
        var reader = AnswerReader()
        let long = String(repeating: "x", count: 70_000)
        let head = "HTTP/1.1 200 OK\r\nContent-Length: 140000\r\n\r\n"
        #expect(try wholes(&reader, [head, long, long]) == [2])
    }

    @Test func `refuses what it cannot measure`() {
        #expect(fault(["HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"]) != nil)
        #expect(fault(["HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n"]) != nil)
        #expect(fault(["HTTP/1.1 200 OK\r\nContent-Length: \r\n\r\n"]) != nil)
        #expect(fault(["SSH-2.0 hello world\r\n\r\n"]) != nil)
        #expect(fault(["HTTP/1.1 x00 OK\r\nContent-Length: 0\r\n\r\n"]) != nil)
        #expect(fault([head + "abcd"]) == "more bytes than the answer has")
        #expect(fault([head + "abc"]) == nil)
    }
}

@Suite struct `The audience's reader` {
    private func ids(_ pieces: [String]) -> [Int] {
        var reader = LiveReader(event: "board")
        return pieces.flatMap { piece in
            Array(piece.utf8).withUnsafeBytes { reader.take($0) }
        }
    }

    private let stream = """
        HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nd\r\nretry: 1500\n\n\r
        2a\r\nevent: board\nid: 7\ndata: <p>\ndata: id: 9\n\n\r
        10\r\nevent: change\nid: 8\ndata: 8\n\n\r\n3\r\n: \n\n\r
        2a\r\nevent: board\nid: 12\ndata: </p>\n\n\r

        """

    @Test func `finds the numbers of the events it waits for, and no others`() {
        #expect(ids([stream]) == [7, 12])
    }

    @Test func `finds them however the bytes come`() {
        #expect(ids(stream.unicodeScalars.map { String($0) }) == [7, 12])
    }

    @Test func `an event counts only when its last line came`() {
        #expect(ids(["event: board\nid: 7\ndata: a\n"]) == [])
        #expect(ids(["event: board\nid: 7\ndata: a\n", "\n"]) == [7])
    }
}

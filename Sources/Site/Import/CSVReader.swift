/// Where a text stops being CSV (RFC 4180), and how.
public struct CSVFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public enum Kind: Hashable, Sendable {
        /// A field begins with a quote that never ends; the place is that of the opening quote.
        case unclosedQuote
        /// Something other than a comma or the end of the line follows a closing quote.
        case textAfterQuote
        /// A quote inside a field that does not begin with one.
        case quoteInsideField
        /// A row has another number of fields than the header.
        case wrongFieldCount(expected: Int, found: Int)
        /// A field of more than ``CSVReader/largestField`` bytes.
        case fieldTooLong
        /// A zero byte.
        case nul
        /// A carriage return that no line feed follows.
        case loneCarriageReturn
    }

    /// What is wrong.
    public let kind: Kind
    /// The line, from 1.
    public let line: Int
    /// The character within the line, from 1.
    public let column: Int

    /// The sentence for the person who imports.
    public var description: String { "第 \(line) 行第 \(column) 个字符：\(sentence)" }

    private var sentence: String {
        switch kind {
        case .unclosedQuote:
            "引号没有结束。请补上结束的引号；字段里的引号要写两个。"
        case .textAfterQuote:
            "结束的引号后面还有文字。字段里的引号要写两个，或去掉多余文字。"
        case .quoteInsideField:
            "没有用引号括起的字段里出现引号。请把整个字段用引号括起，里面的引号写两个。"
        case .wrongFieldCount(let expected, let found):
            "应有 \(expected) 个字段，实有 \(found) 个。请检查多余或缺少的逗号。"
        case .fieldTooLong:
            "字段超过 1 MB，多半是少了结束的引号。"
        case .nul:
            "出现 NUL 字节（常见于没有标记的 UTF-16）。请另存为 UTF-8。"
        case .loneCarriageReturn:
            "换行只有 CR。请用 LF 或 CRLF 换行保存。"
        }
    }
}

/// One record of a CSV file.
public struct CSVRow: Hashable, Sendable {
    /// The line on which the record begins, from 1.
    public let line: Int
    /// The fields without their quotes.
    public let fields: [String]
}

/// A strict reader of RFC 4180 that hands out one record at a time.
///
/// Lines end with LF or CRLF; the last line end may be missing; empty lines are skipped. Every
/// record must have as many fields as the first. After a wrong number of fields the reader goes on
/// with the next record; after any other fault it is at its end.
public struct CSVReader {
    /// The largest field, in bytes.
    public static let largestField = 1 << 20

    private let bytes: [UInt8]
    private var position = 0
    private var line = 1
    private var lineStart = 0
    private var fieldCount: Int?

    /// Reads valid UTF-8 without a byte order mark.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Reads a text.
    public init(_ text: String) { self.init(Array(text.utf8)) }

    /// The next record; nil at the end. Throws a fault with its line and column.
    public mutating func next() throws(CSVFault) -> CSVRow? {
        skipEmptyLines()
        guard position < bytes.count else { return nil }
        let (firstLine, start) = (line, lineStart)
        var fields: [String] = []
        fields.reserveCapacity(fieldCount ?? 8)
        do throws(CSVFault) {
            repeat { fields.append(try field()) } while takeComma()
            try takeLineEnd()
        } catch {
            position = bytes.count
            throw error
        }
        let expected = fieldCount ?? fields.count
        fieldCount = expected
        guard fields.count == expected else {
            throw fault(
                .wrongFieldCount(expected: expected, found: fields.count), at: start,
                line: firstLine, lineStart: start)
        }
        return CSVRow(line: firstLine, fields: fields)
    }

    private mutating func skipEmptyLines() {
        while position < bytes.count {
            if bytes[position] == newline {
                position += 1
            } else if bytes[position] == carriageReturn, position + 1 < bytes.count,
                bytes[position + 1] == newline
            {
                position += 2
            } else {
                return
            }
            startLine()
        }
    }

    private mutating func field() throws(CSVFault) -> String {
        position < bytes.count && bytes[position] == quote ? try quotedField() : try plainField()
    }

    private mutating func plainField() throws(CSVFault) -> String {
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == comma || byte == newline || byte == carriageReturn { break }
            if byte == quote { throw fault(.quoteInsideField, at: position) }
            if byte == 0 { throw fault(.nul, at: position) }
            position += 1
            if position - start > Self.largestField { throw fault(.fieldTooLong, at: start) }
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func quotedField() throws(CSVFault) -> String {
        let opening = position
        let openingLine = (line, lineStart)
        var content: [UInt8] = []
        var start = position + 1
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 0 { throw fault(.nul, at: position) }
            if content.count + position - start > Self.largestField {
                throw fault(
                    .fieldTooLong, at: opening, line: openingLine.0, lineStart: openingLine.1)
            }
            position += 1
            if byte == newline { startLine() }
            guard byte == quote else { continue }
            content += bytes[start..<(position - 1)]
            guard position < bytes.count, bytes[position] == quote else {
                return String(decoding: content, as: UTF8.self)
            }
            start = position
            position += 1
        }
        throw fault(.unclosedQuote, at: opening, line: openingLine.0, lineStart: openingLine.1)
    }

    private mutating func takeComma() -> Bool {
        guard position < bytes.count, bytes[position] == comma else { return false }
        position += 1
        return true
    }

    private mutating func takeLineEnd() throws(CSVFault) {
        guard position < bytes.count else { return }
        if bytes[position] == carriageReturn {
            guard position + 1 < bytes.count, bytes[position + 1] == newline else {
                throw fault(.loneCarriageReturn, at: position)
            }
            position += 1
        }
        if bytes[position] == 0 { throw fault(.nul, at: position) }
        guard bytes[position] == newline else { throw fault(.textAfterQuote, at: position) }
        position += 1
        startLine()
    }

    private mutating func startLine() {
        line += 1
        lineStart = position
    }

    private func fault(
        _ kind: CSVFault.Kind, at offset: Int, line: Int? = nil, lineStart: Int? = nil
    ) -> CSVFault {
        let start = lineStart ?? self.lineStart
        let before = String(decoding: bytes[start..<offset], as: UTF8.self)
        return CSVFault(kind: kind, line: line ?? self.line, column: before.count + 1)
    }
}

private let comma = UInt8(ascii: ",")
private let quote = UInt8(ascii: "\"")
private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")

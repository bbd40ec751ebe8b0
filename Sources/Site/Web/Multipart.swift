import Foundation

/// A file that a form brought. What it was called on the other machine is nobody's business here.
struct Upload: Sendable, Equatable {
    /// The name of the form's field.
    let field: String
    let bytes: [UInt8]
}

/// The body of a form with files, `multipart/form-data` (RFC 7578).
struct MultipartBody: Sendable {
    private(set) var fields: [FormFields.Pair] = []
    private(set) var files: [Upload] = []

    /// Nobody's form has more parts; a longer one is an attack on the parser.
    private static let partLimit = 50
    /// The longest head of a part, in bytes.
    private static let headLimit = 4096

    /// Reads a body; the content type names the boundary.
    init(_ body: [UInt8], contentType: String) throws(Problem) {
        guard let boundary = Self.boundary(contentType) else { throw Self.unreadable }
        let data = Data(body)
        let delimiter = Data("\r\n--\(boundary)".utf8)
        // The first delimiter begins the body, so it lacks the line break before it.
        guard data.starts(with: delimiter.dropFirst(2)) else { throw Self.unreadable }
        var place = delimiter.count - 2
        while true {
            let rest = data[place...]
            if rest.starts(with: Array("--".utf8)) { return }
            guard rest.starts(with: Array("\r\n".utf8)),
                fields.count + files.count < Self.partLimit,
                let end = data.range(of: delimiter, in: place..<data.endIndex)
            else { throw Self.unreadable }
            try add(data[(place + 2)..<end.lowerBound])
            place = end.upperBound
        }
    }

    private mutating func add(_ part: Data) throws(Problem) {
        let window = part.startIndex..<min(part.endIndex, part.startIndex + Self.headLimit)
        guard let gap = part.range(of: Data("\r\n\r\n".utf8), in: window),
            let head = String(validating: part[part.startIndex..<gap.lowerBound], as: UTF8.self),
            let line = head.split(separator: "\r\n").first(where: {
                $0.lowercased().hasPrefix("content-disposition:")
            }),
            let name = line.firstMatch(of: /[; ]name="([^"]*)"/)?.output.1
        else { throw Self.unreadable }
        let content = part[gap.upperBound...]
        if let fileName = line.firstMatch(of: /filename="([^"]*)"/)?.output.1 {
            // A file field that was left alone comes without name and content.
            guard !(fileName.isEmpty && content.isEmpty) else { return }
            files.append(Upload(field: String(name), bytes: Array(content)))
        } else {
            guard let text = String(validating: content, as: UTF8.self), !text.contains("\0") else {
                throw Self.unreadable
            }
            fields.append(.init(name: String(name), value: text))
        }
    }

    private static func boundary(_ contentType: String) -> Substring? {
        let named = /boundary="?([A-Za-z0-9'()+_,.\/:=?-]{1,70})"?/
        return contentType.firstMatch(of: named)?.output.1
    }

    private static let unreadable = Problem.badRequest("附件没有传完整，请用页面上的表单再传一次。")
}

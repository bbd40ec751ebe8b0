import Foundation

/// Text files that people hand in: UTF-8 only, of a sensible size, with a clear word otherwise.
public enum SourceText {
    /// Larger files are refused unread (2 MB).
    public static let largest = 2_000_000

    /// The text of a file's bytes; a byte-order mark is dropped.
    public static func read(bytes: [UInt8], file: String) throws(SourceFaults) -> String {
        func wrong(_ sentence: String, line: Int = 1) -> SourceFaults {
            SourceFaults([SourceFault(file: file, line: line, column: 1, sentence)])
        }
        guard bytes.count <= largest else {
            throw wrong("文件有 \(bytes.count / 1_000_000) MB，超过 2 MB 的上限，请拆成几个文件。")
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw wrong("这个文件存成了 UTF-16 编码，请用编辑器另存为 UTF-8 再交。")
        }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        guard let text = String(validating: body, as: UTF8.self) else {
            let line = firstBadLine(body)
            throw wrong("这一行不是 UTF-8 文字，多半是 GBK 编码，请用编辑器另存为 UTF-8 再交。", line: line)
        }
        if let index = body.firstIndex(of: 0) {
            let line = 1 + body[..<index].count { $0 == 10 }
            throw wrong("这一行有空字符，文件不是文本或存成了 UTF-16，请另存为 UTF-8 再交。", line: line)
        }
        return text
    }

    /// The text of a file on disk; `shown` is how faults name it.
    public static func read(path: String, shown: String? = nil) throws(SourceFaults) -> String {
        let file = shown ?? path
        guard let data = FileManager.default.contents(atPath: path) else {
            throw SourceFaults([
                SourceFault(file: file, line: 1, column: 1, "打不开这个文件，请核对路径和读取权限。")
            ])
        }
        return try read(bytes: [UInt8](data), file: file)
    }

    private static func firstBadLine(_ bytes: ArraySlice<UInt8>) -> Int {
        let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
        let index = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
        return (index ?? 0) + 1
    }
}

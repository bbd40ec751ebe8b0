import Yams

/// Turns YAML text into nodes with places, and the parser's complaints into Chinese sentences.
enum YAMLText {
    /// The root node; nil for an empty document. `lineOffset` is added to every line named.
    static func root(_ text: String, file: String, lineOffset: Int = 0) throws(SourceFaults)
        -> Node?
    {
        do {
            return try compose(yaml: text)
        } catch let error as YamlError {
            throw SourceFaults(faults(of: error, in: text, file: file, lineOffset: lineOffset))
        } catch {
            throw SourceFaults([
                SourceFault(file: file, line: lineOffset + 1, column: 1, "这个文件读不成 YAML:\(error)。")
            ])
        }
    }

    private static func faults(
        of error: YamlError, in text: String, file: String, lineOffset: Int
    ) -> [SourceFault] {
        func fault(_ line: Int, _ column: Int, _ sentence: String) -> SourceFault {
            SourceFault(file: file, line: line + lineOffset, column: column, sentence)
        }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return [fault(mark.line, mark.column, sentence(for: problem))]
        case .duplicatedKeysInMapping(let keys, let context):
            return keys.flatMap { key in
                let lines = repeats(of: key, from: context.mark, in: text)
                let others = lines.dropFirst().map { "\($0 + lineOffset)" }.listed
                let also = others.isEmpty ? "" : "，另一处在第 \(others) 行"
                return [
                    fault(
                        lines.first ?? context.mark.line, context.mark.column,
                        "“\(key)”写了不止一遍\(also)。同一个键只能写一次，请删掉多余的。")
                ]
            }
        case .reader(let problem, let offset, _, _):
            let before = text.prefix(offset ?? 0)
            let line = before.count { $0.isNewline } + 1
            return [fault(line, 1, "这一行有 YAML 不接受的字符（\(problem)），请删掉。")]
        default:
            return [fault(1, 1, "这个文件读不成 YAML:\(error)。")]
        }
    }

    /// Lines on which a key of a block mapping stands, from its first place on.
    private static func repeats(of key: String, from mark: Mark, in text: String) -> [Int] {
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        var found: [Int] = []
        for (index, line) in lines.enumerated() where index + 1 >= mark.line {
            let body = line.drop { $0 == " " || $0 == "-" }
            guard body.hasPrefix(key), body.dropFirst(key.count).first == ":" else { continue }
            found.append(index + 1)
        }
        return found
    }

    private static func sentence(for problem: String) -> String {
        for (part, sentence) in known where problem.contains(part) { return sentence }
        return "YAML 写法不对，请看这一行和上一行的缩进、引号、括号（\(problem)）。"
    }

    private static let known: [(String, String)] = [
        ("mapping values are not allowed", "这里不能有冒号：请看缩进，或给带冒号的文字加上引号。"),
        ("cannot start any token", "这一行以 YAML 不认的字符开头：缩进请用空格，不要用制表符。"),
        ("found a tab character", "缩进请用空格，不要用制表符。"),
        ("did not find expected node content", "引号或括号没有收尾，或冒号后面少了值。"),
        ("did not find expected key", "这一行的缩进与上面对不齐，或少了键。"),
        ("could not find expected ':'", "这一行少了冒号。键和值之间写“： ”（冒号加空格）。"),
        ("did not find expected ',' or", "括号里少了逗号，或括号没有收尾。"),
        ("did not find expected '-' indicator", "列表的这一行缩进与上面的“-”对不齐。"),
        ("found unexpected end of stream", "引号或括号到文件末尾还没有收尾。"),
        ("block sequence entries are not allowed", "“-”不能写在这里：请另起一行并缩进。"),
        ("expected a single document", "一个文件只能有一份内容，请删掉多余的“---”。"),
        ("expected the end", "一个文件只能有一份内容，请删掉多余的“---”。"),
        ("found undefined alias", "“*”后面的名字没有用“&”定义过；文字以“*”开头时请加引号。"),
        ("Maximum nesting level", "括号或缩进套得太深，这不是正常的文件。"),
    ]
}

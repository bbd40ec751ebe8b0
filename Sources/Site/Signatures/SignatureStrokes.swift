import HouseRules

/// Why a signature cannot be taken as it was sent.
enum SignatureFault: Error, Sendable, Hashable, CaseIterable {
    /// Neither drawn nor typed.
    case missing
    /// Not what the pad sends.
    case unreadable
    /// A dot or a dash is nobody's name.
    case tooShort
    /// More strokes or points than any name has.
    case tooLong
    /// Less than two signs, or too many.
    case notAName
    /// Another name than that of who is to sign.
    case anotherName

    /// What is wrong and what to do.
    var sentence: String {
        switch self {
        case .missing: "还没有签字。请在框里手写，或在下面输入全名。"
        case .unreadable: "看不懂这份签名，没有收下。请按“重写”再签一次，或输入全名。"
        case .tooShort: "签名太短，看不出姓名。请按“重写”，写全名。"
        case .tooLong:
            "签名太长：最多 \(SignatureStrokes.strokeLimit) 笔、\(SignatureStrokes.pointLimit) 个点。"
                + "请按“重写”，只写姓名。"
        case .notAName: "全名要 2 到 20 个字。请写身份证上的姓名。"
        case .anotherName: "输入的不是签字人本人的姓名。请由本人输入自己的全名。"
        }
    }
}

/// What a hand drew on the pad: lines through points of a grid, without pressure and without speed.
struct SignatureStrokes: Sendable, Hashable {
    /// A point of the grid.
    struct Point: Sendable, Hashable {
        let x: Int
        let y: Int
    }

    /// The grid's last column.
    static let width = 1000
    /// The grid's last row.
    static let height = 400
    /// Three signs in full have some thirty strokes.
    static let strokeLimit = 60
    /// Most points in all.
    static let pointLimit = 2000
    /// What is drawn must be at least so long, in steps of the grid.
    static let shortest = 200
    /// Two points take nine signs each at most.
    private static let textLimit = pointLimit * 9

    /// Each stroke with its points, in the order of drawing.
    let lines: [[Point]]

    /// Reads what the pad sends: `120.80-124.83_300.90-310.95`.
    init(sent text: String) throws(SignatureFault) {
        guard text.utf8.count <= Self.textLimit else { throw .tooLong }
        var lines: [[Point]] = []
        for stroke in text.split(separator: "_", omittingEmptySubsequences: false) {
            var line: [Point] = []
            for point in stroke.split(separator: "-", omittingEmptySubsequences: false) {
                guard let point = Point(point) else { throw .unreadable }
                line.append(point)
            }
            lines.append(line)
        }
        guard lines.count <= Self.strokeLimit,
            lines.reduce(0, { $0 + $1.count }) <= Self.pointLimit
        else { throw .tooLong }
        self.lines = lines
        guard length >= Double(Self.shortest) else { throw .tooShort }
    }

    /// As it was sent.
    var text: String {
        lines.map { line in line.map { "\($0.x).\($0.y)" }.joined(separator: "-") }
            .joined(separator: "_")
    }

    /// How long all strokes are together.
    private var length: Double {
        lines.reduce(0) { sum, line in
            zip(line, line.dropFirst()).reduce(sum) { sum, step in
                let (x, y) = (step.1.x - step.0.x, step.1.y - step.0.y)
                return sum + Double(x * x + y * y).squareRoot()
            }
        }
    }

    /// The strokes as one path of a drawing; a stroke of one point is a dot.
    private var path: String {
        lines.map { line in
            let points = line.map { "\($0.x) \($0.y)" }
            return "M" + points.joined(separator: "L") + (points.count == 1 ? "h0" : "")
        }.joined()
    }

    /// The drawing. Nothing in it comes from outside but whole numbers.
    func html(of whom: String) -> HTML {
        """
        <svg class="signature" viewBox="0 0 \(Self.width) \(Self.height)" role="img" \
        aria-label="\(whom)的手写签名"><path d="\(path)"/></svg>
        """
    }
}

extension SignatureStrokes.Point {
    /// `120.80`; nil for anything else and for what lies outside the grid.
    fileprivate init?(_ text: Substring) {
        let sides = text.split(separator: ".", omittingEmptySubsequences: false)
        guard sides.count == 2, let x = Self.number(sides[0]), let y = Self.number(sides[1]),
            x <= SignatureStrokes.width, y <= SignatureStrokes.height
        else { return nil }
        (self.x, self.y) = (x, y)
    }

    private static func number(_ text: Substring) -> Int? {
        guard (1...4).contains(text.utf8.count),
            text.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 })
        else { return nil }
        return Int(text)
    }
}

/// A signature as it was given.
enum SignatureMark: Sendable, Hashable {
    case drawn(SignatureStrokes)
    case typed(String)

    var way: SigningWay {
        switch self {
        case .drawn: .drawn
        case .typed: .typed
        }
    }
}

/// A name whose numbers are compared as numbers: 2号 before 10号.
struct NaturalName: Comparable {
    private let text: String
    private let pieces: [(text: Substring, number: Int?)]

    init(_ text: String) {
        self.text = text
        var pieces: [Substring] = []
        var start = text.startIndex
        var wasNumber = false
        for index in text.indices {
            let isNumber = text[index].isNumber
            if index > text.startIndex, isNumber != wasNumber {
                pieces.append(text[start..<index])
                start = index
            }
            wasNumber = isNumber
        }
        pieces.append(text[start...])
        self.pieces = pieces.map { ($0, Int($0)) }
    }

    static func == (left: NaturalName, right: NaturalName) -> Bool { left.text == right.text }

    static func < (left: NaturalName, right: NaturalName) -> Bool {
        for (one, other) in zip(left.pieces, right.pieces) where one.text != other.text {
            if let x = one.number, let y = other.number, x != y { return x < y }
            return one.text < other.text
        }
        return left.pieces.count < right.pieces.count
    }
}

/// Whether a name stands before another one.
func naturallyBefore(_ left: String, _ right: String) -> Bool {
    NaturalName(left) < NaturalName(right)
}

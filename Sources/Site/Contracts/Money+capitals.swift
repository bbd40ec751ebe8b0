import HouseRules

extension Money {
    /// The amount as contracts write it out: `壹佰贰拾叁万柒仟壹佰伍拾贰元整`.
    public var capitals: String {
        let sign = fen < 0 ? "负" : ""
        let cents = fen.magnitude
        let (yuan, jiao, rest) = (cents / 100, cents / 10 % 10, cents % 10)
        guard cents > 0 else { return "零元整" }
        let whole = yuan == 0 ? "" : Self.whole(yuan) + "元"
        switch (jiao, rest) {
        case (0, 0): return sign + whole + "整"
        case (_, 0): return sign + whole + Self.digits[Int(jiao)] + "角整"
        case (0, _): return sign + whole + (yuan == 0 ? "" : "零") + Self.digits[Int(rest)] + "分"
        default:
            return sign + whole + Self.digits[Int(jiao)] + "角" + Self.digits[Int(rest)] + "分"
        }
    }

    private static let digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]
    private static let places = ["", "拾", "佰", "仟"]
    private static let groups = ["", "万", "亿", "万亿", "亿亿"]

    /// In groups of four digits; what is left out between two groups is one 零.
    private static func whole(_ yuan: UInt64) -> String {
        var text = ""
        var rest = yuan
        var isGap = false
        for group in groups where rest > 0 {
            let part = Int(rest % 10_000)
            if part > 0 {
                text = four(part) + group + (isGap && !text.isEmpty ? "零" : "") + text
            }
            // Less than a thousand: a 零 stands before it.
            isGap = part < 1000 && (part > 0 || !text.isEmpty)
            rest /= 10_000
        }
        return text
    }

    private static func four(_ number: Int) -> String {
        var text = ""
        var isGap = false
        for (place, word) in places.enumerated().reversed() {
            let digit = number / [1, 10, 100, 1000][place] % 10
            if digit == 0 {
                isGap = !text.isEmpty
            } else {
                text += (isGap ? "零" : "") + digits[digit] + word
                isGap = false
            }
        }
        return text
    }
}

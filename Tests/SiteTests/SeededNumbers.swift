/// A small generator with a seed, so that a failure can be repeated (splitmix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[Int(next() % UInt64(choices.count))]
    }
}

/// Up to a dozen pieces of what people and attackers type: every control character, quotes, markup,
/// entities, Chinese, emoji, combining marks and marks that turn the reading direction.
func nastyText(_ random: inout SeededNumbers) -> String {
    let pieces = [
        "<", ">", "&", "\"", "'", "`", "=", "/", "\\", ":", ";", "#", "--", "]]>", "<!--", "</p>",
        "<script>", "&lt;", "&#x3c;", "&amp", "onload=", "javascript:", " ", "张", "案场", "😀",
        "e\u{301}", "\u{202E}", "\u{2028}", "\u{FEFF}", "\u{FFFD}", "\u{10FFFF}", "a", "0",
        "\u{85}",
    ]
    var text = ""
    for _ in 0..<(random.next() % 12) {
        if random.next() % 4 == 0 {
            text.unicodeScalars.append(Unicode.Scalar(UInt8(random.next() % 256)))
        } else {
            text += random.pick(pieces)
        }
    }
    return text
}

import Foundation
import Synchronization

/// How names are spoken: syllables in Latin letters without tones, `ü` written `v`.
enum Pinyin {
    /// Signs that are read otherwise at the head of a name than in other words.
    private static let surnames: [Character: String] = [
        "单": "shan", "曾": "zeng", "解": "xie", "仇": "qiu", "区": "ou", "查": "zha", "任": "ren",
        "盖": "ge", "朴": "piao", "缪": "miao", "翟": "zhai", "乐": "yue", "员": "yun", "种": "chong",
        "繁": "po", "折": "she", "黑": "he", "秘": "bi", "召": "shao", "洗": "xian", "都": "du",
        "祭": "zhai", "覃": "qin", "薄": "bo", "重": "chong",
    ]

    /// Surnames of two signs that are read otherwise.
    private static let longSurnames = [
        "尉迟": ["yu", "chi"], "万俟": ["mo", "qi"], "长孙": ["zhang", "sun"], "单于": ["chan", "yu"],
        "澹台": ["tan", "tai"],
    ]

    /// Readings that were asked before: the system takes long over each.
    private static let readings = Mutex<[Character: String]>([:])

    /// The syllables of a name: one for each Chinese sign, one for each run of other letters.
    static func syllables(of name: String) -> [String] {
        if let surname = longSurnames[String(name.prefix(2))] {
            return surname + spoken(name.dropFirst(2))
        }
        guard let first = name.first, let surname = surnames[first] else {
            return spoken(name[...])
        }
        return [surname] + spoken(name.dropFirst())
    }

    private static func spoken(_ text: Substring) -> [String] {
        var syllables: [String] = []
        var isInWord = false
        for sign in text {
            if sign.isASCII {
                guard sign.isLetter || sign.isNumber else {
                    isInWord = false
                    continue
                }
                let letter = sign.lowercased()
                if isInWord {
                    syllables[syllables.count - 1] += letter
                } else {
                    syllables.append(letter)
                }
                isInWord = true
            } else {
                isInWord = false
                let reading = reading(of: sign)
                if !reading.isEmpty { syllables.append(reading) }
            }
        }
        return syllables
    }

    private static func reading(of sign: Character) -> String {
        if let known = readings.withLock({ $0[sign] }) { return known }
        let spoken = String(sign).applyingTransform(.toLatin, reverse: false) ?? ""
        var reading = ""
        for scalar in spoken.decomposedStringWithCanonicalMapping.unicodeScalars {
            if scalar == "\u{308}", reading.last == "u" {
                reading.removeLast()
                reading.append("v")
            } else if scalar.isASCII, scalar.properties.isAlphabetic {
                reading += scalar.properties.lowercaseMapping
            }
        }
        readings.withLock { $0[sign] = reading }
        return reading
    }
}

/// Lower-case hexadecimal.
public func hex(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
}

/// Bytes of a hexadecimal text of either case; throws `CryptoFailure.malformedText`.
public func bytes(hex text: String) throws(CryptoFailure) -> [UInt8] {
    let digits = Array(text.utf8)
    guard digits.count.isMultiple(of: 2) else { throw .malformedText }
    var result: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
        result.append(try hexDigit(digits[index]) << 4 | hexDigit(digits[index + 1]))
    }
    return result
}

private func hexDigit(_ character: UInt8) throws(CryptoFailure) -> UInt8 {
    switch character {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): character - UInt8(ascii: "A") + 10
    default: throw .malformedText
    }
}

private let base64Alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

/// What each character stands for; 64: it is none of them.
private let base64Digits = base64Alphabet.enumerated().reduce(
    into: [UInt8](repeating: 64, count: 256)
) { $0[Int($1.element)] = UInt8($1.offset) }

/// Base64 with `-` and `_`, without padding: safe in addresses, cookies and file names.
public func base64url(_ bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    var bits: UInt32 = 0
    var held = 0
    for byte in bytes {
        bits = bits << 8 | UInt32(byte)
        held += 8
        while held >= 6 {
            held -= 6
            text.append(base64Alphabet[Int(bits >> UInt32(held) & 63)])
        }
    }
    if held > 0 { text.append(base64Alphabet[Int(bits << UInt32(6 - held) & 63)]) }
    return String(decoding: text, as: UTF8.self)
}

/// Bytes of a base64url text; throws `CryptoFailure.malformedText`, also for bits that do not
/// belong.
public func bytes(base64url text: String) throws(CryptoFailure) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count / 4 * 3 + 2)
    var bits: UInt32 = 0
    var held = 0
    for character in text.utf8 {
        let digit = base64Digits[Int(character)]
        guard digit < 64 else { throw .malformedText }
        bits = bits << 6 | UInt32(digit)
        held += 6
        if held >= 8 {
            held -= 8
            result.append(UInt8(truncatingIfNeeded: bits >> UInt32(held)))
        }
    }
    guard held < 6, bits & (1 << UInt32(held) - 1) == 0 else { throw .malformedText }
    return result
}

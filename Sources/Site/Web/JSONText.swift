import Foundation

/// What the text of a JSON body may not hold.
enum JSONText {
    /// Whether a NUL character stands in any text or name of it: no database stores one.
    static func hidesNUL(_ body: Data) -> Bool {
        guard body.firstRange(of: Data(#"\u0000"#.utf8)) != nil else { return false }
        let value = try? JSONSerialization.jsonObject(with: body, options: .fragmentsAllowed)
        return hasNUL(value)
    }

    private static func hasNUL(_ value: Any?) -> Bool {
        switch value {
        case let text as String: text.utf8.contains(0)
        case let list as [Any]: list.contains(where: hasNUL)
        case let object as [String: Any]:
            object.contains { $0.key.utf8.contains(0) || hasNUL($0.value) }
        default: false
        }
    }
}

import HouseRules

/// A buyer's order code: who they are at which activity, signed, so that nothing of it is stored.
/// It ends when the buyer leaves the roster or the activity is over.
struct OrderCode: Sendable, Hashable {
    let site: SiteID
    let activity: ActivityID
    let person: PersonID

    init(site: SiteID, activity: ActivityID, person: PersonID) {
        (self.site, self.activity, self.person) = (site, activity, person)
    }

    /// Longer texts are nobody's code.
    private static let longest = 600

    /// Nil when this house did not make it.
    init?(token: String, _ key: PersonKey) {
        let sent = token.utf8
        guard sent.count <= Self.longest, let dot = sent.firstIndex(of: UInt8(ascii: ".")),
            let plain = try? bytes(base64url: String(token[..<dot]))
        else { return nil }
        let words = plain.split(separator: UInt8(ascii: "\n"))
            .compactMap { String(validating: $0, as: UTF8.self) }
        guard words.count == 3 else { return nil }
        self.init(
            site: SiteID(words[0]), activity: ActivityID(words[1]), person: PersonID(words[2]))
        let mark = sent[sent.index(after: dot)...]
        guard equalInConstantTime(Array(self.mark(key).utf8), Array(mark)) else { return nil }
    }

    /// What the address of the buyer's page ends with.
    func token(_ key: PersonKey) -> String {
        base64url("\(site)\n\(activity)\n\(person)".utf8) + "." + mark(key)
    }

    private func mark(_ key: PersonKey) -> String {
        String(key.wordHash("\(activity)\n\(person)", as: "order code", site: site).prefix(32))
    }

    private static let letters = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ")

    /// What the buyer shows when they check in: eight letters that nobody confuses (SEL-03).
    func short(_ key: PersonKey) -> String {
        let mark = key.wordHash("\(activity)\n\(person)", as: "check-in code", site: site)
        return String(mark.utf8.prefix(16).map { Int($0) }.pairs.map { Self.letters[$0 % 32] })
    }
}

extension [Int] {
    /// Two neighbours as one number each.
    fileprivate var pairs: [Int] {
        stride(from: 0, to: count - 1, by: 2).map { self[$0] * 7 + self[$0 + 1] }
    }
}

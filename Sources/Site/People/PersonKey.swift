import HouseRules

/// The key of an installation that seals the key of every person (ANCHANG_PERSON_KEY).
public struct PersonKey: Sendable {
    private let sealing: SealingKey
    private let hashing: HMACKey

    /// Takes exactly 32 bytes.
    /// - Throws: `CryptoFailure.wrongLength`.
    public init(_ bytes: [UInt8]) throws(CryptoFailure) {
        sealing = try SealingKey(bytes)
        hashing = HMACKey(HMACKey(bytes).sign(Array("anchang phone hash".utf8)))
    }

    /// The keyed hash by which a telephone number is found without being stored.
    public func phoneHash(_ phone: String, site: SiteID) -> String {
        hex(hashing.sign(Array(site.rawValue.utf8), [0], Array(Self.digits(phone).utf8)))
    }

    /// The keyed hash of a normalised word, such as a name (OWN-46).
    func wordHash(_ word: String, as kind: String, site: SiteID) -> String {
        hex(hashing.sign(Array("\(site.rawValue)\u{0}\(kind)\u{0}\(word)".utf8)))
    }

    /// The keyed hash of the last four digits of a number.
    func tailHash(_ tail: String, site: SiteID) -> String {
        hex(hashing.sign(Array(site.rawValue.utf8), [0], Array("tail \(tail)".utf8)))
    }

    /// Digits only, without the country code of China, so that one number has one hash.
    static func digits(_ phone: String) -> String {
        let digits = phone.unicodeScalars.compactMap { scalar -> Character? in
            scalar.properties.numericType == .decimal
                ? scalar.properties.numericValue.map { Character("\(Int($0))") } : nil
        }
        let text = String(digits)
        for prefix in ["0086", "86"] where text.hasPrefix(prefix) {
            let rest = text.dropFirst(prefix.count)
            if rest.count == 11 && rest.hasPrefix("1") { return String(rest) }
        }
        return text
    }

    func seal(_ key: [UInt8], for person: PersonID, at site: SiteID) -> String {
        base64url(sealing.seal(key, context: Self.context(person, site)))
    }

    func open(
        _ sealed: String, for person: PersonID, at site: SiteID
    ) throws(CryptoFailure) -> SealingKey {
        let key = try sealing.open(bytes(base64url: sealed), context: Self.context(person, site))
        return try SealingKey(key)
    }

    /// Seals something personal that belongs to no person's row, such as a message.
    func seal(_ plain: [UInt8], as context: String) -> String {
        base64url(sealing.seal(plain, context: Array(context.utf8)))
    }

    /// Opens what ``seal(_:as:)`` made in the same context.
    func open(_ sealed: String, as context: String) throws(CryptoFailure) -> [UInt8] {
        try sealing.open(bytes(base64url: sealed), context: Array(context.utf8))
    }

    /// Seals a file in a context, without making it a text.
    func sealed(_ plain: [UInt8], as context: String) -> [UInt8] {
        sealing.seal(plain, context: Array(context.utf8))
    }

    /// Opens what ``sealed(_:as:)`` made in the same context.
    func opened(_ sealed: [UInt8], as context: String) throws(CryptoFailure) -> [UInt8] {
        try sealing.open(sealed, context: Array(context.utf8))
    }

    /// Binds a sealed text to its person, so that texts cannot be exchanged between rows.
    static func context(_ person: PersonID, _ site: SiteID) -> [UInt8] {
        Array("\(site.rawValue)\u{0}\(person.rawValue)".utf8)
    }
}

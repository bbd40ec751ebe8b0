import HTTPTypes

/// Headers that every answer carries.
struct SecurityHeaders: Sendable {
    private let always: HTTPFields

    init(isSecure: Bool) {
        var fields: HTTPFields = [
            .contentSecurityPolicy: Self.policy,
            .xContentTypeOptions: "nosniff",
            Self.referrerPolicy: "same-origin",
            Self.permissionsPolicy: "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
            Self.openerPolicy: "same-origin",
            .crossOriginResourcePolicy: "same-origin",
        ]
        if isSecure { fields[.strictTransportSecurity] = "max-age=31536000" }
        always = fields
    }

    /// Everything a page needs comes from this site; nothing inline runs or styles.
    private static let policy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:",
        "connect-src 'self'", "font-src 'self'", "manifest-src 'self'", "form-action 'self'",
        "frame-ancestors 'none'", "base-uri 'none'",
    ].joined(separator: "; ")

    private static let referrerPolicy = HTTPField.Name("Referrer-Policy")!
    private static let permissionsPolicy = HTTPField.Name("Permissions-Policy")!
    private static let openerPolicy = HTTPField.Name("Cross-Origin-Opener-Policy")!

    /// `fields` of an answer with those of every answer. What may not be kept says so.
    func added(to fields: HTTPFields, isStored: Bool) -> HTTPFields {
        var all = always
        all.reserveCapacity(all.count + fields.count + 2)
        if !isStored && !fields.contains(.cacheControl) { all[.cacheControl] = "no-store" }
        all.append(contentsOf: fields)
        return all
    }
}

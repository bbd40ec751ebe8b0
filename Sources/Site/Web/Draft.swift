import HTTPTypes

/// Drafts of forms are kept in the browser until the server has accepted the form. The page's
/// script sends the draft's key in a hidden field; an accepted form is told by a short-lived
/// cookie.
enum Draft {
    /// The answer, with the cookie when it accepts a form that had a draft.
    static func settled(by answer: Answer, form: FormFields) -> Answer {
        guard let key = form["_draft"], [.successful, .redirection].contains(answer.status.kind),
            isPlain(key), !answer.headers.contains(.setCookie)
        else { return answer }
        return answer.with(.setCookie, "draft_done=\(key); Path=/; Max-Age=300; SameSite=Lax")
    }

    private static func isPlain(_ key: String) -> Bool {
        (1...64).contains(key.utf8.count)
            && key.utf8.allSatisfy {
                switch $0 {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
                    UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }
}

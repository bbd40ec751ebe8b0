import HTTPTypes
import HouseRules

/// The answers of the first question as a form or a program sent them (REC-28).
struct AnswerFields: Sendable {
    /// `nobody`, `forgotten` or `named`.
    let known: String?
    /// The number of the old customer who came along.
    let introducerPhone: String?
    private var sent: FirstQuestion

    /// Reads a form; throws for words that no choice of it has.
    init(_ form: FormFields) throws(Problem) {
        known = form.text("known")
        introducerPhone = form.text("introducer_phone")
        sent = FirstQuestion()
        sent.firstVisit = try Self.yesOrNo(form.text("first_visit"), "first_visit")
        sent.phonedBefore = try Self.yesOrNo(form.text("phoned_before"), "phoned_before")
        sent.smsReceived = try Self.yesOrNo(form.text("sms_received"), "sms_received")
        sent.textFrom = try Self.staff(form.text("text_from"))
        sent.recognisedBy = try Self.staff(form.text("recognised_by"))
        sent.referrer = try Self.choice(form.text("referrer"), "referrer")
        sent.purpose = try Self.choice(form.text("purpose"), "purpose")
        for key in form.all("verified") {
            if let key: VerifyKey = try Self.choice(key, "verified") { sent.verified.append(key) }
        }
        if let party = form.text("party_size") {
            sent.partySize = try Self.party(Int64(party))
        }
        try checkKnown()
    }

    /// The answers of a JSON body.
    init(_ body: APIBody.Answers?) throws(Problem) {
        known = trimmed(body?.known)
        introducerPhone = trimmed(body?.introducerPhone)
        sent = FirstQuestion()
        sent.firstVisit = body?.firstVisit
        sent.phonedBefore = body?.phonedBefore
        sent.smsReceived = body?.smsReceived
        sent.textFrom = try Self.staff(trimmed(body?.textFrom))
        sent.recognisedBy = try Self.staff(trimmed(body?.recognisedBy))
        sent.referrer = try Self.choice(body?.referrer, "referrer")
        sent.purpose = try Self.choice(body?.purpose, "purpose")
        for key in body?.verified ?? [] {
            if let key: VerifyKey = try Self.choice(key, "verified") { sent.verified.append(key) }
        }
        if let party = body?.partySize { sent.partySize = try Self.party(party) }
        try checkKnown()
    }

    /// Whether nothing was answered; a consultant who is named is an answer.
    func isEmpty(named: String?) -> Bool {
        named == nil && known == nil && introducerPhone == nil && sent == FirstQuestion()
    }

    /// The answers for the rules; whoever is named needs no tick beside the name.
    func question(named: StaffID?) -> FirstQuestion {
        var question = sent
        question.known =
            switch known {
            case "nobody": .nobody
            case "forgotten": .forgotten
            default: named.map { .named([$0]) }
            }
        return question
    }

    private func checkKnown() throws(Problem) {
        guard let known, !["nobody", "forgotten", "named"].contains(known) else { return }
        throw Self.unknownWord("known")
    }

    private static func unknownWord(_ field: String) -> Problem {
        Problem(
            status: .unprocessableContent, title: "有几处要改",
            detail: "首问的答案里有认不出的一项（\(field)），请从页面上选。",
            fields: [.init(name: field, sentence: "请从给出的答案里选。")])
    }

    private static func yesOrNo(_ text: String?, _ field: String) throws(Problem) -> Bool? {
        switch text {
        case nil: return nil
        case "yes": return true
        case "no": return false
        default: throw unknownWord(field)
        }
    }

    private static func choice<Word: RawRepresentable>(
        _ text: String?, _ field: String
    ) throws(Problem) -> Word? where Word.RawValue == String {
        guard let text else { return nil }
        guard let word = Word(rawValue: text) else { throw unknownWord(field) }
        return word
    }

    private static func staff(_ text: String?) throws(Problem) -> StaffID? {
        guard let text else { return nil }
        return try StaffID(sent: text)
    }

    private static func party(_ size: Int64?) throws(Problem) -> Int {
        guard let size, (1...999).contains(size) else { throw unknownWord("party_size") }
        return Int(size)
    }
}

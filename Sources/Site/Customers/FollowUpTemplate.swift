/// What is said most often when a customer is followed up; own words go behind it.
enum FollowUpTemplate: String, CaseIterable, Sendable {
    case visit, again, price, event, loan, thinking

    /// The sentence that is kept.
    var sentence: String {
        switch self {
        case .visit: "邀请到访，约了时间。"
        case .again: "邀请再来，看没看过的户型。"
        case .price: "讲了价格和付款方式。"
        case .event: "告知近期活动。"
        case .loan: "讲了贷款要准备的资料。"
        case .thinking: "还在考虑，约了下次联系。"
        }
    }

    static var choices: [Choice] { allCases.map { Choice(value: $0.rawValue, label: $0.sentence) } }

    /// What was said: the sentence chosen, then own words; nil when there is neither.
    static func words(_ form: FormFields) throws(Problem) -> String? {
        let own = form.text("text") ?? ""
        guard own.count <= 500 else { throw .fault("text", "内容最多 500 个字，请写短一些。") }
        let chosen = form.text("template").map { FollowUpTemplate(rawValue: $0) }
        if let chosen, chosen == nil { throw .fault("template", "没有这句常用说法，请重新选。") }
        let words = (chosen??.sentence ?? "") + own
        return words.isEmpty ? nil : words
    }
}

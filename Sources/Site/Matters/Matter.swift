import HouseRules

/// Something that may be done about customers, colleagues or deals with one short form: its title,
/// the clause it follows, what the form asks and the command that comes of it.
struct Matter: Sendable {
    /// Under which heading it stands.
    enum Group: String, CaseIterable, Sendable {
        case customers = "客户"
        case kin = "亲友和老带新"
        case registers = "登记和号码"
        case people = "人员"
        case deals = "成交和争议"
        case sales = "销售和承诺"
    }

    /// Its place in the address.
    let name: String
    let title: String
    /// What it is for, in a sentence.
    let hint: String
    let clause: String
    let group: Group
    let access: Permission
    let fields: [MatterField]
    let command: @Sendable (MatterForm) throws -> Command

    /// Every matter, in the order of the page.
    static let all: [Matter] = customers + kin + registers + people + deals + sales

    /// - Returns: nil when there is none of that name.
    static func named(_ name: String) -> Matter? { all.first { $0.name == name } }

    /// Whether a customer is needed.
    var isAboutCustomer: Bool { fields.contains { if case .customer = $0 { true } else { false } } }
}

/// One question of a form.
enum MatterField: Sendable {
    /// The customer it is about, by the number.
    case customer
    /// Another customer, by the number.
    case other(label: String)
    /// Several customers, a number on each line.
    case numbers(label: String)
    /// A consultant; the viewer is chosen when it is oneself that usually asks.
    case staff(String, label: String, isSelf: Bool = false, isRequired: Bool = true)
    /// A supervisor.
    case supervisor(String, label: String)
    /// Several consultants.
    case colleagues(label: String)
    /// One of a few words.
    case choice(String, label: String, [Choice])
    /// Several of a few words.
    case choices(String, label: String, [Choice])
    /// A day.
    case day(String, label: String)
    /// A moment.
    case moment(String, label: String)
    /// Yes or no.
    case flag(String, label: String)
    /// A short text such as the number of a deal.
    case word(String, label: String, isRequired: Bool = true)
    /// An amount in yuan.
    case money(String, label: String, isRequired: Bool = true)
    /// A whole number.
    case number(String, label: String)
    /// What happened, in words.
    case note(label: String)
    /// A few lines, which may be left out.
    case lines(String, label: String, hint: String)
    /// A change of the registers that waits for a signature.
    case change

    static func choices<Word: RawRepresentable & Labelled & CaseIterable>(
        of _: Word.Type
    ) -> [Choice] where Word.RawValue == String {
        Word.allCases.map { Choice(value: $0.rawValue, label: $0.label) }
    }
}

/// What was sent for a matter, with its customers already found.
struct MatterForm: Sendable {
    let fields: FormFields
    /// The slip that the form becomes.
    let slip: SlipID
    let person: PersonID?
    let other: PersonID?
    let several: [PersonID]
    /// Days on which clocks stand still now.
    let stops: [DayRange]

    /// The customer it is about.
    /// - Throws: `Problem` when no number was given.
    func customer() throws(Problem) -> PersonID {
        guard let person else { throw .fault("phone", "请填客户的电话。") }
        return person
    }

    /// The other customer.
    /// - Throws: `Problem` when no number was given.
    func otherCustomer() throws(Problem) -> PersonID {
        guard let other else { throw .fault("other", "请填另一位客户的电话。") }
        return other
    }

    /// A consultant of the form.
    func staff(_ name: String = "staff") throws(Problem) -> StaffID {
        guard let sent = fields.text(name) else { throw .fault(name, "请选是谁。") }
        return try StaffID(sent: sent)
    }

    /// A consultant that may be left out.
    func optionalStaff(_ name: String) throws(Problem) -> StaffID? {
        fields.text(name) == nil ? nil : try staff(name)
    }

    /// One of a few words.
    func word<Word: RawRepresentable>(
        _ name: String, _ question: String
    ) throws(Problem) -> Word where Word.RawValue == String {
        guard let word = fields.text(name).flatMap(Word.init) else {
            throw .fault(name, question)
        }
        return word
    }

    /// Several of a few words; at least one.
    func words<Word: RawRepresentable>(
        _ name: String, _ question: String
    ) throws(Problem) -> [Word] where Word.RawValue == String {
        let sent = fields.all(name)
        let words = sent.compactMap(Word.init)
        guard !words.isEmpty, words.count == sent.count else { throw .fault(name, question) }
        return words
    }

    /// A day of the form.
    func day(_ name: String) throws(Problem) -> BusinessDay {
        guard let text = fields.text(name), let day = BusinessDay(text) else {
            throw .fault(name, "请填日期，写成 2025-06-02 的样子。")
        }
        return day
    }

    /// From one day to another.
    func days() throws(Problem) -> DayRange {
        let (from, to) = (try day("from"), try day("to"))
        guard from <= to else { throw .fault("to", "最后一天不能早于第一天。") }
        guard to.number - from.number < 1000 else {
            throw .fault("to", "前后最多一千天，请分开填。")
        }
        return DayRange(from, to)
    }

    /// A short text.
    func text(_ name: String, _ question: String) throws(Problem) -> String {
        guard let text = fields.text(name), text.utf8.count <= 90 else {
            throw .fault(name, question)
        }
        return text
    }

    /// A short text that may be left out.
    func optionalText(_ name: String) throws(Problem) -> String? {
        fields.text(name) == nil ? nil : try text(name, "这一项最多 30 个汉字。")
    }

    /// An amount that may be left out.
    func optionalMoney(_ name: String) throws(Problem) -> Money? {
        guard let text = fields.text(name) else { return nil }
        guard let fen = hundredths(text) else { throw .fault(name, "金额写成元，最多两位小数。") }
        return Money(fen: Int64(fen))
    }

    /// An amount.
    func money(_ name: String) throws(Problem) -> Money {
        guard let money = try optionalMoney(name) else { throw .fault(name, "请填金额，单位是元。") }
        return money
    }

    /// A whole number up to a thousand.
    func number(_ name: String) throws(Problem) -> Int {
        guard let number = fields.int(name), (0...1000).contains(number) else {
            throw .fault(name, "份数写成 0 到 1000 的整数。")
        }
        return Int(number)
    }

    /// A moment.
    func moment(_ name: String) throws(Problem) -> Moment {
        guard let moment = fields.text(name).flatMap({ Moment(local: $0) }) else {
            throw .fault(name, "请填日期和时刻。")
        }
        return moment
    }

    /// The lines of a field, without empty ones.
    func lines(_ name: String) throws(Problem) -> [String] {
        let lines = (fields.text(name) ?? "").split(whereSeparator: \.isNewline)
            .map { trimmed(String($0)) }.filter { !$0.isEmpty }
        guard lines.count <= 50, lines.allSatisfy({ $0.count <= 200 }) else {
            throw .fault(name, "最多写 50 行，每行最多 200 个字。")
        }
        return lines
    }

    /// What happened.
    func note() throws(Problem) -> String {
        guard let text = fields.text("note") else { throw .fault("note", "请写清楚经过和依据，再提交。") }
        guard text.count <= 500 else { throw .fault("note", "内容最多 500 个字，请写短一些。") }
        return text
    }
}

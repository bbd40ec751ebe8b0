import Database
import HTTPTypes
import HouseRules

/// What a customer's data may be used for beside receiving them, each with a consent of its own.
enum ConsentPurpose: String, Sendable, CaseIterable {
    case calls, sms, sharing, marketing

    /// What pages call it.
    var label: String {
        switch self {
        case .calls: "电话回访"
        case .sms: "短信"
        case .sharing: "告知渠道和开发商"
        case .marketing: "推销信息"
        }
    }

    /// What is shown to customers until the site writes its own.
    var firstText: String {
        switch self {
        case .calls: "我同意案场为我这次看房打电话回访，告诉我项目进展。我可以随时撤回，撤回不影响已有的接待。"
        case .sms: "我同意案场把地址、交通和预约用短信发给我。我可以随时撤回，撤回后不再发送。"
        case .sharing: "我同意案场把我到访的时间告诉带我来的渠道和本项目开发商，只用于核对带访和结算。我可以随时撤回。"
        case .marketing: "我同意案场把优惠和活动的消息发给我。我可以随时撤回，撤回后不再发送。"
        }
    }

    /// Those without which no text message goes to a customer once they are withdrawn.
    static let ofTexts: [ConsentPurpose] = [.sms, .marketing]
}

/// How a customer said it.
enum ConsentWay: String, Sendable, CaseIterable {
    case desk, signed, qr, phone

    /// What pages call it.
    var label: String {
        switch self {
        case .desk: "当面口头"
        case .signed: "书面签字"
        case .qr: "扫码"
        case .phone: "电话里"
        }
    }
}

/// A consent given or taken back.
struct ConsentChange: Sendable, Hashable {
    let person: PersonID
    let purpose: ConsentPurpose
    let isGiven: Bool
    let way: ConsentWay
    /// The text that was shown; nil for what was taken back.
    let textHash: String?
    let staff: StaffID
    let at: Moment
}

/// The text of a purpose as it is shown, named by the hash of its words.
struct ConsentText: Sendable, Hashable {
    let purpose: ConsentPurpose
    let version: Int
    let text: String

    /// SHA-256 of the words.
    var hash: String { hex(sha256(text)) }
}

/// The consents of a site's customers.
struct Consents: Sendable {
    let site: SiteID

    /// The text of a purpose that is shown now.
    func text(
        of purpose: ConsentPurpose, in transaction: any Transaction
    ) throws -> ConsentText {
        try texts(in: transaction).first { $0.purpose == purpose }
            ?? ConsentText(purpose: purpose, version: 0, text: purpose.firstText)
    }

    /// The texts of all purposes as they are shown now.
    func texts(in transaction: any Transaction) throws -> [ConsentText] {
        let rows = try transaction.rows(
            """
            SELECT purpose, version, text FROM consent_text AS shown WHERE site = \(site)
            AND version = (SELECT max(version) FROM consent_text
            WHERE site = shown.site AND purpose = shown.purpose)
            """)
        let written = try rows.reduce(into: [:]) { $0[try $1.text("purpose")] = $1 }
        return try ConsentPurpose.allCases.map { purpose in
            guard let row = written[purpose.rawValue] else {
                return ConsentText(purpose: purpose, version: 0, text: purpose.firstText)
            }
            return ConsentText(
                purpose: purpose, version: Int(try row.int("version")),
                text: try row.text("text"))
        }
    }

    /// Keeps further words; those before stay, for they were shown.
    func keep(
        _ text: ConsentText, by staff: StaffID, at moment: Moment,
        in transaction: any Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO consent_text (site, purpose, version, hash, text, staff, at)
            VALUES (\(site), \(text.purpose.rawValue), \(text.version), \(text.hash),
            \(text.text), \(staff), \(moment))
            """)
    }

    /// Notes a change. What was shown first is kept with it, so that its words can be read later.
    func note(
        _ change: ConsentChange, id: String, in transaction: any Transaction
    ) throws {
        let shown = try text(of: change.purpose, in: transaction)
        if change.isGiven, shown.version == 0 {
            let first = ConsentText(purpose: change.purpose, version: 1, text: shown.text)
            try keep(first, by: change.staff, at: change.at, in: transaction)
        }
        try transaction.execute(
            """
            INSERT INTO consent_change
            (site, id, person, purpose, is_given, how, text_hash, staff, at)
            VALUES (\(site), \(id), \(change.person), \(change.purpose.rawValue),
            \(change.isGiven), \(change.way.rawValue), \(change.textHash), \(change.staff),
            \(change.at)) ON CONFLICT (site, id) DO NOTHING
            """)
    }

    /// Every change of a customer's consents, the newest first.
    func changes(
        of person: PersonID, in transaction: any Transaction
    ) throws -> [ConsentChange] {
        try changes(of: [person], in: transaction)
    }

    private func changes(
        of people: [PersonID], in transaction: any Transaction
    ) throws -> [ConsentChange] {
        try transaction.rows(
            """
            SELECT person, purpose, is_given, how, text_hash, staff, at FROM consent_change
            WHERE site = \(site) AND person IN \(sql: SQL.list(people))
            ORDER BY at DESC, id DESC
            """
        ).compactMap(ConsentChange.init)
    }

    /// What a customer took back that forbids text messages; nil when they may be sent. Whoever has
    /// the same number is the same one: a person under two names withdraws once.
    func forbidsTexts(
        to person: PersonID, in transaction: any Transaction
    ) throws -> ConsentChange? {
        Self.forbidden(by: try changesOfNumber(of: person, in: transaction))
    }

    /// The same of changes that were read already, the newest first.
    static func forbidden(by changes: [ConsentChange]) -> ConsentChange? {
        ConsentPurpose.ofTexts.compactMap { purpose in
            changes.first { $0.purpose == purpose }
        }.first { !$0.isGiven }
    }

    /// Every change of a customer and of whoever has the same number, the newest first.
    func changesOfNumber(
        of person: PersonID, in transaction: any Transaction
    ) throws -> [ConsentChange] {
        let same = try transaction.rows(withNumber(of: person))
            .map { PersonID(try $0.text("person")) }
        return try changes(of: same.contains(person) ? same : same + [person], in: transaction)
    }

    /// Whoever has the number of a customer.
    func withNumber(of person: PersonID) -> SQL {
        """
        SELECT other.person FROM person AS one JOIN person AS other
        ON other.site = one.site AND other.phone_hash = one.phone_hash
        WHERE one.site = \(site) AND one.person = \(person)
        """
    }
}

extension ConsentChange {
    /// Nil for words that this version does not know.
    init?(_ row: Row) throws {
        guard let purpose = ConsentPurpose(rawValue: try row.text("purpose")),
            let way = ConsentWay(rawValue: try row.text("how"))
        else { return nil }
        self.init(
            person: PersonID(try row.text("person")), purpose: purpose,
            isGiven: try row.bool("is_given"), way: way,
            textHash: try row.optionalText("text_hash"), staff: StaffID(try row.text("staff")),
            at: Moment(milliseconds: try row.int("at")))
    }
}

extension Problem {
    /// A text message to somebody who took their consent back.
    static func textsForbidden(_ change: ConsentChange) -> Problem {
        Problem(
            status: .conflict, title: "客户撤回了同意，不能发短信",
            detail: "\(change.at.day.fullWords)客户撤回了“\(change.purpose.label)”的同意"
                + "（\(change.way.label)），短信没有发。请在这一通上点“客户拒收”；客户改了主意，先在客户页登记新的同意。")
    }
}

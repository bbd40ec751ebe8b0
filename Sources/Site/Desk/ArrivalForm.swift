import HTTPTypes
import HouseRules

/// The arrival as the desk filled it in.
///
/// The class follows from the answers of the first question, or is chosen.
struct ArrivalForm: Sendable {
    /// The class as chosen; nil: the answers find it.
    let visitClass: VisitClass?
    /// The answers of the first question; nil where the class was chosen.
    let answers: FirstQuestion?
    /// The number of the old customer who came along (REC-31).
    let introducerPhone: String?
    let named: StaffID?
    let name: String?
    let phone: String?
    let arrivedAt: Moment?
    /// Somebody found by the end of their number.
    private(set) var customer: PersonID?

    /// Classes the desk may choose, most frequent first.
    static let order: [VisitClass] = [
        .newFirst, .callNamed, .callUnnamed, .ownedReturning, .forgotConsultant, .newUnregistered,
        .newExpired, .referral, .ownResource, .relation, .channel, .owner, .dealFollowup,
        .tourGroup, .peer, .developerBusiness,
    ]

    static let choices = order.map { Choice(value: $0.rawValue, label: $0.label) }

    /// Reads a form; throws a problem that names each field at fault.
    init(_ form: FormFields, at now: Moment) throws(Problem) {
        var faults: [Problem.Field] = []
        var arrivedAt: Moment?
        if let text = form.text("arrived_at") {
            if let time = TimeOfDay(text) {
                arrivedAt = now.day.at(time)
            } else {
                faults.append(.init(name: "arrived_at", sentence: "到场时刻要写成 14:05。"))
            }
        }
        try self.init(
            visitClass: form.text("class"), answers: try AnswerFields(form),
            named: form.text("named"), name: form.text("name"), phone: form.text("phone"),
            arrivedAt: arrivedAt, faults: faults)
        customer = form.text("customer").map { PersonID($0) }
    }

    /// The arrival of a JSON body.
    init(_ body: APIBody.Visit) throws(Problem) {
        var faults: [Problem.Field] = []
        let arrivedAt = body.arrivedAt.flatMap { Moment(sent: $0) }
        if body.arrivedAt != nil, arrivedAt == nil {
            faults.append(
                .init(name: "arrived_at", sentence: "到场时刻要是 2000 年到 2099 年之间的毫秒时刻。"))
        }
        try self.init(
            visitClass: body.class, answers: try AnswerFields(body.answers),
            named: trimmed(body.named), name: trimmed(body.name), phone: trimmed(body.phone),
            arrivedAt: arrivedAt, faults: faults)
    }

    private init(
        visitClass: String?, answers: AnswerFields, named: String?, name: String?, phone: String?,
        arrivedAt: Moment?, faults: [Problem.Field]
    ) throws(Problem) {
        var faults = faults
        let known = visitClass.flatMap(VisitClass.init)
        if known == nil, visitClass != nil || answers.isEmpty(named: named) {
            faults.append(.init(name: "class", sentence: "请先问完首问，或直接选这组客户是哪一类。"))
        }
        let staff = try named.map { (id) throws(Problem) in try StaffID(sent: id) }
        self.named = staff
        self.name = name
        self.phone = phone.map(plainPhone)
        introducerPhone = known == nil ? answers.introducerPhone.map(plainPhone) : nil
        self.arrivedAt = arrivedAt
        if let phone = self.phone, !isPhone(phone) {
            faults.append(.init(name: "phone", sentence: phoneFault))
        }
        if let phone = introducerPhone, !isPhone(phone) {
            faults.append(
                .init(name: "introducer_phone", sentence: "介绍人的\(phoneFault)"))
        }
        if let name, name.count > 40 {
            faults.append(.init(name: "name", sentence: "客户称呼最多 40 个字。"))
        }
        if known == nil, answers.known == "named", staff == nil {
            faults.append(.init(name: "named", sentence: "客户说得出名字的，请选是哪位顾问。"))
        }
        guard faults.isEmpty else {
            throw Problem(
                status: .unprocessableContent, title: "有几处要改",
                detail: faults.map(\.sentence).joined(), fields: faults)
        }
        self.visitClass = known
        self.answers = known == nil ? answers.question(named: staff) : nil
    }
}

/// A telephone number without the blanks and hyphens of whoever wrote it down.
func plainPhone(_ text: String) -> String { text.filter { !" -".contains($0) } }

/// Five to twenty digits, perhaps after a plus; what begins like a mobile number of the mainland is
/// one, with its eleven digits.
func isPhone(_ text: String) -> Bool {
    let digits = text.hasPrefix("+") ? text.dropFirst() : text[...]
    let isLong =
        text.hasPrefix("1") ? digits.utf8.count == 11 : (5...20).contains(digits.utf8.count)
    return isLong && digits.utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
}

/// What is said of a number that is none.
let phoneFault = "手机号要 11 位；座机、境外号码要 5 到 20 位数字，可以以 + 开头。"

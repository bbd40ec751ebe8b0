import HTTPTypes
import HouseRules

/// The arrival as the desk filled it in.
struct ArrivalForm: Sendable {
    let visitClass: VisitClass
    let named: StaffID?
    let name: String?
    let phone: String?
    let arrivedAt: Moment?

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
            visitClass: form.text("class"), named: form.text("named"), name: form.text("name"),
            phone: form.text("phone"), arrivedAt: arrivedAt, faults: faults)
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
            visitClass: body.class, named: trimmed(body.named), name: trimmed(body.name),
            phone: trimmed(body.phone), arrivedAt: arrivedAt, faults: faults)
    }

    private init(
        visitClass: String?, named: String?, name: String?, phone: String?, arrivedAt: Moment?,
        faults: [Problem.Field]
    ) throws(Problem) {
        var faults = faults
        let known = visitClass.flatMap(VisitClass.init)
        if known == nil {
            faults.append(.init(name: "class", sentence: "请先选这组客户是哪一类。"))
        }
        self.named = try named.map { (id) throws(Problem) in try StaffID(sent: id) }
        self.name = name
        self.phone = phone.map { $0.filter { !" -".contains($0) } }
        self.arrivedAt = arrivedAt
        if let phone = self.phone, !Self.isPhone(phone) {
            faults.append(.init(name: "phone", sentence: "手机号要 5 到 20 位数字，可以以 + 开头。"))
        }
        if let name, name.count > 40 {
            faults.append(.init(name: "name", sentence: "客户称呼最多 40 个字。"))
        }
        guard let known, faults.isEmpty else {
            throw Problem(
                status: .unprocessableContent, title: "有几处要改",
                detail: faults.map(\.sentence).joined(), fields: faults)
        }
        self.visitClass = known
    }

    private static func isPhone(_ text: String) -> Bool {
        let digits = text.hasPrefix("+") ? text.dropFirst() : text[...]
        return (5...20).contains(digits.utf8.count)
            && digits.utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
    }
}

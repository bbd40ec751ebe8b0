import Database
import HTTPTypes
import HouseRules

/// What management orders on the floor; each has a page with one form.
enum FloorOrder: String, CaseIterable, Sendable {
    case cover, proof, recall, errand, suspension, adjustment, change, offsite
    case tourOrder = "tour-order"

    /// Those that 今日 offers; the others stand beside what they are about.
    static let listed: [FloorOrder] = [
        .recall, .errand, .suspension, .adjustment, .change, .offsite, .tourOrder,
    ]

    var label: String {
        switch self {
        case .cover: "接住客户"
        case .proof: "确认有效登记"
        case .recall: "召回"
        case .errand: "派公干"
        case .suspension: "开停接单"
        case .adjustment: "补轮或退轮"
        case .change: "更换顾问"
        case .offsite: "场外接客"
        case .tourOrder: "补参观团指派单"
        }
    }

    /// The rule that it goes by.
    var clause: String {
        switch self {
        case .cover: "REC-13"
        case .proof: "REC-34"
        case .recall: "REC-16"
        case .errand: "REC-06"
        case .suspension: "REC-12"
        case .adjustment: "REC-15"
        case .change: "REC-36"
        case .offsite: "REC-41"
        case .tourOrder: "REC-23"
        }
    }

    /// What it brings about, before anybody presses the button.
    var hint: String {
        switch self {
        case .cover: "只在没有人能接的时候由管理人员接住，有人能接时系统会拦下。"
        case .proof: "看过有效登记再确认；确认以后客户归接待的人。"
        case .recall: "请就餐、因私离开或弃站的人回前台；欠着的补轮不受影响。"
        case .errand: "派单期间轮到的每一轮都记补轮；过了结束时刻还没回来，按因私离开算。"
        case .suspension: "停接期间不派客也不派电话，手里的补轮和预支清掉。主管开一张停 1 天，经理停 3 天，以制度包为准。"
        case .adjustment: "只加新的一笔，台账原来的不改不删。"
        case .change: "换人不计轮。投诉换人，原顾问那一轮照算；客户自己要换，退还给他。"
        case .offsite: "查实以后当事人出场，不再派客派电；客户交给您指定的人，不计轮。"
        case .tourOrder: "当天 24:00 前补来，这一组改为不计轮并退还。"
        }
    }

    /// The button.
    var verb: String {
        switch self {
        case .cover: "我先接住"
        case .proof: "有效"
        case .recall: "召回"
        case .errand: "派出去"
        case .suspension: "停接"
        case .adjustment: "记一笔"
        case .change: "更换"
        case .offsite: "出场并另派"
        case .tourOrder: "补上"
        }
    }

    var style: ButtonStyle { self == .suspension || self == .offsite ? .danger : .primary }

    /// Leaves a slip that people sign.
    var hasSlip: Bool { self == .suspension || self == .change || self == .tourOrder }
}

/// What an order's form was filled in with, read into a command.
struct FloorOrderForm: Sendable {
    let command: Command
    /// Personal data that go sealed beside it.
    let people: [(PersonID, PersonDetails)]

    /// Reads a form; throws a problem that names each field at fault.
    init(
        _ order: FloorOrder, _ form: FormFields, viewer: StaffID, id: String, at now: Moment
    ) throws(Problem) {
        var reader = FieldReader(form)
        var people: [(PersonID, PersonDetails)] = []
        let command: Command
        switch order {
        case .cover: command = .visits(.take(reader.visit("visit"), viewer))
        case .proof: command = .claims(.prove(reader.visit("visit")))
        case .recall: command = .duty(.callBack(reader.staff("staff")))
        case .errand:
            command = .duty(
                .orderErrand(
                    reader.staff("staff"), until: reader.time("until", on: now.day),
                    note: reader.words("note", "请写事由。")))
        case .suspension:
            command = .duty(
                .suspend(
                    reader.staff("staff"), reader.code("misconduct", "请选是哪一种。") ?? .evasion,
                    incident: reader.words("incident", "请给这件事起个短名，同一件事只停一次。"),
                    facts: reader.words("facts", "请写清事实。")))
        case .adjustment:
            command = .roster(
                .adjust(
                    reader.staff("staff"), reader.code("effect", "请选补轮还是退轮。") ?? .returned,
                    note: reader.words("note", "请写原因。")))
        case .change:
            command = .claims(
                .change(
                    ChangeSlip(
                        reader.visit("visit"), to: reader.staff("staff"),
                        reader.code("cause", "请选原因。") ?? .wish,
                        note: reader.words("note", "请写说明。"))))
        case .offsite: command = Self.offsite(&reader, id, &people)
        case .tourOrder: command = Self.tourOrder(&reader, id, &people)
        }
        try reader.check()
        self.command = command
        self.people = people
    }

    private static func offsite(
        _ reader: inout FieldReader, _ id: String, _ people: inout [(PersonID, PersonDetails)]
    ) -> Command {
        var person: PersonID?
        if let name = reader.optional("customer") {
            let new = PersonID("p-" + id)
            people.append((new, PersonDetails(name: name, phone: reader.phone("phone"))))
            person = new
        }
        return .claims(
            .offsite(
                reader.staff("staff"), person, to: reader.optional("to").map { StaffID($0) },
                note: reader.words("note", "请写查实的经过。")))
    }

    private static func tourOrder(
        _ reader: inout FieldReader, _ id: String, _ people: inout [(PersonID, PersonDetails)]
    ) -> Command {
        let assigner = PersonID("p-" + id)
        people.append((assigner, PersonDetails(name: reader.words("assigner", "请写是谁指派的。"))))
        return .duty(
            .proveTour(
                reader.visit("visit"),
                TourOrder(
                    assigner: assigner, group: reader.words("group", "请写团名。"),
                    size: reader.number("size", 1...9999, "人数要在 1 到 9999 之间。"))))
    }
}

/// Reads fields one by one and remembers what is wrong with each.
struct FieldReader: Sendable {
    private let form: FormFields
    private var faults: [Problem.Field] = []
    /// The longest text of a field.
    private static let longest = 500

    init(_ form: FormFields) { self.form = form }

    private mutating func fault(_ name: String, _ sentence: String) {
        faults.append(.init(name: name, sentence: sentence))
    }

    /// A text that must be there.
    mutating func words(_ name: String, _ missing: String) -> String {
        guard let text = form.text(name) else {
            fault(name, missing)
            return ""
        }
        if text.count > Self.longest { fault(name, "最多 \(Self.longest) 个字。") }
        return text
    }

    /// A text that may be missing.
    mutating func optional(_ name: String) -> String? {
        guard let text = form.text(name) else { return nil }
        if text.utf8.count > 100 { fault(name, "太长了，最多 30 个字。") }
        return text
    }

    /// A colleague.
    mutating func staff(_ name: String) -> StaffID { StaffID(id(name, "请选人。")) }

    /// A group of visitors.
    mutating func visit(_ name: String) -> VisitID { VisitID(id(name, "请选哪一组。")) }

    private mutating func id(_ name: String, _ missing: String) -> String {
        guard let text = form.text(name), text.utf8.count <= 100 else {
            fault(name, missing)
            return ""
        }
        return text
    }

    /// One of a few codes.
    mutating func code<Code: RawRepresentable>(_ name: String, _ missing: String) -> Code?
    where Code.RawValue == String {
        let code = form.text(name).flatMap { Code(rawValue: $0) }
        if code == nil { fault(name, missing) }
        return code
    }

    /// A time of a day.
    mutating func time(_ name: String, on day: BusinessDay) -> Moment {
        guard let time = form.text(name).flatMap({ TimeOfDay($0) }) else {
            fault(name, "时刻要写成 14:05。")
            return day.start
        }
        return day.at(time)
    }

    /// A calendar day.
    mutating func day(_ name: String) -> BusinessDay {
        guard let day = form.text(name).flatMap({ BusinessDay($0) }) else {
            fault(name, "日期要写成 2025-06-02。")
            return BusinessDay(number: 0)
        }
        return day
    }

    /// A whole number.
    mutating func number(_ name: String, _ range: ClosedRange<Int>, _ wrong: String) -> Int {
        guard let number = form.int(name).flatMap({ Int(exactly: $0) }), range.contains(number)
        else {
            fault(name, wrong)
            return range.lowerBound
        }
        return number
    }

    /// A telephone number that may be missing.
    mutating func phone(_ name: String) -> String? {
        guard let text = form.text(name).map(plainPhone) else { return nil }
        if !isPhone(text) { fault(name, phoneFault) }
        return text
    }

    /// Throws when something was wrong.
    func check() throws(Problem) {
        guard faults.isEmpty else {
            throw Problem(
                status: .unprocessableContent, title: "有几处要改",
                detail: faults.map(\.sentence).joined(), fields: faults)
        }
    }
}

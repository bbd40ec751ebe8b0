import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite struct `The arrival form` {
    private static let now = mondayAt(10, 0)

    private func form(_ fields: KeyValuePairs<String, String>) throws -> ArrivalForm {
        let sent = fields.map { "\(percentEncode($0))=\(percentEncode($1))" }
        return try ArrivalForm(
            FormFields(urlencoded: sent.joined(separator: "&").utf8), at: Self.now)
    }

    private func problem(_ fields: KeyValuePairs<String, String>) throws -> Problem {
        try #require(throws: Problem.self) { try form(fields) }
    }

    @Test func `a class alone is enough`() throws {
        let form = try form(["class": "new_first"])
        #expect(form.visitClass == .newFirst && form.named == nil && form.name == nil)
        #expect(form.phone == nil && form.arrivedAt == nil)
    }

    @Test func `all of it is read and freed of blanks`() throws {
        let form = try form([
            "class": "owned_returning", "named": " A ", "name": "　张先生 ",
            "phone": "138-0000 0000", "arrived_at": "09:45",
        ])
        #expect(form.visitClass == .ownedReturning && form.named == "A")
        #expect(form.name == "张先生" && form.phone == "13800000000")
        #expect(form.arrivedAt == mondayAt(9, 45))
    }

    @Test func `fields left empty count as not filled in`() throws {
        let form = try form([
            "class": "peer", "named": "", "name": " ", "phone": "　", "arrived_at": "",
        ])
        #expect(form.named == nil && form.name == nil && form.phone == nil)
        #expect(form.arrivedAt == nil)
    }

    @Test(arguments: ["", "first", "NEW_FIRST", "首访"])
    func `a class that there is not is a fault`(word: String) throws {
        let problem = try problem(["class": word])
        #expect(problem.status == .unprocessableContent && problem.title == "有几处要改")
        #expect(problem.fields == [.init(name: "class", sentence: "请先问完首问，或直接选这组客户是哪一类。")])
    }

    @Test(arguments: ["25:00", "9点", "10.30", "24:01", "-1:00", "10:60"])
    func `a time that there is not is a fault`(text: String) throws {
        let problem = try problem(["class": "new_first", "arrived_at": text])
        #expect(
            problem.fields == [.init(name: "arrived_at", sentence: "到场时刻要写成 14:05。")])
    }

    @Test(arguments: [
        "+8613800000000", "95588", "13800000000", "02165432100",
        String(repeating: "9", count: 20),
    ])
    func `a telephone number is kept`(phone: String) throws {
        #expect(try form(["class": "new_first", "phone": phone]).phone == phone)
    }

    @Test(arguments: [
        "1234", String(repeating: "9", count: 21), "1380000000a", "１３８００００００００", "+", "13+800000",
        "++13800000", "1380000000", "138000000001", "12345",
    ])
    func `what is no telephone number is a fault`(phone: String) throws {
        let problem = try problem(["class": "new_first", "phone": phone])
        #expect(
            problem.fields == [
                .init(name: "phone", sentence: "手机号要 11 位；座机、境外号码要 5 到 20 位数字，可以以 + 开头。")
            ])
    }

    @Test func `a name has forty characters at most`() throws {
        let name = String(repeating: "张", count: 40)
        #expect(try form(["class": "new_first", "name": name]).name == name)
        let problem = try problem(["class": "new_first", "name": name + "三"])
        #expect(problem.fields == [.init(name: "name", sentence: "客户称呼最多 40 个字。")])
    }

    @Test func `all faults are told at once, in the order of reading`() throws {
        let problem = try problem([
            "arrived_at": "x", "phone": "y", "name": String(repeating: "z", count: 41),
        ])
        #expect(problem.fields.map(\.name) == ["arrived_at", "class", "phone", "name"])
        #expect(problem.detail == problem.fields.map(\.sentence).joined())
    }

    @Test func `an id of a hundred bytes is the longest`() throws {
        let id = String(repeating: "a", count: 100)
        #expect(try form(["class": "call_named", "named": id]).named?.rawValue == id)
        let problem = try problem(["class": "call_named", "named": id + "a"])
        #expect(problem.status == .badRequest && problem.detail == "编号最长 100 个字节。")
    }

    @Test func `the desk may choose every class but a colleague's recommendation`() {
        let missing = Set(VisitClass.allCases).subtracting(ArrivalForm.order)
        #expect(missing == [.staffReferral])
        #expect(ArrivalForm.order.count == Set(ArrivalForm.order).count)
        #expect(ArrivalForm.choices.map(\.label) == ArrivalForm.order.map(\.label))
        #expect(ArrivalForm.choices.map(\.value) == ArrivalForm.order.map(\.rawValue))
    }
}

@Suite struct `The arrival of a program` {
    private func form(
        _ visitClass: String = "new_first", named: String? = nil, arrivedAt: Int64? = nil,
        name: String? = nil, phone: String? = nil
    ) throws -> ArrivalForm {
        try ArrivalForm(
            APIBody.Visit(
                id: nil, class: visitClass, named: named, arrivedAt: arrivedAt, name: name,
                phone: phone))
    }

    @Test func `its moment is taken as it is`() throws {
        let moment = mondayAt(9, 30)
        #expect(try form(arrivedAt: moment.milliseconds).arrivedAt == moment)
        #expect(try form().arrivedAt == nil)
    }

    @Test(arguments: [Int64.min, -1, 0, 946_655_999_999, 4_102_416_000_000, Int64.max])
    func `a moment far away is a fault`(milliseconds: Int64) throws {
        let problem = try #require(throws: Problem.self) { try form(arrivedAt: milliseconds) }
        #expect(problem.fields.map(\.name) == ["arrived_at"])
        #expect(problem.detail.contains("2000 年到 2099 年"))
    }

    @Test func `the same rules hold for the rest`() throws {
        let problem = try #require(throws: Problem.self) {
            try form("nothing", name: String(repeating: "x", count: 41), phone: "1")
        }
        #expect(problem.fields.map(\.name) == ["class", "phone", "name"])
        let good = try form("referral", named: " B ", name: " ", phone: " 139 0000 0000 ")
        #expect(good.named == "B" && good.name == nil && good.phone == "13900000000")
    }
}

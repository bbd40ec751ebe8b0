import Foundation
import HouseRules
import Testing

@testable import Site

/// A served site with one activity, and short ways through it.
struct OpeningWorld {
    let site: ServedSite
    /// The number of the activity.
    let id: ActivityID
    let manager: Visitor

    static let seed = "晨"
    /// Four buyers; the tickets end with four signs of their own.
    static let roster = """
        姓名,电话,证件号,认筹单号
        张三,13800000001,110101199001010011,R20250001
        李四,13800000002,110101199001010022,R20250002
        王五,13800000003,110101199001010033,R20250003
        赵六,13800000004,110101199001010044,R20250004

        """
    static let units = "1-0101 A 1 1\n1-0201 A 1 2，\n1-0301,A,1,3\n2-0101 B 2 1"

    init(_ site: ServedSite, kind: ActivityKind = .unitSelection, minutes: Int = 0) async throws {
        self.site = site
        manager = try await site.visitor(.manager)
        let opens = ServedSite.now.adding(seconds: minutes * 60)
        let answer = try await manager.post(
            "/openings",
            [
                "id": "act", "title": "一期选房", "kind": kind.rawValue, "opens": opens.localText,
                "units": Self.units,
            ])
        #expect(answer.status == 303, "\(answer.words)")
        id = "act"
    }

    var path: String { "/openings/act" }

    var activity: Activity {
        get async throws {
            try #require(try await site.book.state.selection.activities[id])
        }
    }

    func hold(_ unit: UnitID) async throws -> Hold? { try await site.book.state.hold(of: unit) }

    /// A form that the rules grant; gives the words of the page it leads to.
    @discardableResult
    func done(
        _ action: String, _ fields: KeyValuePairs<String, String> = [:],
        by person: ServedSite.Person = .manager,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> String {
        let page = try await site.visitor(person).follow(
            path + action, fields, sourceLocation: sourceLocation)
        #expect(
            !page.contains("notice tone-stop"), "\(plainWords(page))",
            sourceLocation: sourceLocation)
        return plainWords(page)
    }

    /// A form that the rules refuse with a sentence.
    func refused(
        _ sentence: String, _ action: String, _ fields: KeyValuePairs<String, String> = [:],
        by person: ServedSite.Person = .manager,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let page = try await site.visitor(person).follow(
            path + action, fields, sourceLocation: sourceLocation)
        #expect(page.contains("notice tone-stop"), sourceLocation: sourceLocation)
        #expect(
            plainWords(page).contains(sentence), "\(plainWords(page))",
            sourceLocation: sourceLocation)
    }

    func bring(_ file: String, step: String = "enter") async throws -> Received {
        try await manager.upload(
            path + "/roster", ["step": step], file: Array(file.utf8), named: "roster.csv")
    }

    func wait(_ seconds: Int) { site.clock.advance(by: .seconds(seconds)) }

    /// With roster, lock and the manager's word in spite of the gaps.
    func approve() async throws {
        #expect(try await bring(Self.roster).status == 303)
        try await done("/lock")
        try await done("/approval", ["note": "彩排另补"])
    }

    /// Committed an hour ago, and drawn.
    func draw() async throws {
        try await done("/commitment", ["seed": Self.seed])
        wait(3600)
        try await done("/draw", ["seed": Self.seed, "public": "618"])
    }

    /// The buyers in the order of the roster.
    var buyers: [PersonID] { get async throws { try await activity.roster.map(\.person) } }

    func code(_ index: Int) async throws -> OrderCode {
        OrderCode(site: ServedSite.site, activity: id, person: try await buyers[index])
    }

    /// What the address of a buyer's page ends with.
    func token(_ index: Int) async throws -> String {
        try await code(index).token(ServedSite.keys.person)
    }

    /// A buyer's pick through the JSON interface.
    func pick(_ index: Int, _ unit: String, id: String) async throws -> Received {
        let token = try await token(index)
        return try await site.stranger.postJSON(
            "/api/v1/openings/act/picks", #"{"id":"\#(id)","code":"\#(token)","unit":"\#(unit)"}"#)
    }
}

/// Serves a site with an activity while `body` runs.
func withOpening(
    _ kind: ActivityKind = .unitSelection, minutes: Int = 0,
    _ body: (OpeningWorld) async throws -> Void
) async throws {
    try await withServedSite { site in
        try await body(try await OpeningWorld(site, kind: kind, minutes: minutes))
    }
}

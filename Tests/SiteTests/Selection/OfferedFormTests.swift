import Database
import Foundation
import HTTPTypes
import HouseRules
import Testing

@testable import Site

/// Every form that a page of an activity shows to somebody is one that the rules let them send.
@Suite(.timeLimit(.minutes(15))) struct `A form that is offered` {
    private static let pages = OpeningPart.allCases.map { "/openings/act" + $0.rawValue }

    /// Where the forms of a page lead, in order, each once.
    private func actions(_ page: String) -> [String] {
        var seen: Set<String> = []
        let found = page.matches(of: /<form method="post"[^>]* action="([^"]+)"/)
        return found.map { String($0.output.1) }.filter {
            $0.hasPrefix("/openings/act") && seen.insert($0).inserted
        }
    }

    private static let fields: KeyValuePairs<String, String> = [
        "note": "", "desk": "1 号台", "unit": "1-0101", "reviewer": "yunqi-clerk", "code": "x",
        "step": "", "slip": "o-1", "hash": "", "ledger": "?",
    ]

    /// Sends every form of these pages; gives those that are refused because of who sent them.
    private func forbidden(
        _ world: OpeningWorld, _ person: ServedSite.Person, _ pages: [String]
    ) async throws -> (sent: Int, refused: [String]) {
        let visitor = try await world.site.visitor(person)
        var refused: [String] = []
        var all: [String] = []
        for path in pages {
            let answer = try await visitor.get(path)
            if answer.status == 200 { all += actions(answer.text) }
        }
        for action in all {
            let answer = try await visitor.post(action, Self.fields)
            if answer.status == 403 { refused.append("\(person) \(action)") }
            guard let place = answer.location else { continue }
            let page = try await visitor.page(place)
            if page.contains("不能做这一步。请找销售经理或主管") { refused.append("\(person) \(action)") }
        }
        return (all.count, refused)
    }

    private static let roles: [ServedSite.Person] = [
        .auditor, .till, .title, .anran, .desk, .duty, .clerk, .supervisor, .manager,
    ]

    @Test func `before the day is one that may be sent`() async throws {
        try await withOpening { world in
            _ = try await world.bring(OpeningWorld.roster)
            try await world.done("/objections", ["id": "o-1", "note": "插队"], by: .desk)
            var sent: [ServedSite.Person: Int] = [:]
            for person in Self.roles {
                let outcome = try await forbidden(world, person, Self.pages)
                #expect(outcome.refused.isEmpty)
                sent[person] = outcome.sent
            }
            #expect(sent[.auditor] == 0 && sent[.till] == 0 && sent[.title] == 0)
            #expect((sent[.manager] ?? 0) > (sent[.clerk] ?? 0))
        }
    }

    @Test func `in the hall is one that may be sent`() async throws {
        try await withOpening { world in
            try await world.callAll()
            try await world.seat(1)
            try await world.choose(1, "1-0101")
            let person = percentEncode(try await world.person(1).rawValue)
            let pages = Self.pages + ["/openings/act/buyers/\(person)"]
            for person in Self.roles where person != .manager {
                let outcome = try await forbidden(world, person, pages)
                #expect(outcome.refused.isEmpty)
            }
        }
    }

    @Test func `for a payment is the clerk's and not the desk's`() async throws {
        try await withOpening(.onlineOpening) { world in
            try await world.approve()
            _ = try await world.pick(0, "1-0101", id: "a")
            let path = "\(world.path)/buyers/\(percentEncode(try await world.buyers[0].rawValue))"
            for (person, pays, frees) in [
                (.clerk, true, true), (.supervisor, true, true), (.anran, false, true),
                (.desk, false, false), (.duty, false, false),
            ] as [(ServedSite.Person, Bool, Bool)] {
                let page = try await world.site.visitor(person).page(path)
                #expect(page.contains("定金已到财务") == pays, "\(person)")
                #expect(page.contains("/return\"") == frees, "\(person)")
            }
        }
    }

    @Test func `for the roster is the manager's, and others read whose it is`() async throws {
        try await withOpening { world in
            _ = try await world.bring(OpeningWorld.roster)
            let clerk = try await world.site.visitor(.clerk)
            let open = try await clerk.page(world.path + "/roster")
            #expect(open.contains("试读") && !open.contains("/lock\""))
            try await world.done("/lock")
            let locked = try await clerk.page(world.path + "/roster")
            #expect(locked.contains("要增删请找销售经理") && !locked.contains("/amendments\""))
            #expect(try await world.manager.page(world.path + "/roster").contains("增加一位"))
        }
    }
}

@Suite struct `Steps of the hall` {
    /// Nobody signs in as the clock.
    @Test(arguments: Role.allCases.filter { $0 != .clock })
    func `are open to whom the rules let take them`(role: Role) {
        var world = SelectionAsked()
        for step in HallStep.allCases {
            let refusal = world.refusal(of: step, by: role)
            #expect((refusal != .notPermitted(role)) == step.isOpen(to: role), "\(step)")
        }
    }
}

/// An activity in memory of which somebody asks for a step.
private struct SelectionAsked {
    private var state = SiteState()
    private let at = ServedSite.now

    init() {
        let plan = ActivityPlan(
            "a", title: "开盘", kind: .unitSelection,
            units: [ListedUnit("1-1", layout: "A", building: 1, floor: 1)], opensAt: at)
        _ = state.rule(
            on: .selection(.plan(plan)), by: Actor("boss", .salesManager), under: Policy(), at: at)
    }

    mutating func refusal(of step: HallStep, by role: Role) -> Refusal? {
        let command: SelectionCommand =
            switch step {
            case .call: .callGroup("a")
            case .order: .order("a", "1-1", reviewer: "r")
            case .pay: .pay("a", "1-1")
            case .giveBack: .giveBack("a", "1-1")
            }
        return state.rule(
            on: .selection(command), by: Actor("x", role), under: Policy(), at: at
        ).refusal
    }
}

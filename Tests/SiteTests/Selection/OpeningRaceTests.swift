import Database
import Foundation
import HouseRules
import Testing

@testable import Site

/// Many at once, as on the day.
@Suite(.timeLimit(.minutes(15))) struct `A crowd at an opening` {
    /// So many buyers on the roster of an opening that is open.
    private func withCrowd(
        _ count: Int, _ body: (OpeningWorld) async throws -> Void
    ) async throws {
        try await withOpening(.onlineOpening) { world in
            let rows = (0..<count).map { "买方\($0),1390000\(1000 + $0),,R2025\(1000 + $0)" }
            let file = "姓名,电话,证件号,认筹单号\n" + rows.joined(separator: "\n") + "\n"
            #expect(try await world.bring(file).status == 303)
            try await world.done("/lock")
            try await world.done("/approval", ["note": "线上"])
            try await body(world)
        }
    }

    private func statuses(
        _ world: OpeningWorld, _ asks: [(buyer: Int, unit: String, id: String)]
    ) async throws -> [Int] {
        let key = ServedSite.keys.person
        let tokens = try await world.buyers.map {
            OrderCode(site: ServedSite.site, activity: world.id, person: $0).token(key)
        }
        let stranger = world.site.stranger
        return try await withThrowingTaskGroup(of: (Int, Int).self) { group in
            for (index, ask) in asks.enumerated() {
                group.addTask {
                    let body =
                        #"{"id":"\#(ask.id)","code":"\#(tokens[ask.buyer])","unit":"#
                        + "\"\(ask.unit)\"}"
                    let answer = try await stranger.postJSON(
                        "/api/v1/openings/act/picks", body)
                    return (index, answer.status)
                }
            }
            var statuses = Array(repeating: 0, count: asks.count)
            for try await (index, status) in group { statuses[index] = status }
            return statuses
        }
    }

    @Test func `gets a unit to one of them, and all others hear so`() async throws {
        try await withCrowd(40) { world in
            let asks = (0..<40).map { (buyer: $0, unit: "1-0101", id: "a") }
            let statuses = try await statuses(world, asks)
            #expect(statuses.count { $0 == 200 } == 1)
            #expect(statuses.count { $0 == 409 } == 39)
            let winner = try #require(statuses.firstIndex(of: 200))
            #expect(try await world.hold("1-0101")?.person == world.buyers[winner])
            #expect(world.site.server.house.clashes.of("act") == 39)
        }
    }

    @Test func `that taps one button ten times each sells every unit once`() async throws {
        try await withCrowd(12) { world in
            let units = ["1-0101", "1-0201", "1-0301", "2-0101"]
            let asks = (0..<120).map { index in
                (buyer: index % 12, unit: units[index % 12 % 4], id: "tap")
            }
            let statuses = try await statuses(world, asks)
            var holders: Set<PersonID> = []
            for unit in units {
                holders.insert(try #require(try await world.hold(UnitID(unit))?.person))
            }
            #expect(holders.count == 4)
            let buyers = try await world.buyers
            for (index, ask) in asks.enumerated() {
                let isHolder = holders.contains(buyers[ask.buyer])
                #expect(statuses[index] == (isHolder ? 200 : 409), "every tap hears the truth")
            }
            let entries = try await world.site.count(
                "decision_row", where: "kind = 'selection.pick' AND refusal IS NULL")
            #expect(entries == 4, "a repeated tap counts once")
        }
    }

    @Test func `reads a long roster page by page`() async throws {
        try await withCrowd(120) { world in
            let first = plainWords(try await world.manager.page(world.path + "/roster"))
            #expect(first.contains("第 1 页，共 3 页") && first.contains("买方49"))
            #expect(!first.contains("买方50 "))
            let last = plainWords(try await world.manager.page(world.path + "/roster?page=9"))
            #expect(last.contains("第 3 页，共 3 页") && last.contains("买方119"))
            let codes = try await world.manager.page(world.path + "/roster/codes?page=2")
            #expect(codes.contains("买方50 ") && codes.components(separatedBy: "<svg").count >= 50)
        }
    }
}

@Suite(.timeLimit(.minutes(15))) struct `An opening beside its pages` {
    @Test func `shows what is to be paid in the hall, and takes the deposit there`() async throws {
        try await withOpening(.onlineOpening) { world in
            try await world.approve()
            let desk = try await world.site.visitor(.clerk)
            #expect(try await desk.page(world.path + "/desk").contains("现在没有人在办"))
            _ = try await world.pick(0, "1-0101", id: "a")
            let hall = try await desk.page(world.path + "/desk/state")
            #expect(plainWords(hall).contains("张三 138****0001 R***0001 已销控 1-0101 付款至 10:15"))
            let person = percentEncode(try await world.buyers[0].rawValue)
            let page = try await desk.page("\(world.path)/buyers/\(person)")
            #expect(page.contains("定金已到财务") && !page.contains("name=\"reviewer\""))
            try await world.done("/buyers/\(person)/payment", ["unit": "1-0101"], by: .clerk)
            let mine = plainWords(
                try await world.site.stranger.page("/o/\(try await world.token(0))"))
            #expect(mine.contains("1-0101 为您保留 已交定金"))
            world.wait(1000)
            #expect(try await world.pick(1, "1-0101", id: "b").status == 409, "paid: theirs")
        }
    }

    @Test func `gives its results as a workbook`() async throws {
        try await withOpening(.onlineOpening) { world in
            try await world.approve()
            _ = try await world.pick(2, "2-0101", id: "a")
            let answer = try await world.site.visitor(.clerk).get(world.path + "/results.xlsx")
            let file = world.site.folder.appending(path: "results.xlsx")
            try Data(answer.bytes).write(to: file)
            let rows = try SheetTable(file).rows.map(\.fields)
            #expect(rows[0][0].contains("一期选房 选房结果") && rows[0][0].contains("苏禾"))
            #expect(rows[1].prefix(3) == ["房号", "户型", "楼栋"])
            #expect(rows.count == 6)
            let sold = try #require(rows.first { $0[0] == "2-0101" })
            #expect(sold[4] == "已销控" && sold[6] == "王五 138****0003")
            #expect(!rows.joined().contains { $0.contains("13800000003") })
        }
    }

    @Test func `of storage rooms follows the order of the units, and needs a deposit`()
        async throws
    {
        try await withOpening { world in
            try await world.callAll()
            let manager = world.manager
            let answer = try await manager.post(
                "/openings",
                [
                    "id": "store", "title": "储藏室", "kind": "allotment",
                    "opens": "2025-06-02T14:00", "follows": "act", "units": "S-1 小 1 0\nS-2 小 1 0",
                ])
            #expect(answer.status == 303, "\(answer.words)")
            let list = try await manager.page("/openings/store")
            #expect(plainWords(list).contains("沿用顺序 一期选房"))
            _ = try await manager.follow("/openings/store/lock", [:])
            _ = try await manager.follow("/openings/store/approval", ["note": "照旧"])
            let state = try await world.site.book.state
            let order = state.selection.activities["store"]?.numbered
            #expect(try await order == world.activity.numbered)
            _ = try await manager.follow("/openings/store/calls", [:])
            let person = percentEncode(try await world.person(1).rawValue)
            _ = try await manager.follow("/openings/store/buyers/\(person)/arrival", [:])
            _ = try await manager.follow(
                "/openings/store/buyers/\(person)/seat", ["desk": "2 号台"])
            let early = plainWords(
                try await manager.follow(
                    "/openings/store/buyers/\(person)/pick", ["unit": "S-1"]))
            #expect(early.contains("还缺一步：已交定金"), "\(early)")
            try await world.seat(1)
            try await world.choose(1, "1-0101")
            try await world.done(
                try await world.at(1, "order"), ["unit": "1-0101", "reviewer": "yunqi-manager"])
            try await world.done(try await world.at(1, "payment"), ["unit": "1-0101"])
            let taken = plainWords(
                try await manager.follow(
                    "/openings/store/buyers/\(person)/pick", ["unit": "S-1"]))
            #expect(taken.contains("S-1 已占用"), "\(taken)")
        }
    }
}

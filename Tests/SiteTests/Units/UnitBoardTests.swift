import Foundation
import HouseRules
import NIOCore
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(15))) struct `The board of units` {
    @Test func `is empty at first and says where units come from`() async throws {
        try await withServedSite { site in
            let page = plainWords(try await site.visitor(.manager).page("/units"))
            #expect(page.contains("还没有房源") && page.contains("价目版本"))
        }
    }

    @Test func `shows each unit by colour, shape and word`() async throws {
        try await withSales { world in
            let page = try await world.site.visitor(.anran).page("/units")
            let words = plainWords(page)
            #expect(words.contains("101 A 100.00㎡ ○ 可售"))
            #expect(words.contains("201 A 100.00㎡ – 未放盘"))
            #expect(page.contains("class=\"unit tone-good\" id=\"u-1-101\""))
            #expect(words.contains("合计 4 2 0 0"))
        }
    }

    @Test(arguments: [
        ("building=2%20%E5%8F%B7%E6%A5%BC", ["u-2-101"]), ("layout=B", ["u-1-102"]),
        ("status=unreleased", ["u-1-201", "u-2-101"]), ("status=held", []),
    ])
    func `shows what a filter asks for`(query: String, shown: [String]) async throws {
        try await withSales { world in
            let page = try await world.site.visitor(.desk).page("/units?" + query)
            let found = page.matches(of: /id="(u-[^"]+)"/).map { String($0.output.1) }
            #expect(found == shown)
        }
    }

    @Test func `puts numbers within names in the order of numbers`() {
        let names = ["10 号楼", "2 号楼", "1 号楼", "会所", "1-1002", "1-201"]
        #expect(
            names.sorted(by: naturallyBefore)
                == ["1 号楼", "1-201", "1-1002", "2 号楼", "10 号楼", "会所"])
    }

    @Test func `sends a changed unit by itself, and the totals`() async throws {
        try await withSales { world in
            let book = try await world.site.book
            let hub = LiveHub(limit: 10, heartbeat: .seconds(60))
            let live = LiveUnits(hub: hub, surroundings: world.site.server.surroundings)
            let board = await live.board(book)
            let listener = hub.enter([LiveUnits.topic(ServedSite.site)])
            #expect(try await eventually { await !book.subscribers.isEmpty })
            try await world.site.ask(.sales(.release(["1-201"])))
            var heard = ""
            while !heard.contains("unit-totals") {
                guard let frames = await listener.next() else { break }
                heard += frames.map { String(buffer: $0) }.joined()
            }
            #expect(heard.contains("event: unit\n") && heard.contains("u-1-201"))
            #expect(!heard.contains("u-1-101") && !heard.contains("u-2-101"))
            let missed = await live.events(book, after: board.seq)
            #expect(missed.map(\.name) == ["unit/1-201", "totals"])
            let seq = await book.seq
            #expect(await live.events(book, after: seq).isEmpty)
            #expect(await live.events(book, after: board.seq - 1).count == 5)
            live.stop()
        }
    }

    @Test func `is readable on a television and by programs`() async throws {
        try await withSales { world in
            let wall = try await world.site.visitor(.desk).page("/units/wall")
            #expect(wall.contains("class=\"wall\"") && wall.contains("u-2-101"))
            let program = try await world.site.program(.anran)
            let list = try await program.get("/api/v1/units")
            let shipped = try APIDescription.shipped()
            #expect(try shipped.faults(of: list, to: "GET /api/v1/units") == [])
            let unit = try await program.get("/api/v1/units/1-101")
            #expect(try shipped.faults(of: unit, to: "GET /api/v1/units/{id}") == [])
            #expect(unit.text.contains("\"total\":117600000"))
            let hold = try await program.postJSON(
                "/api/v1/units/1-101/holds",
                #"{"id":"h-1","staff":"yunqi-anran","phone":"\#(SaleWorld.phone)"}"#)
            #expect(hold.status == 200, "\(hold.text)")
            #expect(try shipped.faults(of: hold, to: "POST /api/v1/units/{id}/holds") == [])
            #expect(try await world.site.book.state.sales.requests == ["h-1": "1-101"])
        }
    }
}

@Suite(.timeLimit(.minutes(15))) struct `A unit's page` {
    @Test func `computes the total of each way of paying`() async throws {
        try await withSales { world in
            let page = plainWords(try await world.site.visitor(.anran).page("/units/1-102"))
            #expect(page.contains("标价 原价 ¥1,118,794.75"))
            #expect(page.contains("一次性 98 折 ¥1,096,418.86"))
            #expect(page.contains("按揭 99 折 ¥1,107,606.80"))
            let sheet = plainWords(
                try await world.site.visitor(.anran).page("/units/1-102/quotation"))
            #expect(sheet.contains("置业计划 1-102") && sheet.contains("¥1,107,606.80"))
        }
    }

    @Test func `carries a request to the lock and back`() async throws {
        try await withSales { world in
            try await world.granted(
                "/units/1-101/hold",
                ["id": "q1", "phone": SaleWorld.phone, "staff": "yunqi-anran"], by: .anran)
            let today = plainWords(try await world.site.visitor(.manager).page("/today"))
            #expect(today.contains("等确认的销控") && today.contains("1-101 · 安然申请"))
            let one = try await world.refused(
                "/units/1-101/confirm", ["request": "q1", "item": "area"], by: .manager)
            #expect(one.contains("SAL-02"))
            let mine = try await world.refused(
                "/units/1-101/withdraw", [:], by: .clerk)
            #expect(mine.contains("SAL-02"))
            try await world.site.ask(.sales(.confirmHold("q1", VerifyItem.allCases)))
            let page = plainWords(try await world.site.visitor(.manager).page("/units/1-101"))
            #expect(page.contains("已销控") && page.contains("到 11:00:00 为止"))
            try await world.granted("/units/1-101/extend", [:], by: .manager)
            try await world.refused("/units/1-101/extend", [:], by: .manager)
            try await world.granted("/units/1-101/withdraw", [:], by: .manager)
            #expect(try await world.status() == .available)
        }
    }

    @Test func `offers only what fits its status and the viewer`() async throws {
        try await withSales { world in
            let consultant = try await world.site.visitor(.anran).page("/units/1-101")
            #expect(consultant.contains("data-act=\"hold\""))
            #expect(!consultant.contains("data-act=\"reserve\""))
            #expect(!consultant.contains("data-act=\"confirm\""))
            let closed = try await world.site.visitor(.manager).page("/units/1-201")
            #expect(closed.contains("data-act=\"release\""))
            #expect(!closed.contains("data-act=\"hold\""))
            try await world.granted(
                "/units/1-101/reserve", ["document": "K", "signer": "章"], by: .manager)
            #expect(try await world.status() == .reserved)
            try await world.granted(
                "/units/1-101/unreserve", ["document": "K2", "signer": "章"], by: .manager)
            #expect(try await world.site.visitor(.anran).get("/units/9-9").status == 404)
        }
    }

    @Test func `is announced to everybody, and each says how far they have read`() async throws {
        try await withSales { world in
            let page = plainWords(try await world.site.visitor(.anran).page("/bulletins"))
            #expect(page.contains("第 2 号 1-102 可售，放盘") && page.contains("2 条没看"))
            try await world.granted("/bulletins/reading", [:], by: .anran)
            let after = plainWords(try await world.site.visitor(.manager).page("/bulletins"))
            #expect(after.contains("安然 都看过") && after.contains("白榆 2 条没看"))
        }
    }
}

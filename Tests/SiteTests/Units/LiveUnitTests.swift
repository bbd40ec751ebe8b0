import Foundation
import HouseRules
import NIOCore
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(15))) struct `Units that are followed` {
    private func live(_ world: SaleWorld) -> LiveUnits {
        LiveUnits(
            hub: LiveHub(limit: 10, heartbeat: .seconds(60)),
            surroundings: world.site.server.surroundings)
    }

    @Test func `send nothing for what changes no cell`() async throws {
        try await withSales { world in
            let live = live(world)
            let book = try await world.site.book
            let seq = await live.board(book).seq
            try await world.granted(
                "/units/1-101/hold",
                ["id": "h-1", "phone": SaleWorld.phone, "staff": "yunqi-anran"], by: .anran)
            #expect(await book.seq > seq)
            #expect(await live.events(book, after: seq).isEmpty)
            live.stop()
        }
    }

    @Test func `send a unit that a new list brings, and one whose area it corrects`()
        async throws
    {
        try await withSales { world in
            let live = live(world)
            let book = try await world.site.book
            let seq = await live.board(book).seq
            let list = """
                房号,楼栋,楼层,户型,面积,单价
                1-102,1 号楼,1,B,90,12500.50
                1-201,1 号楼,2,A,100,99999
                3-301,3 号楼,3,C,90,14000
                """
            #expect(try await world.bring(list, version: "v2").status == 303)
            #expect(await live.events(book, after: seq).isEmpty)
            try await world.granted("/prices/v2/approval", [:], by: .manager)
            let events = await live.events(book, after: seq)
            #expect(Set(events.map(\.name)) == ["unit/1-102", "unit/3-301", "totals"])
            #expect(events.last?.name == "totals")
            let sent = events.map { String(buffer: $0.frame) }.joined(separator: "\n")
            let words = plainWords(sent.replacing("data: ", with: ""))
            #expect(words.contains("102 B 90.00㎡") && words.contains("合计 5"))
            live.stop()
        }
    }

    @Test func `send each reader only what came after them`() async throws {
        try await withSales { world in
            let live = live(world)
            let book = try await world.site.book
            let start = await live.board(book).seq
            try await world.site.ask(.sales(.release(["1-201"])))
            let middle = await live.board(book).seq
            try await world.site.ask(.sales(.release(["2-101"])))
            let all = await live.events(book, after: start)
            #expect(Set(all.map(\.name)) == ["unit/1-201", "unit/2-101", "totals"])
            let late = await live.events(book, after: middle)
            #expect(late.map(\.name) == ["unit/2-101", "totals"])
            #expect(late.allSatisfy { $0.id > Int64(middle) })
            #expect(await live.events(book, after: .max).isEmpty)
            #expect(Set(await live.events(book, after: -1).map(\.name)).count == 5)
            live.stop()
        }
    }

    @Test func `of a site without any are none`() async throws {
        try await withServedSite { site in
            let live = LiveUnits(
                hub: LiveHub(limit: 10, heartbeat: .seconds(60)),
                surroundings: site.server.surroundings)
            let book = try await site.book
            let board = await live.board(book)
            #expect(board.cells.isEmpty && board.buildings(UnitFilter()).isEmpty)
            #expect(await live.events(book, after: 0).isEmpty)
            let wall = plainWords(try await site.visitor(.desk).page("/units/wall"))
            #expect(wall.contains("没有这样的房源"))
            live.stop()
        }
    }
}

@Suite(.timeLimit(.minutes(15))) struct `Filters of the board` {
    private func shown(_ world: SaleWorld, _ query: String) async throws -> [String] {
        let page = try await world.site.visitor(.anran).page("/units?" + query)
        return page.matches(of: /id="(u-[^"]+)"/).map { String($0.output.1) }
    }

    @Test func `are taken together, and keep what was chosen`() async throws {
        try await withSales { world in
            let one = "building=1%20%E5%8F%B7%E6%A5%BC"
            #expect(try await shown(world, one) == ["u-1-201", "u-1-101", "u-1-102"])
            #expect(try await shown(world, one + "&layout=A") == ["u-1-201", "u-1-101"])
            #expect(try await shown(world, one + "&layout=A&status=available") == ["u-1-101"])
            let page = try await world.site.visitor(.anran).page("/units?layout=B&status=held")
            #expect(page.contains("<option value=\"B\" selected"))
            #expect(page.contains("<option value=\"held\" selected"))
            #expect(plainWords(page).contains("没有这样的房源"))
            // The totals are those of the site, whatever is filtered.
            #expect(plainWords(page).contains("合计 4 2 0 0"))
        }
    }

    @Test(arguments: ["status=nonsense", "status=", "building=&layout=", "odd=1"])
    func `that mean nothing hide nothing`(query: String) async throws {
        try await withSales { world in
            let shown = try await shown(world, query)
            #expect(shown.count == 4)
        }
    }

    @Test func `bring no markup onto the page, and neither do the lists`() async throws {
        try await withServedSite { site in
            let world = SaleWorld(site: site)
            let list = """
                房号,楼栋,楼层,户型,面积,单价
                <b>1</b>,<script>x</script>,1,"A""><i>",100,12000
                """
            #expect(try await world.bring(list).status == 303)
            try await world.granted("/prices/v1/approval", [:], by: .manager)
            let anran = try await site.visitor(.anran)
            let query = "layout=" + percentEncode("\"><u>")
            for path in ["/units", "/units?" + query, "/units/wall", "/units/%3Cb%3E1%3C%2Fb%3E"] {
                let page = try await anran.page(path)
                for bad in ["<b>1", "<script>x", "<i>", "<u>"] {
                    #expect(!page.contains(bad), "\(path): \(bad)")
                }
            }
            #expect(plainWords(try await anran.page("/units")).contains("<script>x</script>"))
        }
    }
}

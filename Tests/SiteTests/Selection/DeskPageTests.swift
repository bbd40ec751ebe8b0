import Database
import Foundation
import HouseRules
import Testing

@testable import Site

/// A desk's way to a buyer.
extension OpeningWorld {
    /// The person of a number.
    func person(_ number: Int) async throws -> PersonID {
        let buyers = try await activity.buyers
        return try #require(buyers.first { $0.value.number == number }?.key)
    }

    func at(_ number: Int, _ step: String) async throws -> String {
        "/buyers/\(percentEncode(try await person(number).rawValue))/\(step)"
    }

    /// Drawn, called, everybody checked in.
    func callAll() async throws {
        try await approve()
        try await draw()
        try await done("/calls", by: .desk)
        for number in 1...4 { try await done(try await at(number, "arrival"), by: .desk) }
    }

    /// The buyer of a number sits down.
    func seat(_ number: Int) async throws {
        try await done(try await at(number, "seat"), ["desk": "1 号台"], by: .anran)
    }

    func choose(_ number: Int, _ unit: String) async throws {
        try await done(try await at(number, "pick"), ["unit": unit], by: .anran)
    }
}

@Suite(.timeLimit(.minutes(15))) struct `The hall of an activity` {
    @Test func `calls in the order of the draw, and shows the clock`() async throws {
        try await withOpening { world in
            try await world.approve()
            try await world.refused("还没有顺序", "/calls", by: .desk)
            try await world.draw()
            let words = try await world.done("/calls", by: .desk)
            for number in 1...4 { #expect(words.contains("\(number) 号")) }
            #expect(words.contains("正在叫") && words.contains("签到至 11:05"))
            #expect(words.contains("没有人可叫了"))
            try await world.refused("没有人可叫", "/calls", by: .desk)
        }
    }

    @Test func `checks in by code, by the end of the paper or of the ticket`() async throws {
        try await withOpening { world in
            try await world.approve()
            try await world.draw()
            try await world.done("/calls", by: .desk)
            let code = try await world.code(0).short(ServedSite.keys.person)
            let typed = " \(code.prefix(4).lowercased())-\(code.suffix(4))"
            for text in [typed, "0022", "0003"] {
                try await world.done("/arrivals", ["code": text], by: .desk)
            }
            let stages = try await world.activity.buyers
            let buyers = try await world.buyers
            #expect(buyers.map { stages[$0]?.stage } == [.present, .present, .present, .called])
            let desk = try await world.site.visitor(.desk)
            for (text, sentence) in [("9999", "没有这个尾号"), ("12", "尾号至少四位"), ("", "请扫订单码")] {
                let answer = try await desk.post(world.path + "/arrivals", ["code": text])
                #expect(answer.status == 422 && answer.words.contains(sentence), "\(answer.words)")
            }
            try await world.refused("现在是已签到", "/arrivals", ["code": code], by: .desk)
        }
    }

    @Test func `finds a buyer by number or code`() async throws {
        try await withOpening { world in
            try await world.approve()
            try await world.draw()
            let desk = try await world.site.visitor(.desk)
            let person = try await world.person(2)
            let found = try await desk.get(world.path + "/buyers?number=2")
            #expect(found.location == "/openings/act/buyers/\(percentEncode(person.rawValue))")
            let code = try await world.code(0).short(ServedSite.keys.person)
            #expect(try await desk.get(world.path + "/buyers?number=\(code)").status == 303)
            #expect(try await desk.get(world.path + "/buyers?number=9").status == 400)
            #expect(try await desk.get(world.path + "/buyers/nobody").status == 404)
        }
    }

    @Test func `has nobody's full number on it`() async throws {
        try await withOpening { world in
            try await world.callAll()
            let page = try await world.site.visitor(.desk).page(world.path + "/desk")
            #expect(page.contains("138****0001") && !page.contains("13800000001"))
        }
    }
}

@Suite(.timeLimit(.minutes(15))) struct `A desk of an activity` {
    @Test func `takes a unit, the order and the deposit`() async throws {
        try await withOpening { world in
            try await world.callAll()
            try await world.done(
                "/preparation", ["step": "role", "role": "review", "staff": "yunqi-clerk"])
            try await world.seat(1)
            try await world.choose(1, "1-0201")
            let page = try await world.site.visitor(.anran).page(
                "/openings/act/buyers/\(try await world.person(1))")
            #expect(page.contains("签单") && !page.contains("定金已到财务"))
            try await world.refused(
                "没有经理的书面授权", try await world.at(1, "order"),
                ["unit": "1-0201", "reviewer": "yunqi-anran"], by: .anran)
            try await world.done(
                try await world.at(1, "order"), ["unit": "1-0201", "reviewer": "yunqi-clerk"],
                by: .anran)
            #expect(try await world.hold("1-0201")?.status == .orderedUnpaid)
            try await world.done(try await world.at(1, "payment"), ["unit": "1-0201"], by: .clerk)
            #expect(try await world.hold("1-0201")?.status == .subscribed)
        }
    }

    @Test func `takes the second of two no unit, and names the nearest`() async throws {
        try await withOpening { world in
            try await world.callAll()
            try await world.seat(1)
            try await world.seat(2)
            try await world.choose(1, "1-0201")
            try await world.refused(
                "最近的同户型可选：1-0101、1-0301", try await world.at(2, "pick"),
                ["unit": "1-0201"], by: .baiyu)
            #expect(world.site.server.house.clashes.of("act") == 1)
            try await world.choose(1, "1-0301")
            #expect(try await world.hold("1-0201") == nil, "changed: the former one is free")
            try await world.choose(2, "1-0201")
        }
    }

    @Test func `gives three minutes, the last second included`() async throws {
        try await withOpening { world in
            try await world.callAll()
            try await world.seat(1)
            let page = plainWords(
                try await world.site.visitor(.anran).page(
                    "/openings/act/buyers/\(try await world.person(1))"))
            #expect(page.contains("选房到 11:03（含）"))
            world.wait(180)
            try await world.choose(1, "1-0101")
            try await world.seat(2)
            world.wait(181)
            try await world.refused(
                "现在是已放弃", try await world.at(2, "pick"), ["unit": "1-0201"], by: .anran)
        }
    }

    @Test func `gives a unit back, and stands still while the manager pauses`() async throws {
        try await withOpening { world in
            try await world.callAll()
            try await world.seat(1)
            try await world.choose(1, "2-0101")
            try await world.done(try await world.at(1, "return"), ["unit": "2-0101"], by: .anran)
            #expect(try await world.hold("2-0101") == nil)
            try await world.seat(2)
            world.wait(80)
            try await world.refused("理由没写", "/pause", ["note": ""])
            try await world.done("/pause", ["note": "停电"])
            world.wait(600)
            try await world.refused(
                "起暂停", try await world.at(2, "pick"), ["unit": "2-0101"], by: .anran)
            try await world.done("/resumption")
            world.wait(100)
            try await world.choose(2, "2-0101")
        }
    }

    @Test func `asks for what is missing on its forms`() async throws {
        try await withOpening { world in
            try await world.callAll()
            let desk = try await world.site.visitor(.anran)
            for (step, sentence) in [
                ("seat", "请写是几号台"), ("pick", "请写房号"), ("order", "请写房号"),
                ("payment", "请写房号"), ("return", "请写房号"),
            ] {
                let answer = try await desk.post(world.path + (try await world.at(1, step)), [:])
                #expect(answer.status == 422 && answer.words.contains(sentence))
            }
        }
    }
}

@Suite(.timeLimit(.minutes(15))) struct `The end of an activity` {
    @Test func `waits for objections, payments and a ledger that agrees`() async throws {
        try await withOpening { world in
            try await world.callAll()
            try await world.seat(1)
            try await world.choose(1, "1-0101")
            let (first, second) = (try await world.person(1), try await world.person(2))
            try await world.done(
                "/objections", ["note": "叫号没听见", "person": "\(try await world.person(3))"],
                by: .desk)
            try await world.refused("还有 1 件异议", "/closing", ["ledger": ""])
            let page = try await world.manager.page(world.path + "/objections")
            let slip = try #require(page.firstMatch(of: /name="slip" value="([^"]+)"/)?.output.1)
            try await world.refused("理由没写", "/rulings", ["slip": String(slip), "note": ""])
            try await world.done("/rulings", ["slip": String(slip), "note": "补叫一次"])
            try await world.refused("1 套占着没付款", "/closing", ["ledger": ""])
            try await world.done(
                try await world.at(1, "order"), ["unit": "1-0101", "reviewer": "yunqi-manager"])
            try await world.done(try await world.at(1, "payment"), ["unit": "1-0101"])
            try await world.refused("与台账不平：1-0101", "/closing", ["ledger": ""])
            try await world.refused(
                "与台账不平：1-0101（活动：已交定金，台账：已签合同）", "/closing",
                ["ledger": "1-0101 已签合同"])
            let odd = try await world.manager.post(
                world.path + "/closing", ["ledger": "1-0101 不知道"])
            #expect(odd.status == 422)
            let figures = plainWords(try await world.manager.page(world.path + "/closing"))
            #expect(figures.contains("到场率 100%") && figures.contains("去化率 25%"))
            let closed = try await world.manager.follow(
                world.path + "/closing", ["ledger": "1-0101"])
            #expect(plainWords(closed).contains("到场率 100%"), "\(plainWords(closed))")
            #expect(plainWords(closed).contains("归档的活动"))
            #expect(try await world.manager.get(world.path).status == 404)
            for (number, person) in [1: first, 2: second] {
                let token = OrderCode(site: "yunqi", activity: "act", person: person)
                    .token(ServedSite.keys.person)
                let page = plainWords(try await world.site.stranger.page("/o/\(token)"))
                #expect(page.contains("1-0101 是您的 已交定金") == (number == 1), "\(page)")
            }
        }
    }

    @Test func `is not told by whoever may not rule`() async throws {
        try await withOpening { world in
            let clerk = try await world.site.visitor(.clerk)
            #expect(try await clerk.post(world.path + "/closing", ["ledger": ""]).status == 403)
            #expect(!(try await clerk.page(world.path + "/closing")).contains("核对并归档"))
            let empty = try await world.site.visitor(.desk).page(world.path + "/objections")
            #expect(empty.contains("没有异议"))
        }
    }
}

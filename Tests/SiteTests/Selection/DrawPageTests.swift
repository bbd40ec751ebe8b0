import Database
import Foundation
import HouseRules
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(15))) struct `The draw of an activity` {
    @Test func `waits for its commitment, to the second`() async throws {
        try await withOpening { world in
            try await world.approve()
            try await world.refused(
                "还没公布种子承诺", "/draw", ["seed": "晨", "public": "618"])
            try await world.done("/commitment", ["seed": "晨"])
            let page = plainWords(try await world.manager.page(world.path + "/draw"))
            #expect(page.contains("可以摇号 6月2日 周一 11:00 起"))
            world.wait(3599)
            try await world.refused(
                "11:00 起才能摇号", "/draw", ["seed": "晨", "public": "618"])
            world.wait(1)
            try await world.refused("对不上", "/draw", ["seed": "夜", "public": "618"])
            try await world.done("/draw", ["seed": "晨", "public": "618"])
            try await world.refused("不能重来", "/draw", ["seed": "晨", "public": "618"])
        }
    }

    @Test func `keeps the hash of the seed and not the seed`() async throws {
        try await withOpening { world in
            try await world.done("/commitment", ["seed": "桂花落在第七级台阶"])
            let commitment = try await world.activity.commitment
            #expect(commitment?.hash == hex(sha256("桂花落在第七级台阶")))
            let bytes = try world.site.everyByte()
            #expect(bytes.range(of: Data("桂花落在第七级台阶".utf8)) == nil)
            let hash = String(repeating: "AB", count: 32)
            try await world.done("/commitment", ["hash": hash])
            #expect(try await world.activity.commitment?.hash == hash.lowercased())
            try await world.refused("六十四位哈希", "/commitment", ["hash": "12"])
        }
    }

    @Test func `is printed as a sheet from which anybody computes the same order`() async throws {
        try await withOpening { world in
            #expect(try await world.manager.get(world.path + "/draw/print").status == 404)
            try await world.approve()
            try await world.draw()
            let printed = try await world.manager.get(world.path + "/draw/print").text
            let sheet = try #require(
                printed.firstMatch(of: /(?s)<pre class="draw-sheet"[^>]*>(.*?)<\/pre>/)?.output.1)
            let text = sheet.replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
                .replacing("&amp;", with: "&")
            let file = world.site.folder.appending(path: "sheet.yaml")
            try Data(text.utf8).write(to: file)
            let report = DrawSheetFile.report(path: file.path)
            #expect(report.exitCode == 0, "\(report)")
            let taken = try await world.manager.get(world.path + "/draw/sheet.yaml")
            #expect(taken.text == text)
            let other = text.replacing("public: \"618\"", with: "public: \"619\"")
            try Data(other.utf8).write(to: file)
            #expect(DrawSheetFile.report(path: file.path).exitCode == 1)
        }
    }

    @Test func `is management's, and everybody reads it`() async throws {
        try await withOpening { world in
            for action in ["/commitment", "/draw"] {
                let clerk = try await world.site.visitor(.clerk)
                #expect(try await clerk.post(world.path + action, ["seed": "晨"]).status == 403)
            }
            let page = try await world.site.visitor(.auditor).page(world.path + "/draw")
            #expect(page.contains("还没有顺序") && !page.contains("公布承诺</button>"))
        }
    }
}

@Suite(.timeLimit(.minutes(15))) struct `Preparing an activity` {
    @Test func `lists what is missing until nothing is`() async throws {
        try await withOpening { world in
            _ = try await world.bring(OpeningWorld.roster)
            try await world.done("/lock")
            let before = plainWords(try await world.manager.page(world.path + "/preparation"))
            #expect(before.contains("复核没有安排人") && before.contains("没有动线"))
            try await world.refused("还不能转就绪", "/approval", ["note": ""])
            for role in PlanRole.allCases {
                try await world.done(
                    "/preparation",
                    ["step": "role", "role": role.rawValue, "staff": "yunqi-clerk"], by: .clerk)
            }
            for paper in PlanPaper.allCases {
                try await world.done("/preparation", ["step": "paper", "paper": paper.rawValue])
            }
            try await world.done(
                "/preparation", ["step": "material", "name": "号牌", "needed": "4", "there": "3"])
            #expect(
                plainWords(try await world.manager.page(world.path + "/preparation"))
                    .contains("号牌少 1 件"))
            try await world.done(
                "/preparation", ["step": "material", "name": "号牌", "needed": "4", "there": "4"])
            try await world.refused("理由没写", "/preparation", ["step": "rehearsal"])
            try await world.done(
                "/preparation", ["step": "rehearsal", "sign-desk": "yunqi-anran"])
            #expect(try await world.activity.gaps.isEmpty)
            let ready = plainWords(try await world.manager.page(world.path + "/preparation"))
            #expect(ready.contains("没有缺口") && ready.contains("批准就绪"))
            try await world.done("/approval")
            #expect(try await world.activity.approvedAt != nil)
        }
    }

    @Test(arguments: [
        ("role", "role", "dancer", "请选岗位和人"), ("material", "name", "牌", "请写物料名"),
        ("paper", "paper", "poem", "请选是哪一份"), ("else", "x", "y", "请从页面上的按钮"),
    ])
    func `says what is wrong with an entry`(
        step: String, field: String, value: String, sentence: String
    ) async throws {
        try await withOpening { world in
            let answer = try await world.manager.post(
                world.path + "/preparation", ["step": step, field: value])
            #expect(answer.status == (step == "else" ? 400 : 422))
            #expect(answer.words.contains(sentence))
        }
    }
}

import Database
import Foundation
import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(15))) struct `A what-if that is served` {
    /// A finished one about three groups under the other mechanism.
    private func tried(
        _ body: (ServedSite, Visitor, String) async throws -> Void
    ) async throws {
        try await withServedSite { site in
            for number in 1...3 {
                try await site.ask(
                    .visits(.register(Arrival(VisitID("v\(number)"), .newFirst))), by: .desk)
            }
            let manager = try await site.visitor(.manager)
            let answer = try await manager.post(
                "/whatif", ["rules": "pack:P002A", "from": "2025-06-02", "to": "2025-06-02"])
            let path = try #require(answer.location)
            for _ in 0..<200 where try await manager.page(path).contains("正在重裁") {
                try await Task.sleep(for: .milliseconds(20))
            }
            try await body(site, manager, path)
        }
    }

    @Test(arguments: ["0", "-3", "x", "2", "9223372036854775807", "99999999999999999999"])
    func `survives any number of a page`(number: String) async throws {
        try await tried { _, manager, path in
            let page = try await manager.page("\(path)?list=people&page=\(number)")
            #expect(page.contains("共重裁") && !page.contains("下一页"))
        }
    }

    @Test func `shows the sums when the list is none it knows`() async throws {
        try await tried { _, manager, path in
            let usual = try await manager.page(path)
            #expect(try await manager.page("\(path)?list=nothing") == usual)
            let long = String(repeating: "x", count: 101)
            #expect(try await manager.get("\(path)?staff=\(long)").status == 400)
        }
    }

    @Test func `gives each list as a file with its own heading and columns`() async throws {
        try await tried { _, manager, path in
            for (list, column) in [
                ("people", "罚款草稿（元）"), ("differences", "换成这套规矩"), ("owners", "客户编号"),
                ("lacking", "条款"),
            ] {
                let file = try await manager.get("\(path)/list.xlsx?list=\(list)")
                let sheet = try `A workbook`.sheet(of: Array(file.bytes))
                let label = try #require(WhatIfReport.List(rawValue: list)).label
                for text in [column, "试算 制度包 P002A \(label)", "沈砚"] {
                    #expect(sheet.contains(text), "\(list): \(text)")
                }
            }
        }
    }

    @Test func `stays done when somebody stops it too late`() async throws {
        try await tried { _, manager, path in
            #expect(try await manager.post(path + "/cancel", [:]).location == path)
            #expect(try await manager.page(path).contains("共重裁"))
            let state = try await manager.page(path + "/state")
            #expect(state.contains("共重裁") && !state.contains("<html"))
            #expect(!state.contains("every 1s"), "nothing is asked for any more")
        }
    }

    @Test func `is the manager's alone, with their own token`() async throws {
        try await tried { site, manager, path in
            for person in ServedSite.Person.allCases where person != .manager {
                let visitor = try await site.visitor(person)
                for place in ["/whatif", path, path + "/state", path + "/list.xlsx"] {
                    #expect(try await visitor.get(place).status == 403, "\(person) \(place)")
                }
                #expect(try await visitor.post("/whatif", ["rules": "pack:P001"]).status == 403)
                #expect(try await visitor.post(path + "/cancel", [:]).status == 403)
            }
            var forger = manager
            forger.token = "guessed"
            #expect(try await forger.post("/whatif", ["rules": "pack:P001"]).status == 403)
            #expect(try await forger.post(path + "/cancel", [:]).status == 403)
        }
    }

    @Test(arguments: [
        "", "revision:0", "revision:2", "revision:x", "pack:", "pack:../P001", "P001",
    ])
    func `tries only rules there are`(rules: String) async throws {
        try await withServedSite { site in
            let answer = try await site.visitor(.manager).post("/whatif", ["rules": rules])
            #expect(answer.status == 422 && answer.text.contains("请选要试哪一套规矩"))
        }
    }

    @Test func `under its own revision comes out as it was`() async throws {
        try await withServedSite { site in
            try await site.ask(.visits(.register(Arrival("v1", .newFirst))), by: .desk)
            let manager = try await site.visitor(.manager)
            let answer = try await manager.post(
                "/whatif", ["rules": "revision:1", "from": "2025-06-02", "to": "2025-06-02"])
            let path = try #require(answer.location)
            for _ in 0..<200 where try await manager.page(path).contains("正在重裁") {
                try await Task.sleep(for: .milliseconds(20))
            }
            let page = try await manager.page(path)
            #expect(page.contains("本案场第 1 版") && page.contains("结果与当时一样"))
        }
    }
}

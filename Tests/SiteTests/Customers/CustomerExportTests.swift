import Database
import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `Customers as a file` {
    private static let phone = "13912345678"

    private func received(_ body: (Morning) async throws -> Void) async throws {
        try await withMorning { morning in
            let fields: KeyValuePairs = [
                "id": "v1", "class": "new_first", "name": "张小三", "phone": Self.phone,
            ]
            #expect(try await morning.desk.post("/visits", fields).status == 303)
            try await morning.leaves("v1")
            try await body(morning)
        }
    }

    private static let log: SQL = "staff = 'yunqi-manager' AND purpose = '周会' AND line_count = 1"

    @Test func `need a purpose, and say in the log who took them out`() async throws {
        try await received { morning in
            let manager = try await morning.site.visitor(.manager)
            for purpose in ["", "  ", String(repeating: "长", count: 101)] {
                let refused = try await manager.post("/customers/exports", ["purpose": purpose])
                #expect(refused.status == 400)
            }
            #expect(try await morning.site.count("export_log") == 0)
            let answer = try await manager.post("/customers/exports", ["purpose": "周会"])
            #expect(answer.status == 200)
            let sheet = try `A workbook`.sheet(of: answer.bytes)
            #expect(sheet.contains("用途：周会，号码已遮盖，共 1 位") && sheet.contains("张小三"))
            #expect(sheet.contains("139****5678") && !sheet.contains(Self.phone))
            let masked: SQL = Self.log + " AND is_plain = 0"
            #expect(try await morning.site.count("export_log", where: masked) == 1)
            #expect(try await morning.site.count("reveal_log") == 0, "numbers are masked")
        }
    }

    @Test func `with whole numbers leave a line for every customer`() async throws {
        try await received { morning in
            let manager = try await morning.site.visitor(.manager)
            let answer = try await manager.post(
                "/customers/exports", ["purpose": "周会", "plain": "1"])
            #expect(try `A workbook`.sheet(of: answer.bytes).contains(Self.phone))
            let plain: SQL = Self.log + " AND is_plain = 1"
            #expect(try await morning.site.count("export_log", where: plain) == 1)
            let trace: SQL = "person = 'p-v1' AND purpose = '导出客户名单：周会'"
            #expect(try await morning.site.count("reveal_log", where: trace) == 1)
        }
    }

    @Test func `are not for consultants, and clerks get no whole numbers`() async throws {
        try await received { morning in
            let own = try await morning.site.visitor(.anran)
            #expect(!(try await own.page("/customers")).contains("/customers/exports"))
            #expect(
                try await own.post("/customers/exports", ["purpose": "周会"]).status == 403)
            let clerk = try await morning.site.visitor(.clerk)
            let refused = try await clerk.post(
                "/customers/exports", ["purpose": "周会", "plain": "1"])
            #expect(refused.status == 403 && refused.text.contains("不能带完整号码"))
            let masked = try await clerk.post("/customers/exports", ["purpose": "周会"])
            #expect(masked.status == 200)
            let manager = try await morning.site.visitor(.manager)
            #expect(try await manager.page("/customers").contains("/customers/exports"))
        }
    }

    @Test func `hold the cells of the list, masked or whole`() async throws {
        try await received { morning in
            let state = try await morning.site.book.state
            let day = ServedSite.day
            let record = try #require(state.ownership.ruling(of: "p-v1", on: day))
            let names = StaffDirectory([
                .init(staff: record.staff, name: "安然", role: .consultant, isActive: true)
            ])
            let line = CustomerExport.Line("p-v1", record, names)
            for (isPlain, shown) in [(false, "139****5678"), (true, Self.phone)] {
                let export = CustomerExport(
                    people: People(site: ServedSite.site, key: ServedSite.keys.person),
                    viewer: "yunqi-manager", purpose: "核对", isPlain: isPlain,
                    logID: "l-\(isPlain)", at: ServedSite.now)
                let rows = try await morning.site.server.database.write {
                    try export.write([line], in: $0)
                }
                #expect(
                    rows == [
                        [
                            .text("张小三"), .text(shown), .text("安然"), .text("来访登记"),
                            .text("2025-06-02"), .text("2025-06-12"), .text("2025-07-02"),
                            .number(0),
                        ]
                    ])
            }
        }
    }
}

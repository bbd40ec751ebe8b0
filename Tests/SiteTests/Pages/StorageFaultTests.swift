import Database
import Dispatch
import Foundation
import HTTPTypes
import HouseRules
import Synchronization
import Testing

@testable import Site

@Suite struct `Pages while the storage fails` {
    /// The lists, the journal and the memory tell the same, and the chain holds.
    private func expectWhole(_ site: ServedSite) async throws {
        let check = SiteCheck(
            database: site.server.database, keys: ServedSite.keys, policies: ServedSite.policies)
        for report in try await check.run(site: nil, noted: nil, replay: true) {
            #expect(report.holds, "\(report.text)")
        }
        #expect(try await site.book.seq == site.count("journal"))
        #expect(
            try await site.count("visit_row")
                == site.count("decision_row", where: "outcome = 'assigned'"))
    }

    @Test func `a locked database is told as busy, and the same form works later`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            let held = DispatchSemaphore(value: 0)
            let other = try SQLiteDatabase(path: site.file.path)
            let isLocked = Mutex(false)
            let lock = Task {
                try await other.write { transaction in
                    try transaction.execute("UPDATE site SET name = name")
                    isLocked.withLock { $0 = true }
                    held.wait()
                }
            }
            #expect(try await eventually { isLocked.withLock { $0 } })
            let answer = try await desk.post("/visits", ["id": "v1", "class": "new_first"])
            held.signal()
            _ = try await lock.value
            try await other.close()
            #expect(answer.status == 503)
            #expect(answer.headers[.retryAfter] == "2")
            #expect(answer.words.contains("这次没有保存"))
            #expect(try await site.count("visit_row") == 0)
            let again = try await desk.post("/visits", ["id": "v1", "class": "new_first"])
            #expect(again.location == "/reception?decision=v1")
            try await expectWhole(site)
        }
    }

    @Test func `a full disk is told, nothing is half-written, work goes on later`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            try await limitPages(1, of: site)
            var refused: Received?
            var count = 0
            while refused == nil, count < 300 {
                let answer = try await desk.post(
                    "/visits", ["id": "v\(count)", "class": "channel", "name": "客户\(count)"])
                if answer.status == 303 { count += 1 } else { refused = answer }
            }
            let answer = try #require(refused)
            #expect(answer.status == 503)
            #expect(answer.words.contains("磁盘满了"))
            #expect(try await site.count("person") == count)
            try await expectWhole(site)
            let reading = try await desk.get("/reception")
            #expect(reading.status == 200)
            try await limitPages(1_000_000, of: site)
            let again = try await desk.post("/visits", ["id": "v\(count)", "class": "channel"])
            #expect(again.status == 303)
            try await expectWhole(site)
        }
    }

    /// Lets the file have so many pages, or as many as it has when these are more.
    private func limitPages(_ count: Int, of site: ServedSite) async throws {
        let sql = SQL(literal: "PRAGMA max_page_count = \(count)")
        _ = try await site.server.database.write { try $0.rows(sql) }
    }

    @Test func `a read-only database still shows everything and takes nothing`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            _ = try await desk.post("/visits", ["id": "v1", "class": "new_first"])
            _ = try await site.server.database.write { try $0.rows("PRAGMA query_only = 1") }
            let answer = try await desk.post("/visits", ["id": "v2", "class": "new_first"])
            #expect(answer.status == 503)
            #expect(answer.words.contains("现在存不进去"))
            let api = try await desk.postJSON("/api/v1/visits", #"{"class":"new_first"}"#)
            #expect(api.status == 503)
            #expect(api.headers[.contentType] == "application/problem+json")
            #expect(try await desk.page("/reception?decision=v1").contains("安然"))
            try await expectWhole(site)
        }
    }

    @Test func `a database whose file is gone is told as unavailable`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            try FileManager.default.removeItem(at: site.file)
            let answer = try await desk.post("/visits", ["class": "new_first"])
            #expect(answer.status == 503)
            #expect(answer.words.contains("这次没有保存"))
        }
    }
}

import Database
import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `Looking a visitor up by the end of the number` {
    /// Three customers, two of whose numbers end alike.
    private func withCustomers(_ body: (ServedSite, Visitor) async throws -> Void) async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            for (visit, name, phone) in [
                ("v1", "周女士", "13812340001"), ("v2", "吴先生", "13912340001"),
                ("v3", "郑女士", "13712340002"),
            ] {
                _ = try await desk.post(
                    "/visits", ["id": visit, "class": "new_first", "name": name, "phone": phone])
            }
            try await body(site, desk)
        }
    }

    @Test func `shows surnames and masked numbers, and the log tells who looked`() async throws {
        try await withCustomers { site, desk in
            let answer = try await desk.post("/reception/lookup", ["tail": "0001"])
            #expect(answer.status == 200)
            #expect(answer.words.contains("周**") && answer.words.contains("138****0001"))
            #expect(answer.words.contains("吴**") && answer.words.contains("139****0001"))
            for secret in ["周女士", "13812340001", "郑", "137****0002"] {
                #expect(!answer.text.contains(secret), "\(secret)")
            }
            let trace = try await site.count(
                "reveal_log", where: "staff = 'yunqi-desk' AND purpose LIKE '%后四位%'")
            let all = try await site.count("reveal_log")
            #expect(all == 2 && trace == 2)
        }
    }

    @Test func `does not tell whose they are, and the one chosen is the visitor`() async throws {
        try await withCustomers { site, desk in
            _ = try await desk.post("/visits/v1/finish", ["id": "f1", "logged": "1"])
            let found = try await desk.post("/reception/lookup", ["tail": "0001"])
            let form = try #require(
                found.text.firstMatch(of: /<form id="arrival"[\s\S]*?<\/form>/)
            ).output
            #expect(form.contains("value=\"p-v1\"") && !form.contains("归安然"))
            _ = try await desk.post(
                "/visits", ["id": "v9", "class": "new_first", "customer": "p-v1"])
            #expect(try await site.book.state.customers.traces["v9"]?.person == "p-v1")
            #expect(try await site.count("person") == 3)
        }
    }

    @Test func `says so when there is nobody, and needs four digits`() async throws {
        try await withCustomers { site, desk in
            let nobody = try await desk.post("/reception/lookup", ["tail": "9999"])
            #expect(nobody.status == 200 && nobody.text.contains("没有尾号 9999 的客户"))
            for tail in ["", "123", "12345", "12a4", "１２３４"] {
                let refused = try await desk.post("/reception/lookup", ["tail": "\(tail)"])
                #expect(refused.status == 422 && refused.text.contains("请填手机的最后四位数字"), "\(tail)")
            }
            #expect(try await site.count("reveal_log") == 0)
            let unknown = try await desk.post(
                "/visits", ["id": "v9", "class": "new_first", "customer": "p-none"])
            #expect(unknown.status == 400)
            #expect(try await site.book.state.rotation.visits["v9"] == nil)
        }
    }

    @Test func `finds nobody who was erased, and not by another site's key`() async throws {
        try await withCustomers { site, desk in
            let people = People(site: ServedSite.site, key: ServedSite.keys.person)
            try await site.server.database.write {
                try people.erase("p-v1", at: ServedSite.now, in: $0)
            }
            let found = try await desk.post("/reception/lookup", ["tail": "0001"])
            #expect(!found.text.contains("p-v1") && found.text.contains("p-v2"))
            let key = ServedSite.keys.person
            #expect(key.tailHash("0001", site: "a") != key.tailHash("0001", site: "b"))
            #expect(key.tailHash("0001", site: "a") != key.phoneHash("0001", site: "a"))
        }
    }

    @Test(arguments: [ServedSite.Person.anran, .clerk, .auditor, .admin])
    func `is for those who receive visitors`(person: ServedSite.Person) async throws {
        try await withCustomers { site, _ in
            let answer = try await site.visitor(person).post("/reception/lookup", ["tail": "0001"])
            #expect(answer.status == 403)
            #expect(try await site.count("reveal_log") == 0)
        }
    }

    @Test(arguments: [("周", "周"), ("周女士", "周**"), ("", "没留称呼")])
    func `leaves the surname of a name`(name: String, shown: String) {
        #expect(PersonDetails(name: name).maskedName == shown)
    }

    @Test func `takes no tail from what is hardly a number`() {
        #expect(PersonDetails(name: "周", phone: "12345").phoneTail == nil)
        #expect(PersonDetails(name: "周", phone: "+86 138-1234-0001").phoneTail == "0001")
        #expect(PersonDetails(name: "周").phoneTail == nil)
    }
}

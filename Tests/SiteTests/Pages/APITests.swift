import Database
import Foundation
import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite struct `The JSON interface` {
    private struct Decision: Decodable {
        let id: String
        let seq: Int
        let outcome: String
        let person: String?
        let person_id: String?
        let effect_name: String?
        let hash: String
    }

    private struct ToldProblem: Decodable {
        struct Fault: Decodable, Equatable {
            let field: String
            let detail: String
        }
        let title: String
        let status: Int
        let detail: String
        let clauses: [String]?
        let errors: [Fault]?
    }

    @Test func `decides as the pages do, and the same id gets the same decision`() async throws {
        try await withServedSite { site in
            let program = try await site.program(.desk)
            let body = #"{"id":"p1","class":"new_first","name":"欧阳青禾","phone":"139 1234 5678"}"#
            let answer = try await program.postJSON("/api/v1/visits", body)
            #expect(answer.status == 200)
            let decision = try answer.json(Decision.self)
            #expect(decision.person == "安然")
            #expect(decision.person_id == "yunqi-anran")
            #expect(decision.effect_name == "counted")
            let again = try await program.postJSON("/api/v1/visits", body)
            #expect(again.text == answer.text)
            #expect(try await program.get("/api/v1/decisions/p1").text == answer.text)
            #expect(try await site.count("visit_row") == 1)
        }
    }

    @Test func `tells a refusal with its code, its sentence and its clauses`() async throws {
        try await withServedSite { site in
            let program = try await site.program(.desk)
            let answer = try await program.postJSON(
                "/api/v1/visits", #"{"id":"p1","class":"owner"}"#)
            #expect(answer.status == 409)
            #expect(answer.headers[.contentType] == "application/problem+json")
            let problem = try answer.json(ToldProblem.self)
            #expect(problem.title == "NAMED_CONSULTANT_MISSING")
            #expect(problem.detail.contains("要填客户找的是哪位顾问"))
            #expect(problem.clauses == ["REC-18"])
            let kept = try await program.get("/api/v1/decisions/p1").json(Decision.self)
            #expect(kept.outcome == "refused", "a refusal is a decision, too")
        }
    }

    @Test(arguments: [
        ("", "不是合法的 JSON"), ("{", "不是合法的 JSON"), ("[]", "类型不对"), ("null", ""),
        (#"{"answers":5}"#, "字段 answers 的类型不对"),
        (#"{"answers":{"first_time":true}}"#, "字段 answers.first_time 的内容不对"),
        (#"{"class":5}"#, "字段 class 的类型不对"),
        (#"{"class":"new_first","arrived_at":"noon"}"#, "字段 arrived_at 的类型不对"),
        (#"{"class":"new_first","arrived_at":1e300}"#, ""), ("\u{1}", ""),
        (#"{"class":"new_first","id":"a b"}"#, "表单编号 id"),
    ])
    func `tells what it cannot read`(body: String, words: String) async throws {
        try await withServedSite { site in
            let answer = try await site.program(.desk).postJSON("/api/v1/visits", body)
            #expect(answer.status == 400)
            #expect(try answer.json(ToldProblem.self).detail.contains(words) || words.isEmpty)
            #expect(try await site.count("visit_row") == 0)
        }
    }

    @Test func `finds the class from the answers of the first question`() async throws {
        try await withServedSite { site in
            let program = try await site.program(.desk)
            let answer = try await program.postJSON(
                "/api/v1/visits",
                #"{"id":"p1","answers":{"first_visit":true,"known":"nobody","party_size":2}}"#)
            #expect(answer.status == 200)
            #expect(try answer.json(Decision.self).person == "安然")
            #expect(try await site.count("visit_row", where: "class = 'new_first'") == 1)
            let neither = try await program.postJSON("/api/v1/visits", "{}")
            #expect(neither.status == 422)
            let odd = try await program.postJSON(
                "/api/v1/visits", #"{"answers":{"purpose":"shopping"}}"#)
            #expect(try odd.json(ToldProblem.self).errors?.map(\.field) == ["purpose"])
        }
    }

    @Test func `claims and reclassifies as the pages do`() async throws {
        try await withServedSite { site in
            let program = try await site.program(.desk)
            for id in ["p1", "p2"] {
                _ = try await program.postJSON(
                    "/api/v1/visits", #"{"id":"\#(id)","class":"new_first","phone":"13912345678"}"#)
                if id == "p1" {
                    _ = try await program.postJSON("/api/v1/visits/p1/finish", "{}")
                }
            }
            let claim = #"{"staff":"yunqi-anran","said_surname":true,"acknowledged":true}"#
            let claimed = try await program.postJSON("/api/v1/visits/p2/claim", claim)
            #expect(try claimed.json(Decision.self).person == "安然")
            let late = try await program.postJSON("/api/v1/visits/p2/claim", claim)
            #expect(late.status == 409)
            let peer = try await program.postJSON(
                "/api/v1/visits/p2/reclassify", #"{"class":"peer"}"#)
            #expect(peer.status == 200)
            let odd = try await program.postJSON(
                "/api/v1/visits/p2/reclassify", #"{"class":"stranger"}"#)
            #expect(odd.status == 422)
        }
    }

    @Test func `names each field that is wrong`() async throws {
        try await withServedSite { site in
            let program = try await site.program(.desk)
            let answer = try await program.postJSON(
                "/api/v1/visits", #"{"class":"nothing","phone":"x","arrived_at":1}"#)
            #expect(answer.status == 422)
            let fields = try answer.json(ToldProblem.self).errors?.map(\.field)
            #expect(Set(fields ?? []) == ["class", "phone", "arrived_at"])
            let unknown = try await program.postJSON(
                "/api/v1/visits", #"{"class":"new_first","phnoe":"13912345678"}"#)
            #expect(unknown.status == 422)
            #expect(try unknown.json(ToldProblem.self).errors?.map(\.field) == ["phnoe"])
            #expect(try await site.count("visit_row") == 0)
        }
    }

    @Test(arguments: [Int64.min, -1, 0, 253_402_300_800_000, .max])
    func `survives moments beyond all calendars`(moment: Int64) async throws {
        try await withServedSite { site in
            let visit = try await site.program(.desk).postJSON(
                "/api/v1/visits", #"{"class":"new_first","arrived_at":\#(moment)}"#)
            #expect(visit.status == 422)
            let move = try await site.program(.manager).postJSON(
                "/api/v1/staff/yunqi-anran/moves", #"{"move":"official","until":\#(moment)}"#)
            #expect(move.status == 400)
        }
    }

    @Test func `asks a browser's session for its token, and a key for none`() async throws {
        try await withServedSite { site in
            var desk = try await site.visitor(.desk)
            let body = #"{"class":"new_first"}"#
            #expect(try await desk.postJSON("/api/v1/visits", body).status == 200)
            desk.token = nil
            #expect(try await desk.postJSON("/api/v1/visits", body).status == 403)
            #expect(try await site.program(.desk).postJSON("/api/v1/visits", body).status == 200)
            let stranger = Visitor(
                door: site.server.site.door, bearer: "made-up-key-of-some-length-0123456789")
            #expect(try await stranger.postJSON("/api/v1/visits", body).status == 401)
        }
    }

    @Test func `a key ends when its time is over`() async throws {
        try await withServedSite { site in
            let program = try await site.program(.desk)
            #expect(try await program.get("/api/v1/board").status == 200)
            site.clock.advance(by: .seconds(86_400))
            #expect(try await program.get("/api/v1/board").status == 401)
        }
    }

    @Test func `every answer of a day's work fits its description`() async throws {
        let description = try APIDescription.shipped()
        try await withServedSite { site in
            let desk = try await site.program(.desk)
            let manager = try await site.program(.manager)
            var faults: [String] = []
            func get(_ path: String, _ operation: String) async throws {
                faults += try description.faults(
                    of: try await desk.get(path), to: "GET \(operation)")
            }
            func post(
                _ path: String, _ body: String, _ operation: String? = nil,
                by program: Visitor? = nil, gives status: Int = 200
            ) async throws {
                let answer = try await (program ?? desk).postJSON("/api/v1" + path, body)
                #expect(answer.status == status, "\(path): \(answer.text)")
                faults += try description.faults(
                    of: answer, to: "POST /api/v1\(operation ?? path)")
            }
            try await post("/visits", #"{"id":"v1","class":"new_first"}"#)
            try await post("/visits", #"{"id":"v2","class":"channel"}"#)
            try await post("/visits", #"{"id":"v3","class":"owner"}"#, gives: 409)
            try await post("/visits", #"{"class":"none"}"#, gives: 422)
            try await post("/visits", "x", gives: 400)
            try await post("/visits/v1/finish", "{}", "/visits/{id}/finish")
            try await post("/visits/v9/finish", "{}", "/visits/{id}/finish", gives: 409)
            let moves = "/staff/{id}/moves"
            try await post(
                "/staff/yunqi-dingyi/moves", #"{"move":"personal"}"#, moves, by: manager)
            try await post(
                "/staff/yunqi-dingyi/moves", #"{"move":"come_back"}"#, moves, by: manager)
            try await post("/staff/yunqi-dingyi/moves", #"{"move":"rest"}"#, moves, gives: 403)
            try await post(
                "/staff/yunqi-dingyi/moves", #"{"move":"fly"}"#, moves, by: manager, gives: 400)
            try await post("/calls", #"{"id":"c1"}"#)
            try await post(
                "/calls/c1/answer", #"{"staff":"yunqi-anran"}"#, "/calls/{id}/answer")
            try await post("/calls/c1/end", "{}", "/calls/{id}/end")
            try await get("/api/v1/board", "/api/v1/board")
            try await get("/api/v1/visits?day=2025-06-02", "/api/v1/visits")
            try await get("/api/v1/visits?day=tomorrow", "/api/v1/visits")
            try await get("/api/v1/decisions/v1", "/api/v1/decisions/{id}")
            try await get("/api/v1/decisions/none", "/api/v1/decisions/{id}")
            try await get("/api/v1/openapi.json", "/api/v1/openapi.json")
            try await post("/sheet", "{}", by: manager, gives: 409)
            try await post("/sheet/confirmation", "{}", by: manager)
            try await post("/sheet/closure", "{}", by: manager)
            try await post("/sheet/closure", "{}", gives: 403)
            #expect(faults == [])
        }
    }
}

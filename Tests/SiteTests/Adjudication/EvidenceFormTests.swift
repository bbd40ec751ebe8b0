import Database
import Foundation
import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite struct `Evidence on the file of a deal` {
    private static let path = "/adjudications/D-1"

    @Test(arguments: ["claim", "verify", "object", "contest"])
    func `names somebody and says why, in every form`(action: String) async throws {
        try await withCase { world, _ in
            let entries = try await world.site.count("journal")
            let path = "\(Self.path)/\(action)"
            let long = String(repeating: "字", count: 501)
            for (fields, sentence) in [
                (["note": "有登记"], "请选是谁"), (["staff": "yunqi-censhan"], "请写清楚经过和依据"),
                (["staff": "yunqi-censhan", "note": "  "], "请写清楚经过和依据"),
                (["staff": "yunqi-censhan", "note": long], "最多 500 个字"),
                (["staff": "yunqi-censhan", "note": "有登记", "id": "表单"], "表单编号"),
            ] as [(KeyValuePairs<String, String>, String)] {
                let answer = try await world.post(path, fields, by: .manager)
                // The number of the form is no field that anybody filled.
                #expect(answer.status == (sentence == "表单编号" ? 400 : 422))
                #expect(answer.words.contains(sentence), "\(answer.words)")
            }
            #expect(try await world.site.count("journal") == entries)
        }
    }

    @Test(arguments: ["claim", "verify", "object", "contest"])
    func `comes from consultants, clerks and management, with their own token`(
        action: String
    ) async throws {
        try await withCase { world, _ in
            let path = "\(Self.path)/\(action)"
            let fields: KeyValuePairs = ["staff": "yunqi-baiyu", "note": "有登记"]
            let entries = try await world.site.count("journal")
            for person in [ServedSite.Person.desk, .duty, .auditor, .admin] {
                #expect(try await world.post(path, fields, by: person).status == 403)
            }
            var forger = try await world.site.visitor(.baiyu)
            forger.token = "guessed"
            #expect(try await forger.post(path, fields).status == 403)
            forger.token = nil
            #expect(try await forger.post(path, fields).status == 403)
            #expect(try await world.site.count("journal") == entries)
        }
    }

    @Test func `is not taken for a deal nobody entered`() async throws {
        try await withServedSite { site in
            let world = CaseWorld(site: site)
            let fields: KeyValuePairs = ["staff": "yunqi-baiyu", "note": "有登记"]
            let claim = try await world.post("/adjudications/no/claim", fields, by: .baiyu)
            #expect(claim.status == 404)
            let sent = try await world.post("/adjudications/no/verify", fields, by: .baiyu)
            let decision = try #require(sent.decision)
            let told = try await site.visitor(.baiyu).page("/decisions/\(decision)")
            #expect(told.contains("UNKNOWN_DEAL"))
        }
    }

    @Test(arguments: [(136_799, true), (136_800, false)])
    func `is shown until the second day is over and no second longer`(
        seconds: Int, stands: Bool
    ) async throws {
        try await withCase { world, person in
            try await world.received(person, .censhan, days: 3)
            world.wait(seconds)
            let fields: KeyValuePairs = ["staff": "yunqi-censhan", "note": "三天前接过"]
            if stands {
                let page = try await world.done("\(Self.path)/verify", fields, by: .censhan)
                #expect(page.contains("岑山 100%"))
                #expect(page.contains("没有分到的，为什么") && page.contains("安然没有分到"))
            } else {
                try await world.refused(
                    "VERIFY_PERIOD_CLOSED", "OWN-25", "\(Self.path)/verify", fields, by: .censhan)
                #expect(try await world.file()?.proofs.isEmpty == true)
            }
        }
    }

    @Test func `is refused to whoever has no record, and to whoever has a later one`()
        async throws
    {
        try await withCase { world, person in
            try await world.refused(
                "NO_EARLIER_RECORD", "OWN-24", "\(Self.path)/verify",
                ["staff": "yunqi-dingyi", "note": "见过"], by: .dingyi)
            try await world.received(person, .censhan, days: 3)
            try await world.refused(
                "LATER_RECORD", "OWN-24", "\(Self.path)/verify",
                ["staff": "yunqi-anran", "note": "我签的"], by: .anran)
            #expect(try await world.file()?.current?.shares == Shares(all: "yunqi-anran"))
        }
    }

    @Test func `is shown by oneself, the clerk or management, not for a colleague`() async throws {
        try await withCase { world, person in
            try await world.received(person, .censhan, days: 3)
            let fields: KeyValuePairs = ["staff": "yunqi-censhan", "note": "台账第三页"]
            let sent = try await world.post("\(Self.path)/verify", fields, by: .dingyi)
            let told = try await world.site.visitor(.dingyi)
                .page("/decisions/\(try #require(sent.decision))")
            #expect(told.contains("NOT_PERMITTED"))
            let page = try await world.done("\(Self.path)/verify", fields, by: .clerk)
            #expect(page.contains("岑山 100%") && page.contains("台账第三页"))
        }
    }

    @Test func `sent twice counts once`() async throws {
        try await withCase { world, person in
            try await world.received(person, .censhan, days: 3)
            let fields: KeyValuePairs = [
                "id": "e1", "staff": "yunqi-censhan", "note": "三天前接过",
            ]
            for _ in 1...2 {
                let sent = try await world.post("\(Self.path)/verify", fields, by: .censhan)
                #expect(sent.location == "\(Self.path)?decision=e1")
            }
            #expect(try await world.file()?.proofs.count == 1)
            let other = try await world.post(
                "\(Self.path)/verify",
                ["id": "e1", "staff": "yunqi-censhan", "note": "换个说法"], by: .censhan)
            #expect(other.status == 409)
        }
    }

    @Test func `of a forgotten name counts on the day, for half`() async throws {
        try await withCase { world, person in
            try await world.received(person, .censhan, days: 3)
            let fields: KeyValuePairs = ["staff": "yunqi-censhan", "note": "是我的老客户"]
            try await world.refused(
                "SAME_DAY_CLAIM_CLOSED", "OWN-23", "\(Self.path)/claim", fields, by: .censhan)
            try await world.site.ask(
                .visits(.register(Arrival("v1", .forgotConsultant, person: person))), by: .desk)
            try await world.refused(
                "NO_PRIOR_RECORD", "OWN-23", "\(Self.path)/claim",
                ["staff": "yunqi-dingyi", "note": "好像见过"], by: .dingyi)
            let page = try await world.done("\(Self.path)/claim", fields, by: .censhan)
            #expect(page.contains("岑山 50%、安然 50%"), "\(page)")
            #expect(page.contains("客户到访，首问答“忘名”") && page.contains("说明：是我的老客户。"))
        }
    }

    @Test func `against a changed consultant needs a change, and a site that shares`()
        async throws
    {
        for pack in ["P001", "P002A"] {
            try await withCase(pack: pack) { world, _ in
                try await world.refused(
                    "NO_CHANGE", "OWN-29", "\(Self.path)/object",
                    ["staff": "yunqi-baiyu", "note": "客户是我的"], by: .baiyu)
                #expect(try await world.file()?.objections.isEmpty == true)
            }
        }
    }

    @Test func `shows what was written as plain words`() async throws {
        try await withCase { world, person in
            try await world.received(person, .censhan, days: 3)
            _ = try await world.post(
                "\(Self.path)/verify",
                ["staff": "yunqi-censhan", "note": "<script>alert(1)</script>"], by: .censhan)
            let manager = try await world.site.visitor(.manager)
            for path in [Self.path, Self.path + "/print"] {
                let page = try await manager.page(path)
                #expect(!page.contains("<script>alert"), "\(path)")
                #expect(page.contains("&lt;script&gt;alert(1)"), "\(path)")
            }
        }
    }
}

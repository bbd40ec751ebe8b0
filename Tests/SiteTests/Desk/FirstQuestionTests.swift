import Database
import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite struct `The first question at the desk` {
    @Test func `a walk-in is answered in three taps, with the clause`() async throws {
        try await withServedSite { site in
            let page = try await site.visitor(.desk).follow(
                "/visits", ["id": "v1", "first_visit": "yes", "known": "nobody"])
            #expect(page.contains("<span class=\"decision-person\">安然</span>"))
            #expect(page.contains("/clauses/REC-28"))
            #expect(try await site.count("visit_row", where: "class = 'new_first'") == 1)
        }
    }

    @Test func `a name is enough of an answer to whom they know`() async throws {
        try await withServedSite { site in
            let page = try await site.visitor(.desk).follow(
                "/visits", ["id": "v1", "first_visit": "yes", "named": "yunqi-censhan"])
            #expect(page.contains("<span class=\"decision-person\">岑山</span>"))
            #expect(try await site.count("visit_row", where: "class = 'referral'") == 1)
        }
    }

    @Test func `a question left out is refused with its code`() async throws {
        try await withServedSite { site in
            let page = try await site.visitor(.desk).follow(
                "/visits", ["id": "v1", "first_visit": "yes"])
            #expect(page.contains("FIRST_QUESTION_MISSING"))
            #expect(plainWords(page).contains("有没有认识或约好的顾问"))
            #expect(try await site.count("visit_row") == 0)
        }
    }

    @Test func `nothing answered and nothing chosen comes back as it was typed`() async throws {
        try await withServedSite { site in
            let answer = try await site.visitor(.desk).post(
                "/visits", ["id": "v1", "name": "欧阳青禾"])
            #expect(answer.status == 422)
            #expect(answer.words.contains("请先问完首问，或直接选这组客户是哪一类。"))
            #expect(answer.text.contains("value=\"欧阳青禾\""))
        }
    }

    @Test func `who says a name must say which`() async throws {
        try await withServedSite { site in
            let answer = try await site.visitor(.desk).post(
                "/visits", ["id": "v1", "first_visit": "no", "known": "named"])
            #expect(answer.status == 422)
            #expect(answer.words.contains("客户说得出名字的，请选是哪位顾问。"))
            #expect(answer.text.contains("name=\"first_visit\" value=\"no\" checked"))
        }
    }

    @Test func `an old customer who came along is found by number`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            _ = try await desk.post(
                "/visits", ["id": "v1", "class": "new_first", "phone": "13912345678"])
            _ = try await desk.post("/visits/v1/finish", ["id": "f1", "logged": "1"])
            let page = try await desk.follow(
                "/visits",
                [
                    "id": "v2", "first_visit": "yes", "known": "nobody",
                    "introducer_phone": "139-1234-5678",
                ])
            #expect(page.contains("<span class=\"decision-person\">安然</span>"))
            #expect(try await site.count("visit_row", where: "class = 'referral'") == 1)
            let unknown = try await desk.post(
                "/visits",
                [
                    "id": "v3", "first_visit": "yes", "known": "nobody",
                    "introducer_phone": "13000000000",
                ])
            #expect(unknown.status == 422 && unknown.words.contains("没有找到介绍人"))
        }
    }

    @Test(arguments: [
        ("known", "perhaps"), ("first_visit", "maybe"), ("referrer", "aunt"),
        ("purpose", "shopping"), ("party_size", "0"), ("party_size", "1000"),
        ("verified", "smile"),
    ])
    func `a word that no choice has is a fault of its field`(
        field: String, word: String
    ) throws {
        let problem = try #require(throws: Problem.self) {
            try AnswerFields(FormFields(urlencoded: "\(field)=\(word)".utf8))
        }
        #expect(problem.fields.map(\.name) == [field] && problem.status == .unprocessableContent)
    }

    @Test func `everything that can be answered reaches the rules`() throws {
        let sent = """
            first_visit=no&known=forgotten&phoned_before=yes&sms_received=no&text_from=A\
            &referrer=channel&purpose=viewing&recognised_by=B&verified=phone&verified=contract_no\
            &party_size=3
            """
        let fields = try AnswerFields(FormFields(urlencoded: sent.utf8))
        let question = fields.question(named: nil)
        var expected = FirstQuestion()
        expected.firstVisit = false
        expected.known = .forgotten
        expected.phonedBefore = true
        expected.smsReceived = false
        expected.textFrom = "A"
        expected.referrer = .channel
        expected.purpose = .viewing
        expected.recognisedBy = "B"
        expected.verified = [.phone, .contract]
        expected.partySize = 3
        #expect(question == expected && !fields.isEmpty(named: nil))
        #expect(try AnswerFields(FormFields(urlencoded: "".utf8)).isEmpty(named: nil))
    }

    @Test func `what the house asks stands in front, the rest behind the fold`() throws {
        let parts = FirstQuestionParts(
            consultants: [], required: [.purpose, .firstVisit], typed: FormFields()
        ) { _ in nil }
        let first = parts.first.string
        #expect(first.contains("name=\"first_visit\"") && first.contains("name=\"purpose\""))
        #expect(!first.contains("name=\"known\"") && !first.contains("name=\"referrer\""))
        let further = parts.further.string
        #expect(further.contains("name=\"known\"") && further.contains("name=\"party_size\""))
        #expect(!further.contains("name=\"purpose\""))
    }
}

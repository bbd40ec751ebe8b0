import Foundation
import HTTPTypes
import HouseRules
import Testing

@testable import Site

/// The description that ships.
struct APIDescription {
    let document: JSONValue
    let check: SchemaCheck

    static func shipped() throws -> APIDescription {
        let url = AssetShelf.resources.appending(path: "Resources/openapi.json")
        let document = try JSONDecoder().decode(JSONValue.self, from: Data(contentsOf: url))
        return APIDescription(document: document, check: SchemaCheck(document: document))
    }

    /// Every operation: `GET /api/v1/board` and what is said of it.
    var operations: [String: JSONValue] {
        var found: [String: JSONValue] = [:]
        for (path, methods) in document["paths"]?.fields ?? [:] {
            for (method, operation) in methods.fields {
                found["\(method.uppercased()) \(path)"] = operation
            }
        }
        return found
    }

    /// What does not fit about an answer: its status, its type or its body.
    func faults(of answer: Received, to operation: String) throws -> [String] {
        let described = operations[operation]?["responses"]?["\(answer.status)"]
        guard let described else { return ["\(operation): \(answer.status) is not described"] }
        let content = check.resolved(described)["content"]?.fields ?? [:]
        let type = answer.headers[.contentType] ?? "none"
        guard let schema = content[type]?["schema"] else { return ["\(operation): type \(type)"] }
        let body = try JSONDecoder().decode(JSONValue.self, from: Data(answer.text.utf8))
        return check.faults(of: body, against: schema, at: operation)
    }
}

@Suite struct `The description of the JSON interface` {
    @Test func `names every address of the interface, as the routes do`() async throws {
        let operations = try APIDescription.shipped().operations
        try await withServedSite(.before) { site in
            let routes = site.server.site.table.routes.filter { $0.kind == .api }
            #expect(Set(routes.map { "\($0.method) \($0.path)" }) == Set(operations.keys))
            for route in routes {
                let operation = operations["\(route.method) \(route.path)"]
                #expect(operation?["summary"]?.string == route.summary, "\(route.path)")
                let permission: String? =
                    if case .permission(let needed) = route.access { needed.rawValue } else { nil }
                #expect(operation?["x-permission"]?.string == permission, "\(route.path)")
                let isOpen = operation?["security"]?.items.isEmpty
                #expect(isOpen == (route.access == .anyone), "\(route.path)")
                let needsBody = operation?["requestBody"] != nil
                #expect(needsBody == (route.method == .post), "\(route.path)")
            }
        }
    }

    @Test func `is OpenAPI 3.1 whose references lead somewhere, each name used once`() throws {
        let description = try APIDescription.shipped()
        #expect(description.document["openapi"]?.string == "3.1.0")
        func references(_ value: JSONValue) -> [JSONValue] {
            if value["$ref"] != nil { return [value] }
            return (value.items + Array(value.fields.values)).flatMap(references)
        }
        let all = references(description.document)
        #expect(all.count > 100)
        for reference in all {
            #expect(description.check.resolved(reference) != .null, "\(reference)")
        }
        let used = Set(all.compactMap { $0["$ref"]?.string })
        for kind in ["schemas", "responses", "parameters"] {
            for name in description.document["components"]?[kind]?.fields.keys ?? [:].keys {
                #expect(used.contains("#/components/\(kind)/\(name)"), "\(name) is used nowhere")
            }
        }
        let ids = description.operations.values.compactMap { $0["operationId"]?.string }
        #expect(Set(ids).count == description.operations.count)
    }

    @Test func `declares each part of an address`() throws {
        let description = try APIDescription.shipped()
        for (name, operation) in description.operations {
            let parts = name.matches(of: /\{([a-z]+)\}/).map { String($0.output.1) }
            let declared = (operation["parameters"]?.items ?? []).map(description.check.resolved)
                .filter { $0["in"]?.string == "path" }.compactMap { $0["name"]?.string }
            #expect(parts == declared, "\(name)")
        }
    }

    @Test func `has examples that fit their schemas`() throws {
        let description = try APIDescription.shipped()
        var count = 0
        func walk(_ value: JSONValue) {
            if let schema = value["schema"], let example = value["example"] {
                count += 1
                #expect(description.check.faults(of: example, against: schema) == [])
            }
            for inner in value.items + Array(value.fields.values) { walk(inner) }
        }
        walk(description.document)
        #expect(count >= 20)
    }

    @Test func `knows every class, presence and effect of the house`() throws {
        let schemas = try #require(try APIDescription.shipped().document["components"]?["schemas"])
        func choices(_ schema: String, _ field: String) -> [String] {
            (schemas[schema]?["properties"]?[field]?["enum"]?.items ?? []).compactMap(\.string)
        }
        #expect(choices("Visit", "class") == VisitClass.allCases.map(\.rawValue))
        #expect(choices("Reclassification", "class") == VisitClass.allCases.map(\.rawValue))
        #expect(choices("Answers", "referrer") == Referrer.allCases.map(\.rawValue))
        #expect(choices("Answers", "purpose") == VisitPurpose.allCases.map(\.rawValue))
        #expect(choices("VisitLine", "class") == VisitClass.allCases.map(\.rawValue))
        #expect(choices("BoardLine", "presence") == Presence.allCases.map(\.rawValue))
        #expect(choices("Decision", "effect_name") == TurnEffect.allCases.map(\.rawValue))
        let moves = Set(BoardMove.allCases.map(\.rawValue) + ["waive", "slot"])
        #expect(Set(choices("Move", "move")) == moves)
    }

    @Test func `describes the fields that bodies have`() throws {
        let schemas = try #require(try APIDescription.shipped().document["components"]?["schemas"])
        func expect<Body: APIInput>(_ body: Body.Type, _ name: String) {
            let described = Set(schemas[name]?["properties"]?.fields.keys ?? [:].keys)
            #expect(described == Set(Body.CodingKeys.allCases.map(\.stringValue)), "\(name)")
            #expect(schemas[name]?["additionalProperties"] == .bool(false), "\(name)")
        }
        expect(APIBody.Visit.self, "Visit")
        expect(APIBody.Answers.self, "Answers")
        expect(APIBody.Claim.self, "Claim")
        expect(APIBody.Reclassification.self, "Reclassification")
        expect(APIBody.Finish.self, "Finish")
        expect(APIBody.Move.self, "Move")
        expect(APIBody.Plain.self, "Plain")
        expect(APIBody.PhoneCall.self, "PhoneCall")
        expect(APIBody.CallAnswer.self, "CallAnswer")
        expect(APIBody.Pick.self, "Pick")
        expect(APIBody.Nothing.self, "Nothing")
        expect(APIBody.Withdrawal.self, "Withdrawal")
        expect(APIBody.PayDraft.self, "PayDraft")
    }

    @Test func `the check itself finds what does not fit`() throws {
        let check = try APIDescription.shipped().check
        func faults(_ text: String) throws -> Int {
            let value = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
            let schema = JSONValue.object(["$ref": .text("#/components/schemas/Visit")])
            return check.faults(of: value, against: schema).count
        }
        #expect(try faults(#"{"class":"new_first","id":"a-1"}"#) == 0)
        #expect(try faults(#"{"answers":{"first_visit":true,"known":"nobody"}}"#) == 0)
        #expect(try faults(#"{"answers":{"first_visit":"yes","known":"x"}}"#) == 2)
        #expect(try faults(#"{"class":"none"}"#) == 1)
        #expect(try faults(#"{"class":1}"#) == 1)
        #expect(try faults(#"{"class":"new_first","extra":1}"#) == 1)
        #expect(try faults(#"{"class":"new_first","id":"ä","arrived_at":1}"#) == 2)
    }
}

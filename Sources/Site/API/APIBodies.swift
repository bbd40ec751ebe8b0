import HTTPTypes
import HouseRules

/// A body of the JSON interface; fields that it does not know are told, never dropped.
protocol APIInput: Decodable {
    /// The names of its fields.
    associatedtype CodingKeys: CodingKey, CaseIterable
}

/// Bodies of the JSON interface. `id` names the decision: the same id again is answered with the
/// first decision.
enum APIBody {
    /// An arrival.
    struct Visit: APIInput {
        var id: String?
        /// The class; left out where the answers find it.
        var `class`: String?
        var named: String?
        /// Milliseconds since 1970-01-01 UTC; now when left out.
        var arrivedAt: Int64?
        var name: String?
        var phone: String?
        var answers: Answers?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case id, `class`, named, name, phone, answers
            case arrivedAt = "arrived_at"
        }
    }

    /// The end of a reception.
    struct Finish: APIInput {
        var id: String?
        /// Whether the visit is entered in the register; yes when left out.
        var logged: Bool?

        enum CodingKeys: CodingKey, CaseIterable { case id, logged }
    }

    /// A visit that was entered by mistake (REC-15).
    struct Voiding: APIInput {
        var id: String?
        /// Why, in words.
        var note: String

        enum CodingKeys: CodingKey, CaseIterable { case id, note }
    }

    /// A move of a consultant.
    struct Move: APIInput {
        var id: String?
        /// clock_in, official, meal, personal, come_back, waive, rest, leave or slot.
        var move: String
        /// The end of an official absence, milliseconds since 1970-01-01 UTC.
        var until: Int64?
        /// The station slot, from 1, for slot.
        var slot: Int?

        enum CodingKeys: CodingKey, CaseIterable { case id, move, until, slot }
    }

    /// Something with nothing but its id.
    struct Plain: APIInput {
        var id: String?

        enum CodingKeys: CodingKey, CaseIterable { case id }
    }

    /// A call.
    struct PhoneCall: APIInput {
        var id: String?
        var wanted: String?

        enum CodingKeys: CodingKey, CaseIterable { case id, wanted }
    }

    /// Who answers a call.
    struct CallAnswer: APIInput {
        var id: String?
        var staff: String

        enum CodingKeys: CodingKey, CaseIterable { case id, staff }
    }

    /// A visit of a list.
    struct VisitLine: Encodable, Sendable {
        let visit: String
        let number: Int
        let `class`: String
        let arrivedAt: Int64
        let receptionist: String?
        let onBehalfOf: String?
        let effect: String?
        let status: String
        let decision: String
    }

    /// A page of visits.
    struct VisitPage: Encodable, Sendable {
        let visits: [VisitLine]
        let page: Int
        let pages: Int
    }
}

extension Call {
    /// The JSON body; throws 400 for what cannot be read and 422 for fields that there are not.
    func input<Body: APIInput>(_ type: Body.Type) throws -> Body {
        let known = Set(Body.CodingKeys.allCases.map(\.stringValue))
        let unknown = try json(FieldNames.self).names.filter { !known.contains($0) }.sorted()
        guard unknown.isEmpty else {
            let names = known.sorted().joined(separator: "、")
            throw Problem(
                status: .unprocessableContent, title: "有几处要改", detail: "这里只认 \(names)。",
                fields: unknown.prefix(20).map {
                    .init(name: String($0.prefix(100)), sentence: "没有这个字段。")
                })
        }
        return try json(type)
    }
}

/// The names of an object's fields, whatever they hold.
struct FieldNames: Decodable {
    let names: [String]

    /// A name that may be anything.
    struct Name: CodingKey {
        let stringValue: String
        let intValue: Int? = nil
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        names = try decoder.container(keyedBy: Name.self).allKeys.map(\.stringValue)
    }
}

extension Moment {
    /// A moment that a program sent: within the years 2000 to 2099, so that no arithmetic of the
    /// rules can leave the range of numbers.
    init?(sent milliseconds: Int64) {
        guard (946_656_000_000..<4_102_416_000_000).contains(milliseconds) else { return nil }
        self.init(milliseconds: milliseconds)
    }
}

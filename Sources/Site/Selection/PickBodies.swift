import HTTPTypes
import HouseRules

extension APIBody {
    /// A pick of a buyer.
    struct Pick: APIInput {
        /// One for each intent: the same again counts once.
        var id: String
        /// The order code, as it ends the address of the buyer's page.
        var code: String
        var unit: String

        enum CodingKeys: CodingKey, CaseIterable { case id, code, unit }
    }

    /// The buyer has the unit.
    struct Picked: Encodable, Sendable {
        let unit: String
        let until: Int64?
        let sentence: String
        let now: Int64
    }

    /// Why the buyer does not have it, as problem details with what helps to go on.
    ///
    /// Thousands are told so at once, so it is written field by field.
    struct PickRefused: Sendable {
        let title: String
        let detail: String
        let clauses: [String]
        let nearest: [String]?
        let seconds: Int?
        let now: Int64

        var json: [UInt8] {
            let object = JSONObject()
            object.add("type", "about:blank")
            object.add("title", title)
            object.add("status", 409)
            object.add("detail", detail)
            object.add("clauses", clauses)
            if let nearest { object.add("nearest", nearest) }
            if let seconds { object.add("seconds", seconds) }
            object.add("now", now)
            return object.bytes
        }
    }

    /// Where a buyer stands.
    struct Standing: Encodable, Sendable {
        /// A unit of the buyer.
        struct Unit: Encodable, Sendable {
            let unit: String
            let status: String
            let payUntil: Int64?
        }

        let activity: String
        let title: String
        let kind: String
        let now: Int64
        let opensAt: Int64
        let isPaused: Bool
        let stage: String
        let number: Int?
        let ahead: Int?
        let desk: String?
        let clock: String?
        let until: Int64?
        let units: [Unit]
    }
}

extension PickDesk.Outcome {
    /// As JSON: 200 with the unit, or 409 with code, clause and what helps to go on.
    func answer(at now: Moment) throws -> Answer {
        guard let refusal else {
            let body = APIBody.Picked(
                unit: unit.rawValue, until: until?.milliseconds, sentence: sentence,
                now: now.milliseconds)
            return .bytes(try JournalEncoder.encode(body), type: "application/json")
        }
        var nearest: [String]?
        var seconds: Int?
        if case .selection(.unitTaken(_, _, let units)) = refusal {
            nearest = units.map(\.rawValue)
        }
        if case .selection(.notOpen(let left)) = refusal { seconds = left }
        let body = APIBody.PickRefused(
            title: refusal.code, detail: sentence, clauses: [refusal.clause.id], nearest: nearest,
            seconds: seconds, now: now.milliseconds)
        return .bytes(body.json, type: "application/problem+json", status: .conflict)
    }
}

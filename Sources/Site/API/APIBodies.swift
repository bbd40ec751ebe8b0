import HouseRules

extension Moment {
    /// A moment that a program sent: within the years 2000 to 2099, so that no arithmetic of the
    /// rules can leave the range of numbers.
    init?(sent milliseconds: Int64) {
        guard (946_656_000_000..<4_102_416_000_000).contains(milliseconds) else { return nil }
        self.init(milliseconds: milliseconds)
    }
}

/// Bodies of the JSON interface. `id` names the decision: the same id again is answered with the
/// first decision.
enum APIBody {
    /// An arrival.
    struct Visit: Codable, Sendable {
        var id: String?
        var `class`: String
        var named: String?
        /// Milliseconds since 1970-01-01 UTC; now when left out.
        var arrived_at: Int64?
        var name: String?
        var phone: String?
    }

    /// The end of a reception.
    struct Finish: Codable, Sendable {
        var id: String?
        /// Whether the visit is entered in the register; yes when left out.
        var logged: Bool?
    }

    /// A move of a consultant.
    struct Move: Codable, Sendable {
        var id: String?
        /// clock_in, official, meal, personal, come_back, waive, rest, leave or slot.
        var move: String
        /// The end of an official absence, milliseconds since 1970-01-01 UTC.
        var until: Int64?
        /// The station slot, from 1, for slot.
        var slot: Int?
    }

    /// Something with nothing but its id.
    struct Plain: Codable, Sendable {
        var id: String?
    }

    /// A call.
    struct PhoneCall: Codable, Sendable {
        var id: String?
        var wanted: String?
    }

    /// Who answers a call.
    struct CallAnswer: Codable, Sendable {
        var id: String?
        var staff: String
    }

    /// A visit of a list.
    struct VisitLine: Codable, Sendable {
        var visit: String
        var number: Int
        var `class`: String
        var arrived_at: Int64
        var receptionist: String?
        var on_behalf_of: String?
        var effect: String?
        var status: String
        var decision: String
    }

    /// A page of visits.
    struct VisitPage: Codable, Sendable {
        var visits: [VisitLine]
        var page: Int
        var pages: Int
    }
}

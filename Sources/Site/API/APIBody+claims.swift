extension APIBody {
    /// The answers of the first question (REC-28).
    struct Answers: APIInput {
        var firstVisit: Bool?
        /// nobody, forgotten or named; whom says `named` of the visit.
        var known: String?
        var phonedBefore: Bool?
        var smsReceived: Bool?
        var textFrom: String?
        var referrer: String?
        var purpose: String?
        var recognisedBy: String?
        var introducerPhone: String?
        var verified: [String]?
        var partySize: Int64?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case known, referrer, purpose, verified
            case firstVisit = "first_visit"
            case phonedBefore = "phoned_before"
            case smsReceived = "sms_received"
            case textFrom = "text_from"
            case recognisedBy = "recognised_by"
            case introducerPhone = "introducer_phone"
            case partySize = "party_size"
        }

        /// Reads the answers; a field that there is not is told by its path.
        init(from decoder: any Decoder) throws {
            let known = Set(CodingKeys.allCases.map(\.stringValue))
            for name in try FieldNames(from: decoder).names.sorted() where !known.contains(name) {
                let key = FieldNames.Name(stringValue: String(name.prefix(100)))
                throw DecodingError.dataCorrupted(
                    .init(codingPath: decoder.codingPath + [key], debugDescription: "unknown"))
            }
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            firstVisit = try fields.decodeIfPresent(Bool.self, forKey: .firstVisit)
            self.known = try fields.decodeIfPresent(String.self, forKey: .known)
            phonedBefore = try fields.decodeIfPresent(Bool.self, forKey: .phonedBefore)
            smsReceived = try fields.decodeIfPresent(Bool.self, forKey: .smsReceived)
            textFrom = try fields.decodeIfPresent(String.self, forKey: .textFrom)
            referrer = try fields.decodeIfPresent(String.self, forKey: .referrer)
            purpose = try fields.decodeIfPresent(String.self, forKey: .purpose)
            recognisedBy = try fields.decodeIfPresent(String.self, forKey: .recognisedBy)
            introducerPhone = try fields.decodeIfPresent(String.self, forKey: .introducerPhone)
            verified = try fields.decodeIfPresent([String].self, forKey: .verified)
            partySize = try fields.decodeIfPresent(Int64.self, forKey: .partySize)
        }
    }

    /// A claim of a customer (REC-31).
    struct Claim: APIInput {
        var id: String?
        var staff: String
        var saidSurname: Bool
        var acknowledged: Bool
        var wantsAnother: Bool?
        var confirmsOwnResource: Bool?
        var pointedAt: Bool?
        /// The customer's number, by which the register is asked.
        var phone: String?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case id, staff, acknowledged, phone
            case saidSurname = "said_surname"
            case wantsAnother = "wants_another"
            case confirmsOwnResource = "confirms_own_resource"
            case pointedAt = "pointed_at"
        }
    }

    /// What a visit turns out to be (REC-32).
    struct Reclassification: APIInput {
        var id: String?
        var `class`: String
        var named: String?

        enum CodingKeys: CodingKey, CaseIterable { case id, `class`, named }
    }
}

/// A column of the visit register (REC-48).
public enum VisitColumn: String, Codable, Sendable, CaseIterable {
    case visitTime = "visit_time"
    case name, phone, needs
    case sourceChannel = "source_channel"
    case grade, consultant, companions
}

/// A column of the call register (REC-59).
public enum CallColumn: String, Codable, Sendable, CaseIterable {
    case time, name, phone, needs
    case sourceChannel = "source_channel"
    case expectedVisit = "expected_visit"
    case grade, answerer, result
}

/// What an invitation on the telephone came to (REC-64).
public enum Invitation: String, Codable, Sendable, CaseIterable {
    /// 已约, with its time.
    case booked
    /// 待定.
    case pending
    /// 拒绝.
    case declined
}

/// What a text after a first call contains (REC-60).
public enum TextElement: String, Codable, Sendable, CaseIterable {
    case address, route, salutation
    case consultantName = "consultant_name"
    case consultantPhone = "consultant_phone"
    case thanks, invite
}

/// How far the text after a first call is (REC-60).
public enum TextStatus: String, Codable, Sendable, CaseIterable {
    /// Not sent and still in time.
    case pending
    /// Sent in time.
    case sent
    /// In time no more, or sent too late: `SMS_LATE`.
    case late
    /// The day is over and nothing was sent: `SMS_MISSING`.
    case missing
    /// 客户拒收.
    case declined
}

/// A step of a reception (REC-47).
public enum ReceptionStep: String, Codable, Sendable, CaseIterable {
    case greet, intro, seat, water, layouts
    case nameCard = "name_card"
    case sheets, register
    case seeOff = "see_off"
}

/// Something to have at hand before one stands first (REC-45).
public enum KitItem: String, Codable, Sendable, CaseIterable {
    case laserPointer = "laser_pointer"
    case floorplanSheets = "floorplan_sheets"
    case brochure, calculator
    case businessCards = "business_cards"
    case register, pen
}

/// A step of signing (REC-53).
public enum SigningStage: String, Codable, Sendable, CaseIterable {
    case signing, cashier, seal, filing

    /// The step after it; nil: all done.
    public var next: SigningStage? {
        let all = Self.allCases
        guard let index = all.firstIndex(of: self) else { return nil }
        return all.dropFirst(index + 1).first
    }
}

/// What keeps a tour of the building site from leaving (REC-51).
public enum TourLack: String, Codable, Sendable, CaseIterable {
    case approval, party, helmets
}

/// Who may answer the sales line (REC-56).
public enum PhoneAnswerers: String, Codable, Sendable, CaseIterable {
    /// 只有置业顾问.
    case consultantsOnly = "consultants_only"
    /// 站上的人都可以.
    case allStaff = "all_staff"
}

import HouseRules

enum CommissionEventShape: String, CaseIterable {
    case adopted, scorePublished, workedOut, approved, locked, corrected

    init(_ value: CommissionEvent) {
        switch value {
        case .adopted: self = .adopted
        case .scorePublished: self = .scorePublished
        case .workedOut: self = .workedOut
        case .approved: self = .approved
        case .locked: self = .locked
        case .corrected: self = .corrected
        }
    }
}

enum CommissionCommandShape: String, CaseIterable {
    case adopt, publishScore, workOut, approve, lock, correct

    init(_ value: CommissionCommand) {
        switch value {
        case .adopt: self = .adopt
        case .publishScore: self = .publishScore
        case .workOut: self = .workOut
        case .approve: self = .approve
        case .lock: self = .lock
        case .correct: self = .correct
        }
    }
}

enum CommissionReasonShape: String, CaseIterable {
    case adopted, scored, stated, carried, approved, locked, corrected

    init(_ value: CommissionReason) {
        switch value {
        case .adopted: self = .adopted
        case .scored: self = .scored
        case .stated: self = .stated
        case .carried: self = .carried
        case .approved: self = .approved
        case .locked: self = .locked
        case .corrected: self = .corrected
        }
    }
}

enum CommissionRefusalShape: String, CaseIterable {
    case schemeNotWhole, numberTaken, noScheme, scoreOutOfRange, scoreNotPublished, noRate,
        sharesMissing, monthLocked, notApproved, monthOpen, noteMissing

    init(_ value: CommissionRefusal) {
        switch value {
        case .schemeNotWhole: self = .schemeNotWhole
        case .numberTaken: self = .numberTaken
        case .noScheme: self = .noScheme
        case .scoreOutOfRange: self = .scoreOutOfRange
        case .scoreNotPublished: self = .scoreNotPublished
        case .noRate: self = .noRate
        case .sharesMissing: self = .sharesMissing
        case .monthLocked: self = .monthLocked
        case .notApproved: self = .notApproved
        case .monthOpen: self = .monthOpen
        case .noteMissing: self = .noteMissing
        }
    }
}

import HouseRules

enum ChannelEventShape: String, CaseIterable {
    case reported, blocked, lifted, contacted, seenAtGate, mentioned, judged, reviewed, confirmed,
        audited, auditClosed, poached, dealJudged, surveyDrawn, surveyed, recommended,
        evidenceNoted

    init(_ value: ChannelEvent) {
        switch value {
        case .reported: self = .reported
        case .blocked: self = .blocked
        case .lifted: self = .lifted
        case .contacted: self = .contacted
        case .seenAtGate: self = .seenAtGate
        case .mentioned: self = .mentioned
        case .judged: self = .judged
        case .reviewed: self = .reviewed
        case .confirmed: self = .confirmed
        case .audited: self = .audited
        case .auditClosed: self = .auditClosed
        case .poached: self = .poached
        case .dealJudged: self = .dealJudged
        case .surveyDrawn: self = .surveyDrawn
        case .surveyed: self = .surveyed
        case .recommended: self = .recommended
        case .evidenceNoted: self = .evidenceNoted
        }
    }
}

enum ChannelCommandShape: String, CaseIterable {
    case report, block, lift, contact, passGate, mention, judge, review, meet, confirm,
        closeAudit, provePoaching, checkDeal, answerSurvey, recommend, noteContact

    init(_ value: ChannelCommand) {
        switch value {
        case .report: self = .report
        case .block: self = .block
        case .lift: self = .lift
        case .contact: self = .contact
        case .passGate: self = .passGate
        case .mention: self = .mention
        case .judge: self = .judge
        case .review: self = .review
        case .meet: self = .meet
        case .confirm: self = .confirm
        case .closeAudit: self = .closeAudit
        case .provePoaching: self = .provePoaching
        case .checkDeal: self = .checkDeal
        case .answerSurvey: self = .answerSurvey
        case .recommend: self = .recommend
        case .noteContact: self = .noteContact
        }
    }
}

enum ChannelReasonShape: String, CaseIterable {
    case reported, arrived, weighed, intercepted, mismatched, outranked, mentioned, notMentioned,
        noReport, heldBefore, brought, natural, reviewed, commission, blocked, lifted, poached,
        contacted, spaceHome, spaceHomeLacks, confirmed, audited, cleared, dumped, surveyDrawn,
        surveyed, recommendation, evidence, evidenceMissing, recommendedOwns, gateNoted

    init(_ value: ChannelReason) {
        switch value {
        case .reported: self = .reported
        case .arrived: self = .arrived
        case .weighed: self = .weighed
        case .intercepted: self = .intercepted
        case .mismatched: self = .mismatched
        case .outranked: self = .outranked
        case .mentioned: self = .mentioned
        case .notMentioned: self = .notMentioned
        case .noReport: self = .noReport
        case .heldBefore: self = .heldBefore
        case .brought: self = .brought
        case .natural: self = .natural
        case .reviewed: self = .reviewed
        case .commission: self = .commission
        case .blocked: self = .blocked
        case .lifted: self = .lifted
        case .poached: self = .poached
        case .contacted: self = .contacted
        case .spaceHome: self = .spaceHome
        case .spaceHomeLacks: self = .spaceHomeLacks
        case .confirmed: self = .confirmed
        case .audited: self = .audited
        case .cleared: self = .cleared
        case .dumped: self = .dumped
        case .surveyDrawn: self = .surveyDrawn
        case .surveyed: self = .surveyed
        case .recommendation: self = .recommendation
        case .evidence: self = .evidence
        case .evidenceMissing: self = .evidenceMissing
        case .recommendedOwns: self = .recommendedOwns
        case .gateNoted: self = .gateNoted
        }
    }
}

enum ChannelRefusalShape: String, CaseIterable {
    case slipExists, noSuchReport, numberMasked, noSuchVisit, notJudged, mentionTooLate, banned,
        notBlocked, noAudit, noSuchDeal, noSurvey, wrongMarks, noSuchReferral

    init(_ value: ChannelRefusal) {
        switch value {
        case .slipExists: self = .slipExists
        case .noSuchReport: self = .noSuchReport
        case .numberMasked: self = .numberMasked
        case .noSuchVisit: self = .noSuchVisit
        case .notJudged: self = .notJudged
        case .mentionTooLate: self = .mentionTooLate
        case .banned: self = .banned
        case .notBlocked: self = .notBlocked
        case .noAudit: self = .noAudit
        case .noSuchDeal: self = .noSuchDeal
        case .noSurvey: self = .noSurvey
        case .wrongMarks: self = .wrongMarks
        case .noSuchReferral: self = .noSuchReferral
        }
    }
}

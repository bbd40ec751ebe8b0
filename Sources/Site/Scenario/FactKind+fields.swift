extension FactKind {
    /// The fields it takes besides `at`, `by` and `expect`.
    public var fields: [String] {
        switch self {
        case .arrival: ["class", "named", "arrived", "customer"] + Self.answerFields
        case .finish: ["logged"]
        case .voidVisit: ["note"]
        case .take, .callAnswer, .answer: ["person"]
        case .leave: ["reason", "until", "told"]
        case .offDuty: ["kind"]
        case .stand: ["slot"]
        case .adjust: ["effect", "note"]
        case .call: ["wanted"]
        case .callRing, .secondLine, .handLine, .meetingOver, .confirmCalls, .visitEntry, .steps,
            .tableReset, .kit, .siteTour, .tourBack, .leaderVisit, .stage, .callEntry, .text,
            .textReview, .collect, .message, .messageDone, .promise, .promiseChange,
            .promiseAnswer, .inspect, .recheck:
            registerFields
        case .handFront: ["to"]
        case .refuse: ["person", "note"]
        case .leaveReception: ["reason"]
        case .restDays: ["days"]
        case .suspend: ["misconduct", "incident", "note"]
        case .errand: ["until", "note"]
        case .dispute: ["person", "visit", "note"]
        case .ruleDispute: ["ruling", "note"]
        case .tourOrder: ["assigner", "group", "size"]
        case .register, .linkCall, .identify, .claim, .name, .introduce, .reclassify, .prove,
            .merge, .split, .change, .askChange, .ruleChange, .appointment, .noteHandover,
            .readHandover, .joinGroup, .restDayMeeting, .offsite, .priceTalk, .staffReferral,
            .handOver:
            claimFields
        case .relate, .touch, .pause, .lack, .changeRequest, .signChange, .tampered, .reserve,
            .handOut, .takeBack, .introduction, .notice, .cancelDeal, .reassign, .leaveList,
            .assist, .depart, .relativeClaim, .renew, .signRenewal, .samePerson, .twoPersons,
            .peek, .caseShare:
            ownershipFields
        case .deal, .dealClaim, .verify, .cross, .poach, .approach, .object, .sickLeave, .payOut,
            .quarrel, .contest, .negotiate, .agree, .escalate, .award, .appeal:
            adjudicationFields
        case .report, .blockChannel, .liftChannel, .spaceHomeContact, .gate, .mention,
            .channelMatch, .channelReview, .spaceHome, .visitConfirmation, .closeAudit, .poached,
            .channelDeal, .survey, .recommend, .referralContact:
            channelFields
        case .activity, .roster, .lockRoster, .amendRoster, .commitSeed, .draw, .prepareActivity,
            .approveActivity, .callGroup, .checkIn, .seat, .pick, .signPick, .payPick, .giveBack,
            .markUnit, .objection, .resolveObjection, .pauseActivity, .resumeActivity, .askUnit,
            .tellUnit, .closeActivity:
            selectionFields
        case .commissionScheme, .publishScore, .commissionMonth, .approveMonth, .lockMonth,
            .correctMonth:
            commissionFields
        case .log, .comeBack, .waive, .clockIn, .publishSheet, .confirmSheet, .closeDay, .enroll,
            .release, .callEnd, .callNote, .reportAbsent, .callBack, .tick, .check:
            []
        default: salesWords?.fields ?? []
        }
    }
}

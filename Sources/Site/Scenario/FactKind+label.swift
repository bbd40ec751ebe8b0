extension FactKind {
    /// What the fact is called in reports.
    public var label: String {
        switch self {
        case .arrival, .finish, .log, .voidVisit, .take, .leave, .comeBack, .waive, .clockIn,
            .offDuty, .stand, .publishSheet, .confirmSheet, .closeDay, .enroll, .release, .adjust,
            .call, .callEnd, .callAnswer, .callNote, .handFront, .reportAbsent, .answer, .refuse,
            .leaveReception, .restDays, .suspend, .dispute, .ruleDispute, .callBack, .errand,
            .tourOrder:
            floorLabel
        case .register, .linkCall, .identify, .claim, .name, .introduce, .reclassify, .prove,
            .merge, .split, .change, .askChange, .ruleChange, .appointment, .noteHandover,
            .readHandover, .joinGroup, .restDayMeeting, .offsite, .priceTalk, .staffReferral,
            .handOver:
            claimLabel
        case .relate, .touch, .pause, .lack, .changeRequest, .signChange, .tampered, .reserve,
            .handOut, .takeBack, .introduction, .notice, .cancelDeal, .reassign, .leaveList,
            .assist, .depart, .relativeClaim, .renew, .signRenewal, .samePerson, .twoPersons,
            .peek, .caseShare:
            ownershipLabel
        case .deal, .dealClaim, .verify, .cross, .poach, .approach, .object, .sickLeave, .payOut,
            .quarrel, .contest, .negotiate, .agree, .escalate, .award, .appeal:
            adjudicationLabel
        case .report, .blockChannel, .liftChannel, .spaceHomeContact, .gate, .mention,
            .channelMatch, .channelReview, .spaceHome, .visitConfirmation, .closeAudit, .poached,
            .channelDeal, .survey, .recommend, .referralContact:
            channelLabel
        case .activity, .roster, .lockRoster, .amendRoster, .commitSeed, .draw, .prepareActivity,
            .approveActivity, .callGroup, .checkIn, .seat, .pick, .signPick, .payPick, .giveBack,
            .markUnit, .objection, .resolveObjection, .pauseActivity, .resumeActivity, .askUnit,
            .tellUnit, .closeActivity:
            selectionLabel
        case .commissionScheme, .publishScore, .commissionMonth, .approveMonth, .lockMonth,
            .correctMonth:
            commissionLabel
        case .tick: "到点检查"
        case .check: "查看"
        case .callRing, .secondLine, .handLine, .meetingOver, .confirmCalls, .visitEntry, .steps,
            .tableReset, .kit, .siteTour, .tourBack, .leaderVisit, .stage, .callEntry, .text,
            .textReview, .collect, .message, .messageDone, .promise, .promiseChange,
            .promiseAnswer, .inspect, .recheck:
            registerLabel
        default: salesWords?.label ?? ""
        }
    }

    /// Of arrivals, turns and order on the floor.
    private var floorLabel: String {
        switch self {
        case .arrival: "来客"
        case .finish: "送客"
        case .log: "登记来访"
        case .voidVisit: "撤销误派"
        case .take: "我来接"
        case .leave: "离台"
        case .comeBack: "回位"
        case .waive: "弃站"
        case .clockIn: "打卡上岗"
        case .offDuty: "离岗"
        case .stand: "站位"
        case .publishSheet: "出表"
        case .confirmSheet: "确认轮次表"
        case .closeDay: "收工"
        case .enroll: "新人上岗"
        case .release: "离职摘环"
        case .adjust: "改判"
        case .call: "来电"
        case .callEnd: "挂断"
        case .callAnswer: "接听或回拨"
        case .callNote: "记待回拨"
        case .handFront: "交接首位"
        case .reportAbsent: "举报不在位"
        case .answer: "应答"
        case .refuse: "不接"
        case .leaveReception: "接到一半离开"
        case .restDays: "排轮休"
        case .suspend: "停接"
        case .dispute: "提出争议"
        case .ruleDispute: "裁定争议"
        case .callBack: "召回"
        case .errand: "派公干"
        case .tourOrder: "补来参观团指派单"
        default: ""
        }
    }
}

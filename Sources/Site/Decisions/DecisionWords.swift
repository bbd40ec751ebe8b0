/// What was asked, in words for lists.
func words(kind: String) -> String {
    kindWords[kind] ?? kind
}

/// What came of it, in words for lists.
func words(outcome: String) -> String {
    outcomeWords[outcome] ?? outcome
}

private let kindWords: [String: String] =
    ([
        turnWords, dutyWords, claimWords, registerWords, selectionKindWords,
    ] + dealKindWords).reduce(into: [:]) { all, words in all.merge(words) { one, _ in one } }

private let turnWords: [String: String] = [
    "roster.enroll": "进入轮次", "roster.release": "退出轮次", "roster.adjust": "调整轮次",
    "roster.account": "账号变动",
    "sheet.publish": "出轮次表", "sheet.confirm": "确认轮次表", "sheet.close": "收工",
    "presence.clockIn": "到岗", "presence.leave": "离台", "presence.comeBack": "回位",
    "presence.waive": "弃站", "presence.goOff": "下班或请假", "presence.takeSlot": "站位",
    "visits.register": "来客", "visits.take": "要求接待", "visits.log": "登记来访",
    "visits.finish": "送客", "visits.void": "撤销误派", "calls.arrive": "来电", "calls.noteCallback": "待回拨",
    "calls.answer": "接起或回拨", "calls.end": "通话结束", "calls.rang": "来电响铃",
    "calls.secondLine": "接第二线", "calls.handLine": "交接守线", "calls.issueOrder": "出当天次序",
    "calls.confirmOrder": "签认当天次序", "settleDue": "到时自动处理",
]

private let dutyWords: [String: String] = [
    "duty.handFront": "交接首位", "duty.leaveFront": "知会后离台", "duty.reportAbsent": "报告不在岗",
    "duty.answer": "应答", "duty.refuse": "不接客户", "duty.leaveReception": "接到一半离开",
    "duty.setRestDays": "排轮休", "duty.suspend": "停岗", "duty.fileDispute": "提出异议",
    "duty.ruleDispute": "裁定异议", "duty.callBack": "召回前台", "duty.orderErrand": "派外出事务",
    "duty.proveTour": "补考察派单",
]

private let claimWords: [String: String] = [
    "claims.note": "记客户关系", "claims.linkCall": "登记来电客户", "claims.identify": "登记客户号码",
    "claims.claim": "认领客户", "claims.name": "补说顾问姓名", "claims.introduce": "介绍人到场",
    "claims.reclassify": "改判类别", "claims.prove": "出示有效登记", "claims.merge": "两组合并",
    "claims.split": "拆出一组", "claims.change": "换顾问", "claims.appoint": "登记预约",
    "claims.noteHandover": "写代接交接", "claims.readHandover": "看过代接交接",
    "claims.group": "分组", "claims.meetOnRestDay": "轮休日会客", "claims.offsite": "场外接待处理",
    "claims.beginPriceTalk": "开始谈价", "claims.hearStaffReferral": "推荐员工答复",
    "claims.handOver": "移交客户", "claims.askChange": "提换人申请", "claims.ruleChange": "裁决换人",
]

private let registerWords: [String: String] = [
    "registers.proposePenalty": "拟处罚", "registers.enterVisit": "填来访登记",
    "registers.markStep": "接待步骤", "registers.resetTable": "谈判桌归位",
    "registers.checkKit": "检查随身资料", "registers.departTour": "工地出发",
    "registers.returnTour": "工地返回", "registers.planLeader": "安排领导到访",
    "registers.finishStage": "完成签约步骤", "registers.enterCall": "填来电登记",
    "registers.sendText": "发首电短信", "registers.declineText": "客户不要短信",
    "registers.endEvening": "晚会结束", "registers.reviewText": "抽查短信",
    "registers.collect": "收登记本", "registers.leaveMessage": "留言给同事",
    "registers.handleMessage": "处理留言", "registers.promise": "承诺回复",
    "registers.amendPromise": "改承诺时限", "registers.answerPromise": "已回复客户",
    "registers.inspect": "检查打分", "registers.recheck": "复查",
    "registers.sign": "屏幕签字",
]

private let outcomeWords = [
    "assigned": "派客", "cover": "管理人员先接", "answered": "接听", "callback": "待回拨",
    "sheet": "次序", "done": "已办", "refused": "没有办成",
]

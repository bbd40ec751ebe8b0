/// What was asked about customers, quarrels, channels, deals and pay, in words for lists.
let dealKindWords = [ownershipWords, adjudicationWords, channelWords, salesWords, payWords]

private let ownershipWords: [String: String] = [
    "ownership.relate": "登记亲属关系", "ownership.touch": "登记跟进", "ownership.phases": "设蓄客期",
    "ownership.lack": "查出三要素不全", "ownership.change": "改登记", "ownership.tampering": "查出涂改登记",
    "ownership.reserve": "客户归到名下", "ownership.reassign": "客户分配和改派",
    "ownership.introduce": "老客户提前介绍", "ownership.notice": "老客户事前联系",
    "ownership.cancel_deal": "登记退定", "ownership.assistant": "指派协助", "ownership.depart": "离岗离职",
    "ownership.relative": "自称亲友", "ownership.renew": "重新登记客户", "ownership.merge": "并为一位客户",
    "ownership.part": "拆成两位客户", "ownership.peek": "查看客户明文", "ownership.case": "交成交案例",
    "ownership.leave_list": "请假移交客户",
    "ownership.hand_out": "分配公共池", "ownership.take_back": "撤回分配",
    "ownership.sign_change": "签字改登记", "ownership.sign_renewal": "签字续给",
]

private let adjudicationWords: [String: String] = [
    "adjudication.order": "登记成交", "adjudication.claimSameDay": "忘名当天认客户",
    "adjudication.verify": "出示更早的登记", "adjudication.settleCross": "交叉接待定归属",
    "adjudication.poach": "认定抢客", "adjudication.approach": "联系同事的客户",
    "adjudication.object": "对分成有异议", "adjudication.takeSickLeave": "登记病假",
    "adjudication.payOut": "发放提成", "adjudication.quarrel": "当众争执", "adjudication.contest": "提请判客",
    "adjudication.negotiate": "判客协商", "adjudication.agree": "判客谈妥", "adjudication.escalate": "判客上报",
    "adjudication.award": "判客裁定", "adjudication.appeal": "判客申诉",
]

private let channelWords: [String: String] = [
    "channels.report": "渠道报备", "channels.block": "停渠道", "channels.lift": "恢复渠道",
    "channels.contact": "渠道预约接待", "channels.passGate": "门岗放行", "channels.mention": "说是渠道带来",
    "channels.judge": "核对报备", "channels.review": "核查报备证据", "channels.meet": "渠道客户到场",
    "channels.confirm": "到访确认单", "channels.closeAudit": "到访核查完毕",
    "channels.provePoaching": "查实渠道抢客",
    "channels.checkDeal": "成交核对报备", "channels.answerSurvey": "成交回访", "channels.recommend": "员工推荐单",
    "channels.noteContact": "推荐客户的联系",
]

private let salesWords: [String: String] = [
    "sales.draftPrices": "拟价目", "sales.approvePrices": "批价目", "sales.release": "放盘",
    "sales.reserve": "开发商保留", "sales.unreserve": "解除保留", "sales.remark": "口头留房",
    "sales.delegate": "授权销控", "sales.askHold": "申请销控", "sales.confirmHold": "确认销控",
    "sales.rejectHold": "退回销控申请", "sales.changeHold": "销控变动", "sales.readBulletins": "看公布",
    "sales.writeOrder": "写订单", "sales.reviewOrder": "复核订单", "sales.step": "订单进展",
    "sales.takeMoney": "收款开据", "sales.payRefund": "退款", "sales.approve": "特批", "sales.quote": "报价",
    "sales.promise": "承诺", "sales.reportOffence": "查到违规", "sales.reportLeak": "查到泄密",
    "sales.cancel": "退定退房", "sales.askChange": "申请变更订单", "sales.approveChange": "批准变更订单",
    "sales.agreeSigning": "约定签约", "sales.giveNotice": "签约告知", "sales.prepareContract": "起草合同",
    "sales.reviewContract": "复核合同", "sales.keepTemplate": "上传合同范本",
    "sales.retireTemplate": "停用合同范本", "sales.produceContract": "生成合同",
    "sales.advance": "办好一步", "sales.schedule": "排应收",
    "sales.movePapers": "合同出入", "sales.countPapers": "清点合同", "sales.fileDeal": "建成交档案",
    "sales.noteTie": "员工或亲属购房", "sales.closeTie": "私单稽核完毕", "sales.movePriceLists": "领交价格表",
    "sales.countPriceLists": "清点价格表", "sales.archiveFigures": "存当日报表",
]

private let payWords: [String: String] = [
    "commission.adopt": "录入提成方案", "commission.publishScore": "公布考评分", "commission.workOut": "核算提成",
    "commission.approve": "批准提成", "commission.lock": "锁定提成", "commission.correct": "更正提成",
]

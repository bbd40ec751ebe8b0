/// What was asked about an activity, in words for lists.
let selectionKindWords: [String: String] = [
    "selection.plan": "建立活动", "selection.enter": "导入名单", "selection.lock": "锁定名单",
    "selection.amend": "增删名单", "selection.commit": "公布种子承诺", "selection.draw": "摇号定序",
    "selection.prepare": "登记活动准备", "selection.approve": "批准就绪", "selection.callGroup": "叫号",
    "selection.checkIn": "选房签到", "selection.seat": "选房入座", "selection.pick": "点选",
    "selection.order": "选房签单", "selection.pay": "选房收款", "selection.giveBack": "放开房源",
    "selection.like": "收藏或公测", "selection.object": "登记现场异议", "selection.resolve": "处理现场异议",
    "selection.pause": "暂停活动", "selection.resume": "恢复活动", "selection.ask": "活动外要房",
    "selection.tell": "房源进展", "selection.close": "活动归档",
]

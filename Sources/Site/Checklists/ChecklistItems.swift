import HouseRules

extension Checklist {
    /// What an item asks, in the site's words; the item's own name where the list has none.
    public func label(of item: String) -> String {
        switch self {
        case .kit: KitItem(rawValue: item)?.label ?? item
        case .steps: ReceptionStep(rawValue: item)?.label ?? item
        default: Self.words[self]?[item] ?? item
        }
    }

    private static let words: [Checklist: [String: String]] = [
        .station: [
            "posture": "站姿端正",
            "no_leaning": "不靠门、不靠椅、不倚模型",
            "no_fiddling": "手上不摆弄东西",
            "no_lounging": "不到门口闲聊抽烟",
            "no_reading": "不看无关的书报",
            "no_screen": "不看手机等电子产品，接客户来电除外",
        ],
        .conduct: conduct,
        .table: [
            "walked_out": "送到本站规定的地方",
            "farewell": "道别",
            "chairs": "椅子归位",
            "cups": "收走杯子和烟灰缸",
            "cleared": "桌面没有杂物",
        ],
        .phone: [
            "rings": "规定声数内接起",
            "tone": "微笑、普通话、音量适中",
            "opening": "问候、报项目、报身份、愿意帮忙",
            "pen_ready": "手边有登记本和笔",
            "repeats_back": "记要点并复述",
            "quiet": "环境安静",
            "thanks_invites": "致谢并邀约到访",
            "customer_hangs_up_first": "等客户先挂，轻放",
            "second_line": "两部同时响时先致歉，第二部记号码回拨",
            "passes_on_covered": "找同事的捂住听筒转交",
        ],
        .phoneManners: [
            "absent_colleague": "要找的人不在，致歉并提出转告",
            "calls_again": "客户再打来的，问姓氏和要不要回电",
            "wrong_number_in": "客户拨错，礼貌告知",
            "wrong_number_out": "自己拨错，道歉",
            "confirms_identity": "外拨先确认对方身份",
            "no_speaker": "不用免提",
        ],
        .invitation: [
            "short": "通话不超时",
            "curiosity": "留悬念",
            "invites": "直接约访",
            "full_name": "留下全名",
            "contact_left": "留下电话，请客户直接找自己",
        ],
    ]

    private static let conduct = [
        "courtesy": "微笑、礼貌用语、称呼得当",
        "apology": "造成不便要致歉",
        "no_pointing": "不指人，激光笔不乱晃",
        "equal_regard": "一视同仁，背后不议论客户",
        "no_disparaging": "不贬低别的楼盘",
        "no_exaggeration": "不夸大、不瞎编",
        "model_differences": "模型与实际的差别如实说明",
        "care": "做事仔细，发现问题马上报告",
        "requests_met": "合理要求办得又快又准",
        "stays_with_guest": "用品备齐，谈话中不反复离开",
        "closed_facilities": "不开放的设施婉拒并解释",
        "no_quarrel": "不与客户争执",
        "no_smoking": "接待中不抽烟",
        "posture": "不靠背、不翘腿、看着客户",
        "rises_to_answer": "客户到前台来问，起身回答",
        "mandarin": "普通话，语速适中",
        "seats_guest_first": "先请客户坐，避免正对面",
    ]
}

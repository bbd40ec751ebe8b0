import HouseRules

extension Refusal {
    /// What happened and what to do next; the clause and the code are shown beside it.
    public func sentence(names: Names) -> String {
        switch self {
        case .slotOccupied, .notOnSheet, .notYourTurn, .visitLogMissing, .waiverMinTime,
            .waiverNotInUse, .managerCoverNotAllowed, .officialOrderRequired, .outsideMealWindow:
            turnSentence(names)
        case .consultantsOnly, .namedConsultantMissing, .classNotInTable, .unknownStaff,
            .alreadyEnrolled, .unknownVisit, .unknownCall, .alreadyRegistered, .inTheFuture,
            .tooOld:
            entrySentence(names)
        case .offDuty, .busy, .wrongPresence, .dayNotOpen, .sheetExists, .notPermitted:
            stateSentence(names)
        case .void(let refusal): refusal.sentence(names: names)
        case .duty(let refusal): refusal.sentence(names: names)
        case .claims(let refusal): refusal.sentence(names: names)
        case .registers(let refusal): refusal.sentence(names: names)
        case .channels(let refusal): refusal.sentence(names: names)
        case .sales(let refusal): refusal.sentence(names: names)
        case .selection(let refusal): refusal.sentence(names: names)
        case .commission(let refusal): refusal.sentence(names: names)
        case .adjudication(let refusal): refusal.sentence(names: names)
        case .ownership(let refusal): refusal.sentence(names: names)
        }
    }

    private func turnSentence(_ names: Names) -> String {
        switch self {
        case .slotOccupied(let slot, let holder):
            "第 \(slot) 接待位已由\(names(holder))站着，一个位次只站一人。请选别的位次。"
        case .notOnSheet(let staff):
            "\(names(staff))不在今天的轮序表里，不能站位。请先打卡上岗，由出表人排进次序。"
        case .notYourTurn(let due):
            due.map { "这一组该\(names($0))接，置业顾问不能自选客户。有异议请找销售经理或主管改判。" }
                ?? "这一组等着按次序派，置业顾问不能自选客户。有异议请找销售经理或主管改判。"
        case .visitLogMissing:
            "上一组还没登记来访，登记完才能回站位。由接那一组的人在“来客”里打开它，点“填来访登记”；"
                + "要改登记办法，找销售经理在“制度”REC-04 里改。"
        case .waiverMinTime(let earliest):
            "弃站还没到最短时长，最早 \(earliest.clockWords) 可以，到时再点“回位”。"
                + "这个时长只有销售经理能改，在“制度”REC-08 里。"
        case .waiverNotInUse:
            "本站的规矩里没有弃站。要离开请点“离台”，轮到时按轮空。"
        case .managerCoverNotAllowed(let staff):
            "\(names(staff))能接这一组，管理人员此刻不能代接。全员都在接待时才由经理先接。"
        case .officialOrderRequired:
            "公干要由销售经理或主管派单。请他们登记派单，或改选因私离开（轮到不补）。"
        case .outsideMealWindow(let from, let to):
            "就餐只在 \(from.text) 到 \(to.text)。此刻离开请选因私，轮到不补。"
        default: ""
        }
    }

    private func entrySentence(_ names: Names) -> String {
        switch self {
        case .consultantsOnly:
            "售楼热线只有置业顾问能接。请登记成待回拨，由顾问回拨。"
        case .namedConsultantMissing(let visitClass):
            "“\(visitClass.label)”要填客户找的是哪位顾问。客户说不出来，就改选“忘了谁接待过”或按首访登记。"
        case .classNotInTable(let visitClass):
            "本站的计轮判定表里没有“\(visitClass.label)”。请改选别的类别，或请销售经理补进制度包。"
        case .unknownStaff(let staff):
            "没有\(names(staff))这个人，或已离岗。请核对姓名，新人请先办上岗。"
        case .alreadyEnrolled(let staff):
            "\(names(staff))已经在轮次环里，不用再加。"
        case .unknownVisit:
            "没有正在接待的这一组：可能已经送走，或还没交给顾问。请刷新看板再看。"
        case .unknownCall:
            "没有这一通来电，或已经结束。请刷新再看。"
        case .alreadyRegistered:
            "这一条已经登记过，不用再登。"
        case .inTheFuture(let moment):
            "填的时刻 \(moment.words) 还没到。请核对时刻。"
        case .tooOld(let moment):
            "填的时刻 \(moment.words) 不是今天，不能当今天的来客派。请按补登处理。"
        default: ""
        }
    }

    private func stateSentence(_ names: Names) -> String {
        switch self {
        case .offDuty(let staff):
            "\(names(staff))不在岗。请先打卡上岗。"
        case .busy(let staff):
            "\(names(staff))正在接客或通话，请先结束手上的这一组。"
        case .wrongPresence(let staff, let presence):
            "\(names(staff))此刻是“\(presence.label)”，不能这样操作。请刷新看板再看。"
        case .dayNotOpen:
            "今天还没出表，或已经收工。请出表人先出表；收工后的来客明天再排。"
        case .sheetExists:
            "今天的轮次表已经出过。要调整请由管理人员改判并写明原因。"
        case .notPermitted(let role):
            "\(role.label)不能做这一步。请找销售经理或主管。"
        default: ""
        }
    }
}

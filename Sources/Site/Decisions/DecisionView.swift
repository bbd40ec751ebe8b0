import HouseRules

/// A decision as pages and programs show it: already in words.
struct DecisionView: Sendable, Encodable {
    /// One step of the reasoning.
    struct Step: Sendable, Encodable {
        let clause: String
        let name: String
        let sentence: String
    }

    let id: String
    let seq: Int
    let decidedAt: String
    let decidedAtMilliseconds: Int64
    let actor: String
    let actorRole: String
    let policyRevision: Int
    /// What was asked, in words.
    var question: String
    /// accepted or refused.
    let outcome: String
    /// Whom it falls to, if to anybody.
    let person: String?
    let personID: String?
    let effect: String?
    let effectName: String?
    /// The decision in one line.
    var sentence: String
    let refusal: String?
    var steps: [Step]
    let hash: String
    /// Those who come after, in order.
    let next: [String]

    init(_ entry: Entry, _ directory: StaffDirectory) {
        let names = directory.name
        id = entry.id.rawValue
        seq = entry.seq
        decidedAt = entry.at.words
        decidedAtMilliseconds = entry.at.milliseconds
        actor = names(entry.actor.staff)
        actorRole = entry.actor.role.label
        policyRevision = entry.policyRevision
        question = entry.command.question(names)
        outcome = entry.outcome == nil ? "refused" : "accepted"
        let person = entry.outcome?.person
        self.person = person.map(names)
        personID = person?.rawValue
        effect = entry.outcome?.effect?.label
        effectName = entry.outcome?.effect?.rawValue
        refusal = entry.refusal?.code
        sentence =
            entry.refusal?.sentence(names: names) ?? entry.reasons.channelConclusion(names)
            ?? entry.reasons.salesConclusion(names)
            ?? entry.outcome?.sentence(names) ?? ""
        steps = entry.reasons.map {
            Step(clause: $0.clause.id, name: $0.name, sentence: $0.sentence(names: names))
        }
        hash = entry.hash
        next = entry.reasons.flatMap { reason -> [String] in
            if case .reception(.nextInLine(let staff)) = reason { return staff.map(names) }
            return []
        }
    }

    /// The clauses applied, each once, in order.
    var clauses: [String] {
        var seen: Set<String> = []
        return steps.map(\.clause).filter { seen.insert($0).inserted }
    }
}

extension Outcome {
    /// Whom the answer names.
    var person: StaffID? {
        switch self {
        case .receptionist(let staff, _), .answerer(let staff): staff
        case .cover(let staff): staff
        case .callback(let staff): staff
        case .sheet, .done: nil
        }
    }

    /// The effect on that person's turn.
    var effect: TurnEffect? {
        if case .receptionist(_, let effect) = self { return effect }
        return nil
    }

    /// The answer in one line.
    func sentence(_ names: Names) -> String {
        switch self {
        case .receptionist(let staff, _): "请 \(names(staff)) 接待。"
        case .cover(let staff?): "人都在接待，请经理先接住；\(names(staff)) 接完后马上交给他。"
        case .cover(nil): "此刻没有人候位，请管理人员先招呼；谁先回到候位就交给谁。"
        case .answerer(let staff): "请 \(names(staff)) 接听。"
        case .callback(let staff):
            "没有人能接听，已开待回拨单" + (staff.map { "（客户要找 \(names($0))）" } ?? "") + "。"
        case .sheet(let order):
            order.isEmpty ? "今天还没有人在岗。" : "次序：" + order.map(names).joined(separator: "、")
        case .done: "已记下。"
        }
    }
}

extension Command {
    /// What was asked, in words.
    func question(_ names: Names) -> String {
        switch self {
        case .roster(let command): command.question(names)
        case .sheet(.publish): "出当日轮次表"
        case .sheet(.confirm): "确认当日轮次表"
        case .sheet(.close): "收工"
        case .presence(let command): command.question(names)
        case .visits(let command): command.question(names)
        case .calls(let command): command.question(names)
        case .duty(let command): command.question(names)
        case .claims(let command): command.question(names)
        case .registers(let command): command.question(names)
        case .ownership(let command): command.question(names)
        case .adjudication(let command): command.question(names)
        case .channels(let command): command.question(names)
        case .sales(let command): command.question(names)
        case .selection(let command): command.question(names)
        case .commission(let command): command.question(names)
        case .settleDue: "到时自动处理"
        }
    }
}

extension RosterCommand {
    fileprivate func question(_ names: Names) -> String {
        switch self {
        case .enroll(let staff): "\(names(staff)) 上岗，进入轮次"
        case .release(let staff): "\(names(staff)) 离岗，退出轮次"
        case .adjust(let staff, let effect, let note): "\(names(staff)) \(effect.label)：\(note)"
        case .account(let staff, let change): "\(names(staff)) \(change.label)"
        }
    }
}

extension AccountChange {
    /// What happened, in words.
    var label: String {
        switch self {
        case .opened(let role): "开账号（\(role.name)）"
        case .given(let role): "改角色为\(role.name)"
        case .newPassword: "换密码"
        case .closed: "停用账号"
        }
    }
}

extension PresenceCommand {
    fileprivate func question(_ names: Names) -> String {
        switch self {
        case .clockIn(let staff): "\(names(staff)) 到岗"
        case .leave(let staff, let kind, _): "\(names(staff)) 离台（\(kind.label)）"
        case .comeBack(let staff): "\(names(staff)) 回位"
        case .waive(let staff): "\(names(staff)) 弃站"
        case .goOff(let staff, let kind): "\(names(staff)) \(kind.label)"
        case .takeSlot(let staff, let slot): "\(names(staff)) 站第 \(slot) 位"
        }
    }
}

extension VisitCommand {
    fileprivate func question(_ names: Names) -> String {
        switch self {
        case .register(let arrival):
            "来客 · " + arrival.visitClass.label
                + (arrival.named.map { " · 指名 \(names($0))" } ?? "")
        case .take(_, let staff): "\(names(staff)) 要接这组客户"
        case .log: "登记来访"
        case .finish(_, let logged): logged ? "登记来访并送客" : "送客"
        case .void: "撤销误派"
        }
    }
}

extension CallCommand {
    fileprivate func question(_ names: Names) -> String {
        switch self {
        case .arrive(_, let wanted): "来电" + (wanted.map { " · 找 \(names($0))" } ?? "")
        case .noteCallback: "非顾问接起来电"
        case .answer(_, let staff): "\(names(staff)) 接起或回拨"
        case .end: "通话结束"
        case .rang(_, _, nil): "来电没人接起"
        case .rang(_, _, let staff?): "\(names(staff)) 接起响着的电话"
        case .secondLine(_, let staff): "\(names(staff)) 接到第二部来电"
        case .handLine(let from, let to): "\(names(from)) 把电话交给 \(names(to))"
        case .issueOrder: "早会结束，电话次序生效"
        case .confirmOrder: "确认电话次序"
        }
    }
}

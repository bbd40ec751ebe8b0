import HouseRules

extension CaseEntry {
    /// What happened, as a sentence.
    func sentence(_ names: Names) -> String {
        let who = staff.map { names($0) } ?? "系统"
        switch kind {
        case .record(let basis, _, let until):
            return "\(who)的\(Self.word(basis))开始，\(until.words)失效。"
        case .forgot: return "客户到访，首问答“忘名”，由\(who)接待。"
        case .deal: return "\(who)签单。"
        case .sameDayClaim(let note): return "\(who)当天主张是自己的老客户。\(quoted(note))"
        case .recordShown(let note): return "\(who)拿出更早的登记查实。\(quoted(note))"
        case .objected(let note): return "\(who)对换人成交提异议。\(quoted(note))"
        case .poached(let from, let note):
            return "\(who)介入\(names(from))的客户，查实。\(quoted(note))"
        case .attributed(let attribution):
            return attribution.isContested
                ? "各有凭据，转人工裁决，份额不动。" : attribution.shares.sentence(names)
        case .dispute(let state, let note): return "\(who)：\(state.label)。\(quoted(note))"
        case .ruled(let ruling):
            return "\(names(ruling.by))裁决，\(ruling.shares.sentence(names))"
                + "不适用的规则：\(ruling.inapplicable)。理由：\(ruling.why)。"
        case .paid: return "提成发放。"
        case .turned(let kind): return kind.sentence(names)
        }
    }

    private func quoted(_ note: String) -> String { note.isEmpty ? "" : "说明：\(note)。" }

    private static func word(_ basis: OwnershipBasis) -> String {
        switch basis {
        case .visit: "来访登记"
        case .call: "来电登记"
        case .referral: "老带新登记"
        case .channel: "渠道登记"
        case .staffReferral: "员工推荐登记"
        }
    }
}

extension DealTurnKind {
    /// What became of the deal, as a sentence.
    func sentence(_ names: Names) -> String {
        switch self {
        case .ended(let cause): "这一单不再有效：\(cause.label)。"
        case .swapped(let unit, let former): "换房：\(former) 换成 \(unit)，归属不变。"
        case .renamed: "改名，换了买房人，归属不变。"
        case .handedOn(let staff, let former):
            "以后由\(names(staff))跟这一单，原来是\(names(former))，归属不变。"
        }
    }
}

extension CaseLights {
    /// `岑：公共登记 ✓、系统登记 ✓、保鲜 ✗`.
    func words(_ names: Names) -> String {
        func mark(_ isOn: Bool) -> String { isOn ? "齐" : "缺" }
        return "公共登记\(mark(register))，系统登记\(mark(system))，保鲜\(mark(fresh))"
    }
}

import HouseRules

extension VisitForms {
    /// What a form asks for.
    func fields(_ action: VisitAction) -> HTML {
        switch action {
        case .answer: hiddenStaff(facts.state.duty.awaited[facts.visit]?.staff)
        case .claim: claimFields
        case .name: people("staff", "客户要找的置业顾问", action)
        case .reclassify, .split:
            classes(action) + people("named", "指名的置业顾问", action, needed: false)
        case .person: phone(action) + name(action)
        case .introduction:
            TextField(
                "introducer_phone", "老客户手机", type: "tel",
                value: typed("introducer_phone", action), fault: fault("introducer_phone", action),
                isRequired: true, inputMode: "tel", maxLength: 20, suffix: "-introduction"
            ).html
                + TextField(
                    "arrived_at", "老客户几点到的", type: "time",
                    value: typed("arrived_at", action), hint: "首问问完以前到的才算；现在到的不用填。",
                    fault: fault("arrived_at", action), suffix: "-introduction"
                ).html
        case .referral:
            TextField(
                "contacted", "客户几点联系的员工", type: "time", value: typed("contacted", action),
                hint: "谈价以前联系的才算；刚联系的不用填。", fault: fault("contacted", action)
            ).html + people("staff", "员工指定的置业顾问", action, needed: false)
        case .step: stepFields
        case .entry: entryFields
        case .departure:
            ChoiceChips(
                name: "reason", label: "为什么离开",
                choices: MidLeave.allCases.map { Choice(value: $0.rawValue, label: $0.label) },
                fault: fault("reason", action), isRequired: true
            ).html
        case .merge:
            SelectField(
                name: "other", label: "和哪一组", choices: facts.others,
                hint: "先开始接的那一组留下。", fault: fault("other", action), isRequired: true
            ).html
        case .change:
            people("staff", "换成谁", action) + causes(action)
                + note(action, "经过", needed: false)
        case .wish:
            people("staff", "客户想要谁（没有指定不用选）", action, needed: false) + causes(action)
                + note(action, "客户怎么说的（不要写姓名、号码）")
        case .customer: people("staff", "交给谁", action) + note(action, "为什么")
        case .dispute: disputeFields
        case .void: voidFields
        case .refusal: hiddenStaff(facts.receptionist) + note(action, "事实")
        case .note: note(action, "接待了什么、客户要什么、下一步")
        case .price, .proof, .table, .read: sentence(action)
        }
    }

    private func sentence(_ action: VisitAction) -> HTML {
        switch action {
        case .price: "<p class=\"hint\">从这一刻起，再说是员工推荐的就不算了。</p>"
        case .table:
            "<p class=\"hint\">送客后 \(facts.tableUntil?.exactWords ?? "") 以前归位。</p>"
        case .proof: "<p class=\"hint\">值班人员或管理人员看过登记以后点。</p>"
        default: "<p class=\"hint\">看过交接内容以后点，点了就算知道。</p>"
        }
    }

    /// The four conditions of a claim (REC-31).
    private var claimFields: HTML {
        let who: HTML =
            isConsultant ? hiddenStaff(staff) : people("staff", "谁认领", .claim)
        return """
            \(who)
            <fieldset class="field"><legend>四个条件</legend>
            \(check("surname", "说得出客户姓氏"))
            \(check("acknowledged", "客户也认得这位顾问"))
            \(check("own_resource", "客户当场确认是他自己的人脉（有效期由系统核对，没有登记的才勾）"))
            \(check("wants_another", "客户指明要另一位（勾了就不能认领）"))
            </fieldset>
            \(check("pointed", "几位同时认领，客户指的是这一位"))
            \(phone(.claim, needed: false))
            """
    }

    private var stepFields: HTML {
        let required = Set(facts.policy.registers.requiredSteps)
        let done = facts.steps
        let chips = ReceptionStep.allCases.filter { !done.contains($0) }.map {
            Choice(
                value: $0.rawValue, label: $0.label, note: required.contains($0) ? "必做" : nil)
        }
        let finished = ReceptionStep.allCases.filter(done.contains).map(\.label)
        let line: HTML? =
            finished.isEmpty ? nil : "<p class=\"hint\">已做：\(finished.listed)。</p>"
        guard !chips.isEmpty else { return "\(line)" }
        return "\(line)"
            + ChoiceChips(
                name: "step", label: "做完了哪一步", choices: chips, fault: fault("step", .step),
                isRequired: true
            ).html
    }

    private var entryFields: HTML {
        let boxes: [HTML] = facts.policy.registers.visitFields.map { column in
            """
            <label class="check"><input type="checkbox" name="filled" value="\(column.rawValue)"\
            \(flag: "checked", facts.filled.contains(column))> \(column.label)</label>
            """
        }
        let until: HTML? = facts.state.registers.visits[facts.visit].map {
            "<p class=\"hint\">最晚 \($0.closes.adding(seconds: -1).words) 填全，过时不产生归属。</p>"
        }
        return """
            \(until)<fieldset class="field"><legend>登记表上已填好的栏</legend>\(boxes)\
            \(fault("filled", .entry).map { "<p class=\"fault\">\($0)</p>" as HTML })</fieldset>
            """
    }

    /// What comes of it, before anybody ticks it.
    private var voidFields: HTML {
        let who = facts.receptionist.map { "\(facts.names.name($0)) 的这一轮退还、回到候位；" } ?? ""
        return """
            <p class="hint">误点、重复登记的，当天可以作废：\(who)认领和倒计时停下，因此归他的客户也不算。\
            这一行留在来访登记里，写明已作废、原因和经手人，报表不算。</p>
            \(note(.void, "为什么作废（不要写客户姓名、号码）"))
            <label class="check"><input type="checkbox" name="sure" value="1"\
            \(flag: "checked", typed("sure", .void) == "1")> 核对过了，确实没有这一组，作废后不能恢复</label>\
            \(fault("sure", .void).map { "<p class=\"fault\">\($0)</p>" as HTML })
            """
    }

    private var disputeFields: HTML {
        let turns = facts.lostTurns().filter { !isConsultant || $0.staff == staff }
        let who: HTML =
            isConsultant
            ? hiddenStaff(staff)
            : SelectField(
                name: "staff", label: "谁的轮次",
                choices: turns.map {
                    Choice(
                        value: $0.staff.rawValue,
                        label: "\(facts.names.name($0.staff))（\($0.why.label)）")
                }, isRequired: true, suffix: "-dispute"
            ).html
        return who + note(.dispute, "为什么不该轮空")
    }

    /// What was typed into a field of the form that came back.
    private func typed(_ name: String, _ action: VisitAction) -> String {
        returned?.action == action ? returned?.typed[name] ?? "" : ""
    }

    private func fault(_ name: String, _ action: VisitAction) -> String? {
        guard returned?.action == action else { return nil }
        return returned?.faults.sentence(of: name)
    }

    private func check(_ name: String, _ label: String) -> HTML {
        """
        <label class="check"><input type="checkbox" name="\(name)" value="1"\
        \(flag: "checked", typed(name, .claim) == "1")> \(label)</label>
        """
    }

    private func hiddenStaff(_ staff: StaffID?) -> HTML {
        "<input type=\"hidden\" name=\"staff\" value=\"\(staff?.rawValue ?? "")\">"
    }

    private func people(
        _ name: String, _ label: String, _ action: VisitAction, needed: Bool = true
    ) -> HTML {
        SelectField(
            name: name, label: label, choices: consultants, selected: typed(name, action),
            fault: fault(name, action), isRequired: needed,
            suffix: "-" + action.rawValue
        ).html
    }

    private func causes(_ action: VisitAction) -> HTML {
        ChoiceChips(
            name: "cause", label: "因为什么",
            choices: ChangeCause.allCases.map { Choice(value: $0.rawValue, label: $0.label) },
            selected: typed("cause", action), fault: fault("cause", action), isRequired: true
        ).html
    }

    private func classes(_ action: VisitAction) -> HTML {
        SelectField(
            name: "class", label: action == .split ? "拆出的那组是哪一类" : "改成哪一类",
            choices: ArrivalForm.choices, selected: typed("class", action),
            fault: fault("class", action), isRequired: true, suffix: "-" + action.rawValue
        ).html
    }

    private func phone(_ action: VisitAction, needed: Bool = true) -> HTML {
        TextField(
            "phone", "客户手机", type: "tel", value: typed("phone", action),
            hint: needed ? nil : "用来核对有效期；只存加密的。", fault: fault("phone", action),
            isRequired: needed, inputMode: "tel", maxLength: 20, suffix: "-" + action.rawValue
        ).html
    }

    private func name(_ action: VisitAction) -> HTML {
        TextField(
            "name", "客户称呼", value: typed("name", action), maxLength: 40,
            suffix: "-" + action.rawValue
        ).html
    }

    private func note(_ action: VisitAction, _ label: String, needed: Bool = true) -> HTML {
        TextArea(
            name: "note", label: label, value: typed("note", action),
            fault: fault("note", action), isRequired: needed, maxLength: 500,
            suffix: "-" + action.rawValue
        ).html
    }
}

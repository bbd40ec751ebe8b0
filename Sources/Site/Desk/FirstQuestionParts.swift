import HouseRules

/// The first question as chips: what must be answered first, the rest behind a fold (REC-28).
struct FirstQuestionParts {
    let consultants: [Choice]
    let required: Set<FirstQuestionField>
    let typed: FormFields
    let fault: (String) -> String?

    /// What the house asks of everybody.
    var first: HTML { HTML(Self.order.filter(required.contains).map(part)) }

    /// What may be added.
    var further: HTML {
        let rest: [HTML] = Self.order.filter { !required.contains($0) }.map(part)
        return "\(rest)\(recognised)\(verified)\(party)"
    }

    private static let order: [FirstQuestionField] = [
        .firstVisit, .knownConsultant, .phonedBefore, .smsReceived, .referrer, .purpose,
    ]

    private func part(_ field: FirstQuestionField) -> HTML {
        switch field {
        case .firstVisit: yesOrNo("first_visit", "首问：是不是第一次来", "第一次来", "来过")
        case .knownConsultant:
            chips(
                "known", "有没有认识或约好的顾问",
                [
                    Choice(value: "nobody", label: "没有"),
                    Choice(value: "forgotten", label: "来过，忘了是谁"),
                    Choice(value: "named", label: "有，说得出名字", note: "在下面选是谁"),
                ])
        case .phonedBefore: yesOrNo("phoned_before", "打没打过电话", "打过", "没打过")
        case .smsReceived:
            yesOrNo("sms_received", "收没收到过顾问短信", "收到过", "没收到")
                + SelectField(
                    name: "text_from", label: "出示了谁的短信", choices: consultants,
                    selected: typed["text_from"]
                ).html
        case .referrer:
            chips("referrer", "谁介绍来的", Referrer.allCases.map(Self.choice))
        case .purpose:
            chips("purpose", "来做什么", VisitPurpose.allCases.map(Self.choice))
        }
    }

    private static func choice<Word: RawRepresentable & Labelled>(_ word: Word) -> Choice
    where Word.RawValue == String {
        Choice(value: word.rawValue, label: word.label)
    }

    private func yesOrNo(_ name: String, _ label: String, _ yes: String, _ no: String) -> HTML {
        chips(name, label, [Choice(value: "yes", label: yes), Choice(value: "no", label: no)])
    }

    private func chips(_ name: String, _ label: String, _ choices: [Choice]) -> HTML {
        ChoiceChips(
            name: name, label: label, choices: choices, selected: typed[name], fault: fault(name)
        ).html
    }

    private var recognised: HTML {
        SelectField(
            name: "recognised_by", label: "还没派客就被哪位顾问认出", choices: consultants,
            selected: typed["recognised_by"], hint: "有登记的当场算；没有的接完后限时出示登记。"
        ).html
            + TextField(
                "introducer_phone", "陪同来的老客户手机", type: "tel",
                value: typed["introducer_phone"] ?? "", fault: fault("introducer_phone"),
                inputMode: "tel", maxLength: 20
            ).html
    }

    private var verified: HTML {
        let ticked = typed.all("verified")
        let boxes: [HTML] = VerifyKey.allCases.map { key in
            """
            <label class="check"><input type="checkbox" name="verified" value="\(key.rawValue)"\
            \(flag: "checked", ticked.contains(key.rawValue))> \(key.label)</label>
            """
        }
        return """
            <fieldset class="field"><legend>已购业主凭什么核对</legend>\(boxes)</fieldset>
            """
    }

    private var party: HTML {
        TextField(
            "party_size", "一共几位", type: "number", value: typed["party_size"] ?? "",
            fault: fault("party_size"), inputMode: "numeric", maxLength: 3
        ).html
    }
}

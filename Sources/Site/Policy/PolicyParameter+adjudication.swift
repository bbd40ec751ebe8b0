import HouseRules

extension PolicyParameter {
    /// Whose deal it is, OWN-22 … OWN-38.
    static let adjudication: [PolicyParameter] = deals + returns + quarrels + sickLeave

    private static let deals: [PolicyParameter] = [
        PolicyParameter(
            "ownership.deal_check_order", "成交时依次核什么", "OWN-01",
            \.adjudication.deal.checks, .words()),
        PolicyParameter(
            "forgot.same_day_split", "忘名当日成交原顾问分多少", "OWN-23",
            \.adjudication.deal.forgotSplit, .part),
        PolicyParameter(
            "forgot.split_scope", "忘名对半分哪几个账", "OWN-23",
            \.adjudication.deal.forgotScope, .words()),
        PolicyParameter(
            "forgot.requires_valid_ownership", "忘名主张须归属有效", "OWN-23",
            \.adjudication.forgotRequiresValid, .flag),
        PolicyParameter(
            "forgot.excludes_cross", "忘名后查实期不认什么", "OWN-23",
            \.adjudication.forgotExcludes, .choice),
        PolicyParameter(
            "forgot.split_after_failed_proof", "先接而拿不出登记的仍可分", "OWN-23",
            \.adjudication.forgotAfterFailedProof, .flag),
        PolicyParameter(
            "forgot.min_prior_record", "忘名主张至少几条旧登记", "OWN-23",
            \.adjudication.forgotMinRecords, .whole(0...9, "条")),
        PolicyParameter(
            "cross.includes_same_person", "本人的旧登记也算交叉", "OWN-24",
            \.adjudication.crossSamePerson, .flag),
        PolicyParameter(
            "cross.validity_checked_at", "旧登记看哪天有效", "OWN-24",
            \.adjudication.crossValidity, .choice),
        PolicyParameter(
            "cross.verify_days", "下定后几天内可查实", "OWN-25",
            \.adjudication.verifyDays, .whole(0...30, "天")),
        PolicyParameter(
            "cross.verify_counts_order_day", "查实期从下定当天数起", "OWN-25",
            \.adjudication.verifyCountsOrderDay, .flag),
        PolicyParameter(
            "cross.ordered_requires_three_in_one", "下定后查实也须旧登记有效", "OWN-25",
            \.adjudication.deal.orderedRequiresThreeInOne, .flag),
    ]

    private static let returns: [PolicyParameter] = [
        PolicyParameter(
            "poach.level1_fine", "没按秩序抢接罚多少", "OWN-22",
            \.adjudication.queueFine, .yuan),
        PolicyParameter(
            "poach.level2_fine", "介入他人客户罚多少", "OWN-22",
            \.adjudication.intrusionFine, .yuan),
        PolicyParameter(
            "poach.level3_fine", "抢签罚多少", "OWN-22", \.adjudication.poachFine, .yuan),
        PolicyParameter(
            "poach.return_customer", "抢客查实后归还客户", "OWN-22",
            \.adjudication.deal.returnsPoached, .flag),
        PolicyParameter(
            "return.clawback", "已发提成怎么冲", "OWN-28", \.adjudication.clawback, .choice),
        PolicyParameter(
            "change.commission_split", "换人后原顾问分多少", "OWN-29",
            \.adjudication.deal.changeSplit, ParameterForm.part.orNull),
        PolicyParameter(
            "change.split_scope", "换人分哪几个账", "OWN-29",
            \.adjudication.deal.changeScope, .words()),
        PolicyParameter(
            "change.split_trigger", "换人什么时候分", "OWN-29",
            \.adjudication.deal.changeTrigger, .choice),
        PolicyParameter(
            "change.dispute_days", "换人成交几天内可提异议", "OWN-29",
            \.adjudication.changeDisputeDays, .whole(0...30, "天")),
    ]

    private static let quarrels: [PolicyParameter] = [
        PolicyParameter(
            "dispute.final", "裁决后不得再提", "OWN-30", \.adjudication.disputeFinal, .flag),
        PolicyParameter(
            "dispute.public_fine_each", "当众争吵各罚多少", "OWN-30",
            \.adjudication.publicFine, ParameterForm.yuan.orNull),
        PolicyParameter(
            "dispute.appeal_days", "裁决后几天内可申诉", "OWN-30",
            \.adjudication.appealDays, .whole(0...30, "天")),
        PolicyParameter(
            "assist.performance_share", "代接者分多少业绩", "OWN-34",
            \.adjudication.deal.assistShare, .part),
    ]

    private static let sickLeave: [PolicyParameter] = [
        PolicyParameter(
            "sick.enabled", "病假期间的业绩另算", "OWN-35", \.adjudication.deal.sickEnabled, .flag),
        PolicyParameter(
            "sick.full_days", "病假几天内全归本人", "OWN-35",
            \.adjudication.deal.sickFullDays, .whole(0...365, "天")),
        PolicyParameter(
            "sick.half_days", "病假几天内提成打折", "OWN-35",
            \.adjudication.deal.sickHalfDays, .whole(0...365, "天")),
        PolicyParameter(
            "sick.half_commission", "打折后本人提成留多少", "OWN-35",
            \.adjudication.deal.sickCommission, .part),
        PolicyParameter(
            "sick.band_by", "病假按什么套档", "OWN-35", \.adjudication.deal.sickBand, .choice),
        PolicyParameter(
            "sick.stack_with_forgot", "忘名那一半病假再打折吗", "OWN-35",
            \.adjudication.deal.sickStack, .choice),
        PolicyParameter(
            "sick.residual_commission_to", "打掉的提成给谁", "OWN-35",
            \.adjudication.deal.sickResidual, .choice),
    ]
}

extension ParameterForm<Int> {
    /// A part of the whole, `0.5` as 5,000 basis points.
    static var part: Self {
        ParameterForm(
            allowed: "应当是 0 到 1 的小数，最多四位，例如 0.5",
            parse: { word in
                let sides = word.split(separator: ".", omittingEmptySubsequences: false)
                guard (1...2).contains(sides.count), let whole = Int(sides[0]),
                    sides[0].utf8.count == 1
                else { return nil }
                let digits = sides.count == 2 ? sides[1] : "0"
                guard (1...4).contains(digits.utf8.count),
                    digits.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }),
                    let parts = Int(digits + String(repeating: "0", count: 4 - digits.utf8.count))
                else { return nil }
                let points = whole * 10_000 + parts
                return (0...10_000).contains(points) ? points : nil
            },
            text: { points in
                if points % 10_000 == 0 { return "\(points / 10_000)" }
                var digits = String("\(10_000 + points % 10_000)".dropFirst())
                while digits.hasSuffix("0") { digits.removeLast() }
                return "0." + digits
            })
    }
}

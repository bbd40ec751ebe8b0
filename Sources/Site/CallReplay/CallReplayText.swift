import HouseRules

extension CallReplayReport {
    /// The report in Chinese, for a terminal.
    public var text: String {
        [
            heading, peopleTable, realTable,
            "按业务类型：\n" + Self.table(of: kinds, header: "类型"),
            "按天：\n" + Self.table(of: days, header: "日期"), balance,
        ].joined(separator: "\n")
    }

    private var heading: String {
        var lines = [
            "来电重放（\(mode.label)，漏接\(makeup ? "记补接" : "不补")）："
                + "\(days.count) 天，来电 \(total.calls) 通。",
            "接听 \(total.answered) 通，待回拨单 \(total.callbacks) 张"
                + "（其中无人在岗 \(callbacksNobodyOnDuty) 张）；待回拨单在重放中不再回拨。",
            "原挂断 \(total.originallyHungUp) 通（不占线，重放中接起 \(hungUpAnswered) 通）；"
                + "接通但无时长 \(withoutServiceTime) 通（不占线），没记接听人 \(withoutAgent) 通；"
                + "误录 \(phantoms) 行不算来电。",
        ]
        if total.refused > 0 {
            let codes = refusals.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            lines.append("制度不受理 \(total.refused) 通：\(codes.joined(separator: "、"))。")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var peopleTable: String {
        var table = TextTable(
            [.text("顾问")]
                + [
                    "天数", "在岗小时", "轮到", "接听", "轮空", "记补接", "用补接", "补接作废", "转出", "代接",
                    "每小时轮到",
                ].map { .number($0) })
        for person in people {
            table.rows.append(
                [person.staff, "\(person.days)", hours(person.dutySeconds)]
                    + [
                        person.offered, person.taken, person.forfeited, person.makeupsGranted,
                        person.makeupsUsed, person.makeupsLapsed, person.handedOn,
                        person.takenForOthers,
                    ].map { "\($0)" }
                    + [person.turnsPerHour.map { hundredths($0) } ?? "—"])
        }
        return "轮次：\n" + table.text
    }

    private var realTable: String {
        var table = TextTable(
            [.text("顾问")]
                + ["重放接听", "实际接听", "相差", "重放通话小时", "实际通话小时"].map { .number($0) })
        for person in people {
            table.rows.append([
                person.staff, "\(person.taken)", "\(person.reallyServed)",
                "\(person.taken - person.reallyServed)", hours(person.lineSeconds),
                hours(person.realServiceSeconds),
            ])
        }
        return "与实际相比：\n" + table.text
    }

    private var balance: String {
        let sum = { (value: (Person) -> Int) in people.reduce(0) { $0 + value($1) } }
        let inTurn = sum(\.takenInTurn)
        let granted = sum(\.makeupsGranted)
        let exactly =
            withoutOneOutcome == 0
            ? "每通恰有一个结果" : "有 \(withoutOneOutcome) 通不是恰有一个结果"
        return """
            \(exactly)：\(total.calls) = 接听 \(total.answered) + 待回拨 \(total.callbacks) \
            + 不受理 \(total.refused)。
            轮次账：轮到 \(sum(\.offered)) = 轮到即接 \(inTurn) + 轮空 \(sum(\.forfeited)) \
            + 记补接 \(granted) + 转出 \(sum(\.handedOn))。
            补接账：记 \(granted) = 用 \(sum(\.makeupsUsed)) + 作废 \(sum(\.makeupsLapsed)) \
            + 未用 \(sum(\.makeupsOpen))。
            \(isBalanced ? "账平。" : "账不平！")
            决定 \(decisions) 条，\(chainFault.map { "哈希链在第 \($0) 条断开！" } ?? "哈希链完整。")

            """
    }

    private static func table(of groups: [Group], header: String) -> String {
        var table = TextTable(
            [.text(header)] + ["来电", "接听", "待回拨", "不受理", "原挂断"].map { .number($0) })
        for group in groups {
            table.rows.append(
                [group.name]
                    + [
                        group.calls, group.answered, group.callbacks, group.refused,
                        group.originallyHungUp,
                    ].map { "\($0)" })
        }
        return table.text
    }
}

/// Hours to a tenth, rounded half up.
private func hours(_ seconds: Int) -> String {
    let tenths = (seconds + 180) / 360
    return "\(tenths / 10).\(tenths % 10)"
}

private func hundredths(_ number: Double) -> String {
    let whole = Int((number * 100).rounded())
    let rest = whole % 100
    return "\(whole / 100).\(rest < 10 ? "0" : "")\(rest)"
}

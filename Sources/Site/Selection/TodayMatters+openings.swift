import HouseRules

extension TodayMatters {
    /// Activities that wait for management: stopped, objected to, not approved (SEL-08, SEL-09).
    var openings: [TodayView.Line] {
        state.selection.activities.sorted {
            ($0.value.opensAt, $0.key) < ($1.value.opensAt, $1.key)
        }.compactMap { id, activity in
            waits(activity).map { text, link in
                let path = "/openings/\(percentEncode(id.rawValue))\(link.rawValue)"
                return TodayView.Line(title: activity.title, text: text, link: (link.label, path))
            }
        }
    }

    /// What an activity waits for, the most urgent only, and where that is settled.
    private func waits(_ activity: Activity) -> (String, OpeningPart)? {
        if let since = activity.pausedAt {
            return ("\(since.words) 起暂停，时限不走。", .overview)
        }
        let open = activity.objections.count { $0.answer == nil }
        if open > 0 { return ("\(open) 件现场异议没有处理。", .objections) }
        guard activity.approvedAt == nil, activity.opensAt.day <= now.day.adding(days: 1) else {
            return nil
        }
        let gaps = activity.rosterHash == nil ? ["名单没锁定"] : activity.gaps.map(\.words)
        let missing = gaps.isEmpty ? "准备齐全" : "还缺 \(gaps.count) 项，如\(gaps[0])"
        return ("\(activity.opensAt.words) 开始，还没批准就绪，\(missing)。", .preparation)
    }
}

import HouseRules
import Synchronization

/// Which buyer an order code of eight letters belongs to, over all activities that go on. A roster
/// is reckoned through once, however many buyers type their codes.
final class CodeShelf: Sendable {
    private struct Key: Hashable {
        let site: SiteID
        let activity: ActivityID
    }

    private struct Kept {
        /// The roster that was reckoned through.
        let roster: [RosterEntry]
        let persons: [String: PersonID]
    }

    private let kept = Mutex<[Key: Kept]>([:])

    /// Whose code it is; nil: nobody's.
    func code(
        of short: String, at site: SiteID, _ selection: Selection, _ key: PersonKey
    ) -> OrderCode? {
        for (id, activity) in selection.activities {
            if let person = persons(site, id, activity.roster, key)[short] {
                return OrderCode(site: site, activity: id, person: person)
            }
        }
        return nil
    }

    private func persons(
        _ site: SiteID, _ id: ActivityID, _ roster: [RosterEntry], _ key: PersonKey
    ) -> [String: PersonID] {
        let place = Key(site: site, activity: id)
        if let found = kept.withLock({ $0[place] }), found.roster == roster {
            return found.persons
        }
        let pairs = roster.map { entry in
            let code = OrderCode(site: site, activity: id, person: entry.person)
            return (code.short(key), entry.person)
        }
        let persons = Dictionary(pairs) { first, _ in first }
        kept.withLock { $0[place] = Kept(roster: roster, persons: persons) }
        return persons
    }
}

/// Order codes that were proven lately: a buyer shows the same one with every request.
final class ProvenCodes: Sendable {
    private let codes = Mutex(BoundedTable<String, OrderCode>(limit: 40_000))

    /// What a text stands for, if this house made it.
    func code(of token: String, _ key: PersonKey) -> OrderCode? {
        if let code = codes.withLock({ $0[token] }) { return code }
        guard let code = OrderCode(token: token, key) else { return nil }
        codes.withLock { $0[token] = code }
        return code
    }
}

/// Where a buyer types the order code that stands on their slip.
struct CodeEntryPage: Sendable {
    let siteName: String
    var typed = ""
    var fault: String?

    var html: HTML {
        let code = TextField(
            "code", "订单码", value: typed, hint: "签到凭证上的八位字母数字，不分大小写。", fault: fault,
            isRequired: true, maxLength: 20)
        return Layout(
            title: "选房查询 · \(siteName)", viewer: nil, current: "/o",
            body: """
                <div class="buyer"><h1>选房查询</h1>
                \(card(
                    "打开我的页面",
                    body: """
                    <form method="post" action="/o" class="form">\(code.html)
                    <p class="actions">\(button("打开", .primary))</p></form>
                    """))</div>
                """
        ).html
    }
}

import HouseRules

/// What the end of a number found, for the arrival form.
struct LookUp: Sendable {
    let tail: String
    let found: [PhoneMatch]

    /// The visitors found, to choose the one who stands there.
    var choices: HTML? {
        guard !found.isEmpty else { return nil }
        let stranger = Choice(value: "", label: "都不是")
        return ChoiceChips(
            name: "customer", label: "尾号 \(tail) 的客户",
            choices: found.map {
                Choice(value: $0.person.rawValue, label: $0.name, note: $0.phone)
            } + [stranger],
            selected: found.count == 1 ? found[0].person.rawValue : nil,
            hint: "请客户说出自己姓什么再选；归谁接仍按首问。"
        ).html
    }

    /// Said below the question when nobody was found.
    var nobody: HTML? {
        found.isEmpty ? "<p role=\"status\">没有尾号 \(tail) 的客户，按首问登记。</p>" : nil
    }
}

import HouseRules

/// An invented customer: the names are made up, the numbers belong to nobody.
struct DemoCustomer: Sendable {
    let person: PersonID
    let details: PersonDetails
    /// Who knows them.
    var owner: StaffID?
    /// When they are expected.
    var expected: Moment?
    /// They have been here.
    var hasVisited = false

    private static let surnames = Array("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜")
    private static let titles = ["先生", "女士"]

    /// The n-th customer of a site.
    init(
        _ number: Int, of site: SiteID, on day: BusinessDay, _ numbers: inout DemoNumbers
    ) {
        person = PersonID("demo-\(site)-\(day.text)-\(number)")
        let surname = numbers.pick(Self.surnames).map(String.init) ?? "王"
        let title = numbers.pick(Self.titles) ?? "女士"
        let tail = String(String(100_000 + (number * 7919) % 90_000).suffix(4))
        let middle = String(String(10_000 + number % 9000).suffix(4))
        details = PersonDetails(name: surname + title, phone: "138\(middle)\(tail)")
    }
}

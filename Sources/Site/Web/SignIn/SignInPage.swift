/// The page on which people say who they are.
struct SignInPage: Sendable {
    /// Somebody of the demonstration.
    struct Person: Sendable {
        let login: String
        let name: String
        let role: String
        /// The site they work on.
        let site: String
    }

    let siteName: String
    /// Where to go afterwards.
    let back: String?
    /// Shown in a demonstration only.
    let people: [Person]
    var login = ""
    var refusal: String?

    var html: HTML {
        Layout(title: "登录 · \(siteName)", viewer: nil, current: "/sign-in", body: content).html
    }

    private var content: HTML {
        """
        <div class="sign-in">
        <header><p class="sign-in-mark">案</p><h1>\(siteName)</h1>
        <p class="muted">请登录后使用</p></header>
        \(refusal.map { notice(.stop, title: "没有登录成功", text: $0) })
        <form class="card form" method="post" action="/sign-in">
        \(backField)
        \(TextField("login", "账号", value: login, isRequired: true, autocomplete: "username").html)
        \(TextField(
            "password", "密码", type: "password", isRequired: true,
            autocomplete: "current-password"
        ).html)
        \(button("登录", .primary))
        </form>
        \(demo)
        </div>
        """
    }

    private var backField: HTML? {
        back.map { "<input type=\"hidden\" name=\"return\" value=\"\($0)\">" }
    }

    private var demo: HTML? {
        guard !people.isEmpty else { return nil }
        var sites: [String] = []
        for person in people where !sites.contains(person.site) { sites.append(person.site) }
        let groups: [HTML] = sites.map { site in
            "<h3>\(site)</h3><ul>\(rows(people.filter { $0.site == site }))</ul>"
        }
        return """
            <section class="demo-people" aria-labelledby="demo-people">
            <h2 id="demo-people">演示：选一个人，一键登录</h2>
            \(groups)
            </section>
            """
    }

    private func rows(_ people: [Person]) -> [HTML] {
        people.map { person in
            """
            <li><form method="post" action="/sign-in/demo" data-demo-person="\(person.login)">
            \(backField)<input type="hidden" name="login" value="\(person.login)">
            <button class="person-button"><span class="person-name">\(person.name)</span>
            <span class="muted">\(person.role)</span></button></form></li>

            """
        }
    }
}

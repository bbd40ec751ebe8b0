import HouseRules

/// The person a page is for.
struct Viewer: Sendable {
    /// One place of the navigation.
    struct Item: Sendable {
        let href: String
        let label: String
        let icon: Icon
    }

    let name: String
    let roleName: String
    let staffID: StaffID
    let siteName: String
    let csrfToken: String
    let items: [Item]

    /// The hidden field that every form of this person carries.
    var csrfField: HTML { "<input type=\"hidden\" name=\"_csrf\" value=\"\(csrfToken)\">" }
}

/// The frame around every page.
struct Layout: Sendable {
    /// What kind of screen the page is made for.
    enum Screen: String, Sendable {
        case ordinary
        /// A television, read from five metres: dark, without navigation.
        case wall
    }

    let title: String
    let viewer: Viewer?
    /// The path that is marked in the navigation.
    let current: String
    let body: HTML
    var screen = Screen.ordinary
    /// The server's clock in milliseconds, so that countdowns are right on a phone whose clock is
    /// not.
    var now: Int64?
    /// A script that this page alone needs.
    var script: String?

    var html: HTML {
        """
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
        \(head)
        </head>
        <body class="\(bodyClass)"\(headers)>
        <a class="skip-link" href="#main">跳到正文</a>
        \(banner)
        \(frame)
        </body>
        </html>

        """
    }

    private var bodyClass: String {
        if screen == .wall { return "wall" }
        return viewer == nil ? "plain" : "framed"
    }

    private var head: HTML {
        let csrf: HTML? = viewer.map { "<meta name=\"csrf-token\" content=\"\($0.csrfToken)\">\n" }
        let clock: HTML? = now.map { "<meta name=\"server-now\" content=\"\($0)\">\n" }
        return """
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
            <meta name="color-scheme" content="light dark">
            <meta name="format-detection" content="telephone=no">
            <meta name="htmx-config" content="\(Self.htmxConfiguration)">
            \(csrf)\(clock)<title>\(title)\(siteSuffix)</title>
            \(Self.links)\(script.flatMap(AssetShelf.url).map(Self.link))
            """
    }

    private static func link(_ script: String) -> HTML {
        "<script src=\"\(url: script)\" defer></script>\n"
    }

    private var siteSuffix: String { viewer.map { " · \($0.siteName)" } ?? "" }

    /// Every request htmx makes for this person carries the token.
    private var headers: HTML? {
        viewer.map { " data-hx-headers=\"\("{\"X-CSRF-Token\":\"\($0.csrfToken)\"}")\"" }
    }

    /// No evaluation, no inline styles, nothing personal kept in the browser; faults are shown,
    /// too.
    private static let htmxConfiguration = """
        {"allowEval":false,"includeIndicatorStyles":false,"selfRequestsOnly":true,\
        "allowScriptTags":false,"historyCacheSize":0,"refreshOnHistoryMiss":true,\
        "responseHandling":[{"code":"204","swap":false},{"code":"...","swap":true}]}
        """

    /// The style sheet and the scripts, each under an address that names its content.
    private static let links: HTML = {
        let sheet: HTML? = AssetShelf.url("css/app.css").map {
            "<link rel=\"stylesheet\" href=\"\(url: $0)\">\n"
        }
        let icon: HTML? = AssetShelf.url("icon.svg").map {
            "<link rel=\"icon\" href=\"\(url: $0)\" type=\"image/svg+xml\">\n"
        }
        let scripts: [HTML] = ["vendor/htmx.min.js", "vendor/hx-sse.min.js", "app.js"]
            .compactMap(AssetShelf.url).map(link)
        return "\(sheet)\(icon)\(scripts)"
    }()

    private var banner: HTML {
        """
        <div id="connection" class="connection" role="status" hidden>\(Icon.warning.html)
        <span>和系统的连接断了，正在重连；现在看到的可能不是最新的。</span></div>
        """
    }

    private var frame: HTML {
        let main: HTML = """
            <main id="main" tabindex="-1">
            <div id="notices" aria-live="polite"></div>
            \(body)
            </main>
            """
        guard let viewer, screen == .ordinary else { return main }
        return """
            <header class="top">
            <a class="site-name" href="/">\(viewer.siteName)</a>
            <p class="who"><span class="who-name">\(viewer.name)</span>
            <span class="who-role">\(viewer.roleName)</span></p>
            <form method="post" action="/sign-out">\(viewer.csrfField)
            <button class="button button-quiet">\(Icon.leave.html)退出</button></form>
            </header>
            <nav class="places" aria-label="主要页面"><ul>\(viewer.items.map(item))</ul></nav>
            \(main)
            """
    }

    private func item(_ item: Viewer.Item) -> HTML {
        let isHere = current == item.href || current.hasPrefix(item.href + "/")
        let mark: HTML? = isHere ? " aria-current=\"page\"" : nil
        return """
            <li><a href="\(url: item.href)"\(mark)>\(item.icon.html)\
            <span>\(item.label)</span></a></li>
            """
    }
}

import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite struct `The frame of a page` {
    private let viewer = Viewer(
        name: "安然", roleName: "置业顾问", staffID: "a", siteName: "云栖府", csrfToken: "t\"k",
        items: [
            .init(href: "/me", label: "我的", icon: .person),
            .init(href: "/board", label: "看板", icon: .board),
        ])

    private func html(
        _ viewer: Viewer?, current: String = "/board", screen: Layout.Screen = .ordinary,
        now: Int64? = nil
    ) -> String {
        Layout(
            title: "轮次", viewer: viewer, current: current, body: "<p>体</p>", screen: screen,
            now: now
        ).html.string
    }

    @Test func `a stranger gets the body and neither names nor places nor a token`() {
        let text = html(nil)
        #expect(text.contains("<p>体</p>") && text.contains("<body class=\"plain\">"))
        for part in ["csrf", "data-hx-headers", "class=\"places\"", "class=\"top\"", "退出"] {
            #expect(!text.contains(part), "\(part)")
        }
        #expect(text.contains("<title>轮次</title>"))
    }

    @Test func `who is signed in gets name, role, places and the way out`() {
        let text = html(viewer)
        #expect(text.contains("<body class=\"framed\" data-hx-headers="))
        #expect(text.contains("<title>轮次 · 云栖府</title>"))
        #expect(text.contains("安然") && text.contains("置业顾问") && text.contains("退出"))
        #expect(text.split(separator: "<li><a href=").count == 3)
        #expect(text.contains("name=\"_csrf\" value=\"t&quot;k\""))
        #expect(text.contains("<meta name=\"csrf-token\" content=\"t&quot;k\">"))
    }

    @Test(arguments: [
        ("/board", "/board"), ("/board/wall", "/board"), ("/me", "/me"), ("/boards", nil),
        ("/", nil), ("", nil),
    ])
    func `the place is marked by its path, not by its beginning`(current: String, place: String?) {
        let marked = html(viewer, current: current)
            .matches(of: /href="([^"]*)" aria-current="page"/).map { String($0.output.1) }
        #expect(marked == [place].compactMap(\.self))
    }

    @Test func `the wall has a class of its own and no frame`() {
        let text = html(viewer, screen: .wall)
        #expect(text.contains("<body class=\"wall\"") && !text.contains("class=\"top\""))
        #expect(text.contains("<p>体</p>"))
    }

    @Test func `the clock is told when there is one`() {
        let text = html(nil, now: 1_748_829_600_000)
        #expect(text.contains("server-now\" content=\"1748829600000\""))
        #expect(!html(nil).contains("server-now"))
    }

    @Test func `every page is Chinese, fits a telephone and can be skipped into`() {
        for text in [html(nil), html(viewer), html(viewer, screen: .wall)] {
            #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\">"))
            #expect(text.contains("width=device-width") && text.contains("href=\"#main\""))
            #expect(text.contains("<main id=\"main\" tabindex=\"-1\">"))
            #expect(text.contains("id=\"connection\" class=\"connection\" role=\"status\" hidden"))
        }
    }
}

@Suite struct `Problems in words` {
    @Test(arguments: [
        (Problem.badRequest("x"), 400), (.signInFirst, 401), (.forbidden(nil), 403),
        (.expiredForm, 403), (.foreignOrigin, 403), (.notFound, 404),
        (.methodNotAllowed(allow: "GET"), 405), (.slowBody, 408), (.contentTooLarge(limit: 9), 413),
        (.addressTooLong, 414), (.unsupportedType, 415), (.tooMany(after: 3), 429),
        (.internalError(id: "e-1"), 500), (.busy(after: 2), 503), (.noRoom, 503),
    ])
    func `each has its status, its title and what to do next`(problem: Problem, status: Int) {
        #expect(problem.status.code == status)
        #expect(!problem.title.isEmpty && !problem.detail.isEmpty)
        #expect(!problem.title.contains(/[.,;:。]/))
    }

    @Test func `who may try again is told when`() {
        let busy = Problem.busy(after: 2)
        #expect(busy.retryAfter == 2 && busy.detail.contains("2 秒"))
        #expect(Problem.tooMany(after: 7).retryAfter == 7)
        #expect(Problem.noRoom.retryAfter == 60 && Problem.notFound.retryAfter == nil)
    }

    @Test func `only what was left unread closes the connection`() {
        #expect(Problem.contentTooLarge(limit: 1).closesConnection)
        #expect(Problem.slowBody.closesConnection)
        #expect(!Problem.notFound.closesConnection && !Problem.busy(after: 1).closesConnection)
    }

    @Test func `sizes are told in kilobytes, one at least`() {
        #expect(Problem.contentTooLarge(limit: 10).detail.contains("1 KB"))
        #expect(Problem.contentTooLarge(limit: 1 << 20).detail.contains("1024 KB"))
    }

    @Test func `an error has its number and no more`() {
        #expect(Problem.internalError(id: "e-1").detail.contains("编号 e-1"))
    }
}

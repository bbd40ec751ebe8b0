import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `Style guide` {
    private let viewer = Viewer(
        name: "王芳", roleName: "导台", staffID: "fang", siteName: "云栖府", csrfToken: "token",
        items: [
            .init(href: "/reception", label: "来客", icon: .arrival),
            .init(href: "/board", label: "轮次", icon: .board),
            .init(href: "/calls", label: "来电", icon: .phone),
            .init(href: "/decisions", label: "裁定", icon: .journal),
            .init(href: "/me", label: "我的", icon: .person),
        ])

    @Test func `every component looks as it did`() throws {
        try expectSnapshot(StyleGuidePage(viewer: viewer).html.string, named: "style-guide")
    }

    @Test func `the wall screen has no navigation`() throws {
        let html = StyleGuidePage(screen: .wall, viewer: viewer).html.string
        #expect(html.contains("<body class=\"wall\""))
        #expect(!html.contains("class=\"places\""))
        try expectSnapshot(html, named: "style-guide-wall")
    }

    @Test func `the sign-in page looks as it did, in a demonstration and without`() throws {
        let people = [
            SignInPage.Person(login: "jing", name: "李静", role: "置业顾问", site: "云栖府"),
            SignInPage.Person(login: "wei", name: "王伟", role: "销售经理", site: "云栖府"),
        ]
        let demo = SignInPage(siteName: "云栖府", back: "/board", people: people)
        try expectSnapshot(demo.html.string, named: "sign-in-demo")
        let refused = SignInPage(
            siteName: "云栖府", back: nil, people: [], login: "<b>", refusal: "账号或密码不对。")
        try expectSnapshot(refused.html.string, named: "sign-in-refused")
        #expect(!refused.html.string.contains("data-demo-person"))
    }

    @Test func `the place one is at is marked, and only that one`() {
        let html = Layout(
            title: "x", viewer: viewer, current: "/decisions/17", body: ""
        ).html.string
        #expect(html.contains("href=\"/decisions\" aria-current=\"page\""))
        #expect(html.components(separatedBy: "aria-current").count == 2)
    }

    @Test func `nothing is inline and htmx may not evaluate`() {
        let html = StyleGuidePage(viewer: viewer).html.string
        #expect(!html.contains(/<script(?![^>]* src=)/))
        #expect(!html.contains(/<style|\sstyle=|\son[a-z]+=|\shx-/))
        #expect(html.contains("{&quot;allowEval&quot;:false"))
    }

    @Test func `titles and names from people are escaped`() {
        var viewer = viewer
        viewer = Viewer(
            name: "<i>", roleName: "\"", staffID: "x", siteName: "&", csrfToken: "\"><",
            items: [.init(href: "javascript:x", label: "<b>", icon: .list)])
        let html = Layout(title: "<title>", viewer: viewer, current: "/", body: "").html.string
        #expect(!html.contains("<i>") && !html.contains("<b>") && !html.contains("<title><"))
        #expect(!html.contains("javascript:x"))
    }
}

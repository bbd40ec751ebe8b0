import HTTPTypes
import HouseRules

/// What a television shows of an activity: who is called, who is next, who missed, what is left,
/// and how long until it opens. Numbers and masked tickets only.
struct OpeningWall: Sendable {
    let view: OpeningView

    private var activity: Activity { view.activity }

    var html: HTML {
        """
        <p class="board-head">\(badge(view.progress.label, view.progress.tone)) \(clock) \
        <strong>余 \(activity.units.count - view.takenCount) 套</strong> \
        已选 \(view.takenCount) / \(activity.units.count) 套</p>
        \(called)\(lists)\(UnitPlan(view: view).html)
        """
    }

    private var clock: HTML? {
        guard view.now < activity.opensAt else { return nil }
        return """
            <span class="wall-opens">\(activity.opensAt.words) 开始 \
            \(countdown(to: activity.opensAt.milliseconds, fallback: ""))</span>
            """
    }

    private func numbers(_ people: [PersonID]) -> [HTML] {
        people.map { person in
            let buyer = activity.buyers[person]
            return """
                <li><strong>\(buyer?.number.map { "\($0) 号" } ?? "")</strong> \
                \(buyer?.ticket ?? "")</li>
                """
        }
    }

    private var called: HTML? {
        guard !activity.called.isEmpty else { return nil }
        let until = activity.called.compactMap { activity.clock(of: $0)?.until }.max()
        let end: HTML? = until.map {
            activity.pausedAt != nil
                ? "<p>停表</p>"
                : """
                <p>\($0.clockWords) 前（含）签到 \
                \(countdown(to: $0.wholeSecond.milliseconds + 999, fallback: ""))</p>
                """
        }
        return """
            <section class="wall-part wall-called" aria-label="正在叫"><h2>正在叫</h2>
            <ul>\(numbers(activity.called))</ul>\(end)</section>
            """
    }

    private func part(_ title: String, _ people: [PersonID]) -> HTML? {
        guard !people.isEmpty else { return nil }
        let more: HTML? = people.count > 24 ? "<p>等 \(people.count) 位</p>" : nil
        return """
            <section class="wall-part"><h2>\(title)</h2>
            <ul>\(numbers(Array(people.prefix(24))))</ul>\(more)</section>
            """
    }

    private var lists: HTML {
        """
        <div class="wall-lists">\(part("下一组", activity.isOrdered ? activity.nextGroup : []))\
        \(part("已签到", activity.present))\(part("正在选", activity.seated))\
        \(part("已过号，本轮末尾再叫一次", activity.missed))</div>
        """
    }
}

/// The big screen of an activity and its stream.
struct OpeningWallRoutes: Sendable {
    let house: House
    let live: LiveOpenings

    var routes: [Route] {
        let access = Access.permission(.seeBoard)
        return [
            Route(
                .get, "/openings/{id}/wall", access: access, kind: .page, summary: "活动大屏",
                handler: wall),
            Route(
                .get, "/events/openings/{id}", access: access, kind: .events,
                summary: "活动的实时变化"
            ) { call in
                let view = try await house.opening(call)
                let book = try await house.book(call)
                live.follow(book)
                return try call.web.live.stream(
                    call, topics: [LiveOpenings.topic(book.site, view.id)]
                ) { [live] in await live.events(view.id, book) }
            },
        ]
    }

    @Sendable private func wall(_ call: Call) async throws -> Answer {
        let view = try await house.opening(call)
        let viewer = call.web.viewer(of: call.session)
        let body: HTML = """
            <h1>\(call.siteName) · \(view.activity.title)</h1>
            <div data-hx-ext="sse" data-sse-connect="\(url: "/events" + view.path)">
            <div id="opening" class="opening-wall" data-sse-swap="opening">\
            \(OpeningWall(view: view).html)</div></div>
            """
        return .html(
            Layout(
                title: "大屏 · \(view.activity.title)", viewer: viewer, current: "/openings",
                body: body, screen: .wall, now: call.web.surroundings.now()
            ).html)
    }
}

import Database
import HouseRules

/// An activity as its pages need it, at one instant.
struct OpeningView: Sendable {
    let id: ActivityID
    let activity: Activity
    let state: SiteState
    let seq: Int
    let now: Moment

    /// Nil when there is none of that number that goes on.
    init?(_ id: ActivityID, _ state: SiteState, seq: Int, at now: Moment) {
        guard let activity = state.selection.activities[id] else { return nil }
        (self.id, self.activity, self.state) = (id, activity, state)
        (self.seq, self.now) = (seq, now)
    }

    /// Where its pages are.
    var path: String { "/openings/\(percentEncode(id.rawValue))" }

    /// How far a unit is; nil: it is free.
    func status(of unit: UnitID) -> PickStatus? { state.hold(of: unit)?.status }

    /// How many units somebody has.
    var takenCount: Int { activity.units.keys.count { state.hold(of: $0) != nil } }

    /// Whether deadlines of this kind stand still: the pause need not stop them all (SEL-09).
    func isStill(_ kind: ClockKind) -> Bool {
        activity.pausedAt != nil && activity.terms.freezes.contains(kind)
    }

    /// What the activity is waiting for, in a word.
    var progress: (label: String, tone: Tone) {
        if activity.pausedAt != nil { return ("暂停", .stop) }
        if activity.approvedAt == nil { return ("准备中", .warn) }
        if now < activity.opensAt { return ("就绪，未开始", .calm) }
        return takenCount == activity.units.count ? ("已全部选定", .off) : ("进行中", .good)
    }
}

/// The pages of an activity.
enum OpeningPart: String, CaseIterable, Sendable {
    case overview = ""
    case roster = "/roster"
    case draw = "/draw"
    case preparation = "/preparation"
    case desk = "/desk"
    case heat = "/heat"
    case objections = "/objections"
    case closing = "/closing"

    var label: String {
        switch self {
        case .overview: "概况"
        case .roster: "名单"
        case .draw: "摇号"
        case .preparation: "准备"
        case .desk: "现场"
        case .heat: "热度"
        case .objections: "异议"
        case .closing: "归档"
        }
    }

    /// Who sees it.
    var permission: Permission {
        switch self {
        case .overview, .draw, .heat: .seeBoard
        case .roster, .preparation, .closing: .planOpenings
        case .desk, .objections: .runOpenings
        }
    }
}

extension OpeningView {
    /// A page of the activity in its frame.
    func page(_ part: OpeningPart, told: HTML?, _ call: Call, body: HTML) -> Answer {
        let permissions = call.session?.account.role.permissions ?? []
        let links: [HTML] = OpeningPart.allCases.filter {
            $0 != part && permissions.contains($0.permission)
        }.map { linkButton($0.label, to: path + $0.rawValue, .quiet) }
        return call.page(
            "\(activity.title) · \(part.label)", current: "/openings",
            body: """
                <p class="no-print"><a href="/openings">← 选房和开盘</a></p>
                <div class="page-head"><h1>\(activity.title) · \(part.label)</h1>
                \(badge(progress.label, progress.tone))</div>
                <p class="actions no-print">\(links)\
                \(linkButton("大屏", to: path + "/wall", .quiet))</p>
                \(told)\(body)
                """)
    }

    /// A form of the activity; `mark` tells the forms of one page apart.
    func form(
        _ action: String, _ mark: String, _ call: OpeningForms, _ fields: HTML, _ label: String,
        _ style: ButtonStyle = .primary
    ) -> HTML {
        """
        <form method="post" class="form" action="\(url: path + action)">\(call.csrf)
        <input type="hidden" name="id" value="\(call.id)-\(mark)">\(fields)
        <p class="actions">\(button(label, style))</p></form>
        """
    }
}

/// What every form of a page carries.
struct OpeningForms: Sendable {
    let csrf: HTML
    /// The decision that the form becomes, before its mark.
    let id: String

    init(_ call: Call) {
        csrf = call.csrfField
        id = call.web.surroundings.newID()
    }
}

extension House {
    /// The activity of an address.
    /// - Throws: `Problem.notFound` when there is none that goes on.
    func opening(_ call: Call) async throws -> OpeningView {
        let now = now(call)
        let present = await (try book(call)).view(at: now)
        let id = ActivityID(try call.plainParameter("id"))
        guard let view = OpeningView(id, present.state, seq: present.seq, at: now) else {
            throw Problem.notFound
        }
        return view
    }

    /// Decides a command about an activity and goes back to a page.
    func perform(
        _ command: SelectionCommand, back: String, _ call: Call, alongside: [SQL] = []
    ) async throws -> Answer {
        let record = try await perform(
            .selection(command), id: call.form["id"], call, alongside: alongside)
        if case .pick(let id, _, _) = command, record.refusal?.code == "UNIT_TAKEN" {
            clashes.count(id)
        }
        return .redirect(to: "\(back)?decision=\(record.id)")
    }

    /// What became of the form just sent.
    func told(_ call: Call) async throws -> HTML? {
        try await outcome(try call.query().text("decision"), call)
    }

    /// Names with masked numbers of buyers.
    func labels(of persons: [PersonID], _ call: Call) async throws -> [PersonID: String] {
        let people = People(site: try account(call).site, key: personKey)
        return try await database.read { try people.labels(persons, from: labels, in: $0) }
    }
}

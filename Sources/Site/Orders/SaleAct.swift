import HouseRules

/// What a form about a unit or an order stands on.
struct SaleScene: Sendable {
    let sales: Sales
    let policy: Policy
    let unit: UnitID
    /// The unit as the rules know it; nil for an order whose unit is gone from the lists.
    let known: SalesUnit?
    /// The order that the page is about; nil on the page of a unit.
    var order: SalesOrder?
    /// The void order that the page is about.
    var void: VoidOrder?
    let names: StaffDirectory
    /// Name and masked number of people whom the viewer may know.
    var labels: [PersonID: String] = [:]

    /// How the unit stands.
    var status: UnitStatus { known?.status ?? .unreleased }

    /// Ways of paying that may be chosen.
    var schemes: [Choice] {
        sales.schemes.map {
            Choice(value: $0.name, label: "\($0.name)（\(discountLabel($0.discount))）")
        }
    }

    /// Templates of the printed contract that are in use (SAL-18).
    var templates: [Choice] {
        sales.templates.values.filter { $0.retiredAt == nil }
            .sorted { ($1.since, $0.version) < ($0.since, $1.version) }
            .map { Choice(value: $0.version, label: "\($0.version)（\($0.since.words)起）") }
    }

    /// Name and number, or only that it is somebody's customer.
    func label(_ person: PersonID) -> String { labels[person] ?? "别人的客户" }
}

/// A short form about a unit or an order: what it asks, when it is offered, and what comes of it.
/// The rules decide who may and whether it stands.
struct SaleAct: Sendable {
    /// Its place in the address.
    let name: String
    let title: String
    let hint: String
    let clause: String
    let access: Permission
    var style = ButtonStyle.primary
    var fields: @Sendable (SaleScene) -> [MatterField] = { _ in [] }
    let isOffered: @Sendable (SaleScene) -> Bool
    let command: @Sendable (SaleScene, MatterForm) throws -> SalesCommand

    /// Whoever sells signs in their own name; management and the desks act for others. Who may
    /// write an order the rules tell, by who has the hold (SAL-10).
    func requireOwnName(
        _ scene: SaleScene, _ form: MatterForm, _ account: Account
    ) throws(Problem) {
        guard !account.role.permissions.contains(.knowBuyers),
            name != "order", fields(scene).contains(where: \.isOwnName),
            let sent = form.fields.text("staff"), sent != account.staff.rawValue,
            scene.names.knows(StaffID(sent))
        else { return }
        throw Self.checks.contains(name)
            ? .badRequest("复核要由复核的人自己交。")
            : .badRequest("这张表要用自己的名字交；替别人交，请找经理或内业。")
    }
}

extension MatterField {
    /// Whether it names who hands the form in.
    fileprivate var isOwnName: Bool {
        if case .staff("staff", _, isSelf: true, _) = self { return true }
        return false
    }
}

/// The forms of a page, folded but for the first.
struct SaleActCards: Sendable {
    let acts: [SaleAct]
    let scene: SaleScene
    let path: String
    let viewer: StaffID
    let now: Moment
    let csrf: HTML
    let decisionID: String

    var html: HTML? {
        guard !acts.isEmpty else { return nil }
        return Site.card("办理", body: "\(acts.enumerated().map { form($0.element, $0.offset) })")
    }

    private func form(_ act: SaleAct, _ place: Int) -> HTML {
        let inputs = MatterInputs(
            names: scene.names, viewer: viewer, now: now, suffix: "-" + act.name)
        let fields: [HTML] = act.fields(scene).map(inputs.html)
        return """
            <details class="more"\(flag: "open", place == 0)><summary>\(act.title)</summary>
            <form method="post" class="form" action="\(url: "\(path)/\(act.name)")" \
            data-act="\(act.name)">\(csrf)
            <input type="hidden" name="id" value="\(decisionID)-\(act.name)">
            <p class="hint">\(act.hint) <a href="\(url: "/clauses/\(act.clause)")">\
            \(act.clause)</a></p>\(fields)
            \(button(act.title, act.style))</form></details>
            """
    }
}

/// `98 折` by itself, without the blank that stands before it in a sentence.
func discountLabel(_ points: Int) -> String {
    String(discountWords(points).drop { $0 == " " })
}

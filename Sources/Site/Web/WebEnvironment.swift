import HouseRules

/// What every request may use.
struct WebEnvironment: Sendable {
    let configuration: WebConfiguration
    let surroundings: Surroundings
    let sessions: Sessions
    let live: LiveHub
    /// The places of the navigation, in their order.
    let places: [Place]
    /// What was answered, and how quickly.
    let metrics = WebMetrics()

    /// One place of the navigation and who sees it.
    struct Place: Sendable {
        let href: String
        let label: String
        let icon: Icon
        let access: Access
    }

    /// How pages address the person of a session.
    func viewer(of session: Session?) -> Viewer? {
        guard let session else { return nil }
        let role = session.account.role
        return Viewer(
            name: session.account.displayName, roleName: role.name,
            staffID: session.account.staff,
            siteName: configuration.name(of: session.account.site),
            csrfToken: session.csrfToken,
            items: places.filter { $0.access.verdict(for: role) == .allowed }.map {
                Viewer.Item(href: $0.href, label: $0.label, icon: $0.icon)
            })
    }
}

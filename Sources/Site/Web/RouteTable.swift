import HTTPTypes

/// One address of the site: everything that is known about it stands in this value.
struct Route: Sendable {
    /// What kind of traffic it is; decides which bodies are accepted and how faults are told.
    enum Kind: Sendable {
        /// A page or a part of one, read with GET.
        case page
        /// A submitted HTML form.
        case form
        /// A submitted HTML form that may bring files.
        case upload
        /// JSON in and out.
        case api
        /// A live stream.
        case events
        /// A file that anybody may keep.
        case asset
    }

    let method: HTTPRequest.Method
    let path: String
    let access: Access
    let kind: Kind
    /// One line for the OpenAPI document and the list of routes.
    let summary: String
    /// The largest body in bytes, when not the usual one.
    let bodyLimit: Int?
    let handler: @Sendable (Call) async throws -> Answer
    /// The page of the form, to which it comes back with 422 when a field cannot be taken.
    var page: (@Sendable (Call) async throws -> Answer)?

    init(
        _ method: HTTPRequest.Method, _ path: String, access: Access, kind: Kind,
        summary: String, bodyLimit: Int? = nil,
        handler: @escaping @Sendable (Call) async throws -> Answer
    ) {
        (self.method, self.path, self.access, self.kind) = (method, path, access, kind)
        (self.summary, self.bodyLimit, self.handler) = (summary, bodyLimit, handler)
    }
}

extension Route {
    /// The same route; if it is a form, it comes back on this page when a field is faulty.
    func comingBack(to page: @escaping @Sendable (Call) async throws -> Answer) -> Route {
        var route = self
        if [.form, .upload].contains(kind), route.page == nil { route.page = page }
        return route
    }
}

extension [Route] {
    /// The same routes; forms among them that have no page of their own come back on this one.
    func comingBack(to page: @escaping @Sendable (Call) async throws -> Answer) -> [Route] {
        map { $0.comingBack(to: page) }
    }
}

/// All addresses of the site.
struct RouteTable: Sendable {
    let routes: [Route]

    /// Checks the table; a fault in it is a bug and stops the process before it serves anything.
    init(_ routes: [Route]) {
        for route in routes {
            let isRead = route.method == .get
            precondition(
                route.path.hasPrefix("/") && !route.summary.isEmpty,
                "route without path or summary")
            precondition(
                isRead || [.form, .upload, .api].contains(route.kind),
                "\(route.method) \(route.path) changes something but is neither form nor API")
            precondition(
                !isRead || ![.form, .upload].contains(route.kind),
                "GET \(route.path) cannot take a form")
        }
        self.routes = routes
    }

    /// The routes by path, in their order of declaration.
    var byPath: [(path: String, routes: [Route])] {
        var order: [String] = []
        var groups: [String: [Route]] = [:]
        for route in routes {
            if groups[route.path] == nil { order.append(route.path) }
            groups[route.path, default: []].append(route)
        }
        return order.map { ($0, groups[$0]!) }
    }
}

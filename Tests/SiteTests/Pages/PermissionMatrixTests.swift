import HTTPTypes
import HouseRules
import HummingbirdCore
import Testing

@testable import Site

@Suite struct `Permission matrix` {
    private static let columns: [(letter: Character, role: Role?)] = [
        ("M", .salesManager), ("S", .salesSupervisor), ("D", .dutyOfficer),
        ("F", .frontDeskSecretary), ("C", .consultant), ("K", .clericalStaff), ("A", .auditor),
        ("B", .cashier), ("T", .titleClerk), ("X", .administrator), ("-", nil),
    ]

    private static let expected: [String: String] = Dictionary(
        uniqueKeysWithValues: permissionTable.split(separator: "\n").map { line in
            let parts = line.split(separator: " ")
            return ("\(parts[0]) \(parts[1])", String(parts[2]))
        })

    private func name(_ route: Route) -> String { "\(route.method) \(route.path)" }

    @Test func `every address stands in the table, and no other`() async throws {
        try await withServedSite(.before) {
            $0.demo = true
        } _: { site in
            let routes = Set(site.server.site.table.routes.map(name))
            #expect(routes.subtracting(Self.expected.keys) == [], "addresses without a row")
            #expect(Set(Self.expected.keys).subtracting(routes) == [], "rows without an address")
        }
    }

    @Test func `every role is a column, but for the clock, which is nobody`() {
        #expect(
            Set(Self.columns.compactMap(\.role))
                == Set(Role.allCases).subtracting([.clock]))
        #expect(Role.clock.permissions.isEmpty)
    }

    @Test func `the door lets in whom the table names and turns away all others`() async throws {
        try await withServedSite {
            $0.demo = true
        } _: { site in
            for route in site.server.site.table.routes {
                var admitted = ""
                for column in Self.columns where try await passes(column.role, route, site) {
                    admitted.append(column.letter)
                }
                #expect(admitted == Self.expected[name(route)], "\(name(route))")
            }
        }
    }

    /// Whether somebody gets past the door with an empty submission; none may break anything.
    private func passes(_ role: Role?, _ route: Route, _ site: ServedSite) async throws -> Bool {
        let person = role.flatMap(ServedSite.Person.of)
        let visitor =
            if let person { try await site.visitor(person) } else { site.stranger }
        let path = route.path.replacing("{id}", with: "nothing").replacing("**", with: "nothing")
        var headers = HTTPFields()
        if let token = visitor.token { headers[.csrfToken] = token }
        let sendsJSON = route.kind == .api && route.method == .post
        let answer = try await visitor.response(
            route.method, path, body: sendsJSON ? "{}" : nil,
            type: sendsJSON ? "application/json" : nil, headers: headers)
        #expect(answer.status.code < 500, "\(name(route)) as \(role?.rawValue ?? "nobody")")
        let leadsToSignIn =
            answer.headers[.location]?.hasPrefix("/sign-in") ?? false
            && answer.headers[.setCookie] == nil
        return ![401, 403].contains(answer.status.code) && !leadsToSignIn
    }
}

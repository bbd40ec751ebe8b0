import HTTPTypes
import HouseRules
import HummingbirdCore
import Testing

@testable import Site

/// Who may use which address, written out once: M manager, S supervisor, D duty officer, F front
/// desk, C consultant, K clerk, A auditor, X administrator, - nobody signed in.
private let expectedTable = """
    GET  /assets/**                     MSDFCKAX-
    GET  /healthz                       MSDFCKAX-
    GET  /sign-in                       MSDFCKAX-
    POST /sign-in                       MSDFCKAX-
    POST /sign-in/demo                  MSDFCKAX-
    POST /sign-out                      MSDFCKAX
    POST /sign-out/everywhere           MSDFCKAX
    GET  /                              MSDFCKAX
    GET  /reception                     MSDF
    POST /reception/lookup              MSDF
    POST /visits                        MSDF
    POST /visits/{id}/finish            MSDFC
    GET  /visits/{id}                   MSDFCKA
    POST /visits/{id}/answer            MSDFC
    POST /visits/{id}/claim             MSDFC
    POST /visits/{id}/name              MSDFC
    POST /visits/{id}/reclassify        MSDFC
    POST /visits/{id}/person            MSDFC
    POST /visits/{id}/introduction      MSDF
    POST /visits/{id}/proof             MSD
    POST /visits/{id}/refusal           MSDFC
    POST /visits/{id}/departure         MSDFC
    POST /visits/{id}/price-talk        MSDFC
    POST /visits/{id}/staff-referral    MSDFC
    POST /visits/{id}/steps             MSDFC
    POST /visits/{id}/entry             MSDFC
    POST /visits/{id}/table             MSDFC
    POST /visits/{id}/handover-note     MSDFC
    POST /visits/{id}/handover-reading  MSDFC
    POST /visits/{id}/dispute           MSDFC
    POST /visits/{id}/customer          MS
    POST /visits/{id}/merge             MS
    POST /visits/{id}/split             MS
    POST /visits/{id}/change            MS
    GET  /appointments                  MSDFC
    POST /appointments                  MSDFC
    POST /appointments/rest-day         MSDFC
    GET  /calls                         MSDF
    POST /calls                         MSDF
    POST /calls/{id}/end                MSDF
    POST /calls/{id}/answer             MSDF
    GET  /calls/{id}                    MSDFC
    POST /calls/{id}/entry              MSDFC
    POST /calls/{id}/text               MSDFC
    POST /line/rung                     MSDF
    POST /line/second                   MSDF
    POST /line/hand                     MSDF
    POST /line/order                    MSDF
    GET  /texts                         MSDFC
    GET  /slips                         MSDFC
    POST /slips/messages                MSDFC
    POST /slips/messages/{id}/done      MSDFC
    POST /slips/promises                MSDFC
    POST /slips/promises/{id}/done      MSDFC
    POST /slips/promises/{id}/change    MSDFC
    GET  /registers                     MSK
    GET  /registers.xlsx                MSK
    POST /registers/closing             MSK
    GET  /me                            MSDC
    GET  /me/state                      MSDC
    POST /staff/{id}/stand              MSDC
    POST /staff/{id}/absence            MSDC
    POST /staff/{id}/front              MSDC
    POST /staff/{id}/waiver             MSDC
    POST /staff/{id}/off-duty           MSDC
    GET  /board                         MSDFCKA
    GET  /board/wall                    MSDFCKA
    GET  /board/wall/state              MSDFCKA
    GET  /events/board                  MSDFCKA
    POST /sheet                         MSD
    POST /sheet/confirmation            MSD
    POST /sheet/closure                 MSD
    POST /moves                         MSD
    GET  /me/notices                    MSDC
    GET  /events/me                     MSDC
    POST /notices/{id}/seen             MSDC
    GET  /messages                      MSDAX
    GET  /messages/{id}                 MSDAX
    POST /messages/{id}/retry           MSD
    POST /messages/{id}/void            MSD
    GET  /readyz                        MSDFCKAX-
    GET  /metrics                       MSDFCKAX-
    GET  /today                         MS
    GET  /today/live                    MS
    POST /evening-meeting               MS
    POST /text-reviews/{id}             MS
    GET  /orders/{id}                   MS
    POST /orders/{id}                   MS
    GET  /disputes                      MSDFCKA
    GET  /disputes.xlsx                 MS
    GET  /disputes/{id}                 MSDFCKA
    POST /disputes/{id}/ruling          MS
    GET  /matters                       MSCK
    GET  /matters/{id}                  MSCK
    POST /matters/{id}                  MSCK
    GET  /adjudications                 MSDFCKA
    GET  /adjudications/{id}            MSDFCKA
    GET  /adjudications/{id}/print      MSDFCKA
    POST /adjudications/{id}/claim      MSCK
    POST /adjudications/{id}/verify     MSCK
    POST /adjudications/{id}/object     MSCK
    POST /adjudications/{id}/contest    MSCK
    POST /adjudications/disputes/{id}/negotiate MS
    POST /adjudications/disputes/{id}/agree MS
    POST /adjudications/disputes/{id}/escalate MS
    POST /adjudications/disputes/{id}/award MS
    POST /adjudications/disputes/{id}/appeal MSCK
    GET  /deals                         MSCK
    POST /deals                         MSCK
    GET  /suspensions                   MSKA
    GET  /suspensions.xlsx              MS
    GET  /penalties                     MSKA
    GET  /penalties.xlsx                MSK
    GET  /inspections                   MSDFK
    GET  /inspections.xlsx              MSK
    GET  /checklists                    MSDFK
    POST /inspections                   MSDFK
    GET  /inspections/{id}              MSDFK
    POST /inspections/{id}/recheck      MSDFK
    GET  /decisions/{id}/slip           MSDFCKA
    GET  /roster                        MSDFCKA
    GET  /roster/{id}                   MSDK
    POST /roster/{id}/rest-days         MSDK
    POST /roster/{id}/group             MS
    GET  /onsite                        MSDFCK
    POST /tours                         MSDFCK
    POST /tours/{id}/return             MSDFCK
    POST /leaders                       MSDFK
    POST /stages                        MSDFCK
    GET  /scripts                       MSDFCKA
    GET  /channels                      MS
    POST /channels/companies            MS
    POST /channels/agents               MS
    POST /channels/agents/{id}/address  MS
    POST /channels/agents/{id}/withdrawal MS
    POST /channels/blocks               MS
    POST /channels/blocks/lift          MS
    POST /channels/audits/{id}          MS
    GET  /channels/reports              MSK
    GET  /channels/reports.xlsx         MSK
    POST /channels/deals                MSK
    POST /channels/surveys/{id}         MSK
    GET  /channels/rulings              MS
    POST /channels/reviews              MS
    POST /channels/poaching             MS
    GET  /channels/confirmations/{id}   MSDF
    GET  /channels/desk                 MSDF
    POST /channels/desk/match           MSDF
    POST /channels/desk/mention         MSDF
    POST /channels/desk/gate            MSDF
    POST /channels/desk/confirmation    MSDF
    GET  /r/{id}                        MSDFCKAX-
    POST /r/{id}                        MSDFCKAX-
    GET  /openings                      MSDFCKA
    POST /openings                      MSK
    GET  /openings/units.xlsx           MSK
    GET  /openings/roster.xlsx          MSK
    GET  /openings/{id}                 MSDFCKA
    POST /openings/{id}/pause           MS
    POST /openings/{id}/resumption      MS
    GET  /openings/{id}/heat            MSDFCKA
    GET  /openings/{id}/roster          MSK
    POST /openings/{id}/roster          MSK
    POST /openings/{id}/lock            MSK
    POST /openings/{id}/amendments      MSK
    GET  /openings/{id}/roster/print    MSK
    GET  /openings/{id}/roster/codes    MSK
    GET  /openings/{id}/draw            MSDFCKA
    POST /openings/{id}/commitment      MS
    POST /openings/{id}/draw            MS
    GET  /openings/{id}/draw/print      MSDFCKA
    GET  /openings/{id}/draw/sheet.yaml MSDFCKA
    GET  /openings/{id}/preparation     MSK
    POST /openings/{id}/preparation     MSK
    POST /openings/{id}/approval        MS
    GET  /openings/{id}/desk            MSDFCK
    GET  /openings/{id}/desk/state      MSDFCK
    POST /openings/{id}/calls           MSDFCK
    POST /openings/{id}/arrivals        MSDFCK
    GET  /openings/{id}/buyers          MSDFCK
    GET  /openings/{id}/buyers/{person} MSDFCK
    POST /openings/{id}/buyers/{person}/arrival MSDFCK
    POST /openings/{id}/buyers/{person}/seat MSDFCK
    POST /openings/{id}/buyers/{person}/pick MSDFCK
    POST /openings/{id}/buyers/{person}/order MSDFCK
    POST /openings/{id}/buyers/{person}/payment MSDFCK
    POST /openings/{id}/buyers/{person}/return MSDFCK
    GET  /openings/{id}/objections      MSDFCK
    POST /openings/{id}/objections      MSDFCK
    POST /openings/{id}/rulings         MS
    GET  /openings/{id}/closing         MSK
    GET  /openings/{id}/results.xlsx    MSK
    POST /openings/{id}/closing         MS
    GET  /openings/{id}/wall            MSDFCKA
    GET  /events/openings/{id}          MSDFCKA
    GET  /o                             MSDFCKAX-
    POST /o                             MSDFCKAX-
    GET  /o/{id}                        MSDFCKAX-
    GET  /o/{id}/state                  MSDFCKAX-
    POST /o/{id}/picks                  MSDFCKAX-
    POST /o/{id}/marks                  MSDFCKAX-
    GET  /ledger                        MSDFCKA
    GET  /ledger.xlsx                   MSK
    GET  /staff                         MX
    POST /staff                         MX
    POST /staff/{id}                    MX
    GET  /policy/{rule}                 M
    POST /policy/{rule}                 M
    GET  /customers                     MSC
    POST /customers/searches            MSC
    POST /customers/exports             MSK
    GET  /customers/template.xlsx       MK
    GET  /customers/{id}                MSC
    POST /customers/{id}/contacts       MSC
    POST /customers/{id}/number         MSC
    POST /customers/{id}/owner          MS
    GET  /customers/pool                MS
    POST /customers/pool/handings       MS
    POST /customers/pool/handings/{id}/undo MS
    POST /customers/{id}/consents       MSC
    POST /customers/{id}/attachments    MSC
    GET  /customers/{id}/attachments/{hash} MSC
    GET  /adjudications/{id}/attachments/{hash} MSDFCKA
    GET  /privacy                       MSA
    POST /privacy/find                  MS
    GET  /privacy/people/{id}           MS
    POST /privacy/people/{id}/report    MS
    GET  /privacy/looks                 MSA
    GET  /privacy/looks.xlsx            MSA
    GET  /privacy/texts                 MS
    POST /privacy/texts/{purpose}       MS
    POST /privacy/people/{id}/erasures  MSC
    POST /privacy/erasures/{id}         MS
    GET  /privacy/retention             MS
    POST /privacy/retention/erasures    MS
    GET  /whatif                        M
    POST /whatif                        M
    GET  /whatif/{id}                   M
    GET  /whatif/{id}/state             M
    GET  /whatif/{id}/list.xlsx         M
    POST /whatif/{id}/cancel            M
    GET  /decisions                     MSDFCKA
    GET  /decisions/{id}                MSDFCKA
    GET  /clauses                       MSDFCKAX
    GET  /clauses/{id}                  MSDFCKAX
    GET  /api/v1/openapi.json           MSDFCKAX-
    GET  /api/v1/board                  MSDFCKA
    GET  /api/v1/visits                 MSDF
    GET  /api/v1/decisions/{id}         MSDFCKA
    POST /api/v1/visits                 MSDF
    POST /api/v1/visits/{id}/finish     MSDFC
    POST /api/v1/visits/{id}/claim      MSDFC
    POST /api/v1/visits/{id}/reclassify MSDFC
    POST /api/v1/staff/{id}/moves       MSDC
    POST /api/v1/sheet                  MSD
    POST /api/v1/sheet/confirmation     MSD
    POST /api/v1/sheet/closure          MSD
    POST /api/v1/calls                  MSDF
    POST /api/v1/calls/{id}/answer      MSDF
    POST /api/v1/calls/{id}/end         MSDF
    POST /api/v1/openings/{id}/picks    MSDFCKAX-
    GET  /api/v1/order-codes/{id}       MSDFCKAX-
    GET  /api/v1/messages               MSDAX
    POST /api/v1/messages/{id}/retry    MSD
    POST /api/v1/messages/{id}/void     MSD
    """

@Suite struct `Permission matrix` {
    private static let columns: [(letter: Character, role: Role?)] = [
        ("M", .salesManager), ("S", .salesSupervisor), ("D", .dutyOfficer),
        ("F", .frontDeskSecretary), ("C", .consultant), ("K", .clericalStaff), ("A", .auditor),
        ("X", .administrator), ("-", nil),
    ]

    private static let expected: [String: String] = Dictionary(
        uniqueKeysWithValues: expectedTable.split(separator: "\n").map { line in
            let parts = line.split(separator: " ")
            return ("\(parts[0]) \(parts[1])", String(parts[2]))
        })

    private func name(_ route: Route) -> String { "\(route.method) \(route.path)" }

    @Test func `every address stands in the table, and no other`() async throws {
        try await withServedSite(.before) { $0.demo = true } _: { site in
            let routes = Set(site.server.site.table.routes.map(name))
            #expect(routes.subtracting(Self.expected.keys) == [], "addresses without a row")
            #expect(Set(Self.expected.keys).subtracting(routes) == [], "rows without an address")
        }
    }

    @Test func `every role is a column, but for the clock, which is nobody`() {
        #expect(
            Set(Self.columns.compactMap(\.role))
                == Set(Role.allCases).subtracting([.clock, .cashier, .titleClerk]))
        // Nobody of the demonstration works in these two roles; they only read.
        let reading: Set<Permission> = [.seeBoard, .readDecisions, .readPolicy]
        #expect(Role.cashier.permissions == reading && Role.titleClerk.permissions == reading)
        #expect(Role.clock.permissions.isEmpty)
    }

    @Test func `the door lets in whom the table names and turns away all others`() async throws {
        try await withServedSite { $0.demo = true } _: { site in
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

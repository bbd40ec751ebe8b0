import HTTPTypes
import HouseRules
import HummingbirdCore
import Testing

@testable import Site

/// Who may use which address, written out once: M manager, S supervisor, D duty officer, F front
/// desk, C consultant, K clerk, A auditor, B cashier, T title clerk,
/// X administrator, - nobody signed in.
private let expectedTable = """
    GET  /assets/**                     MSDFCKABTX-
    GET  /healthz                       MSDFCKABTX-
    GET  /sign-in                       MSDFCKABTX-
    POST /sign-in                       MSDFCKABTX-
    POST /sign-in/demo                  MSDFCKABTX-
    POST /sign-out                      MSDFCKABTX
    POST /sign-out/everywhere           MSDFCKABTX
    GET  /                              MSDFCKABTX
    GET  /reception                     MSDF
    POST /reception/lookup              MSDF
    POST /visits                        MSDF
    POST /visits/{id}/finish            MSDFC
    GET  /visits/{id}                   MSDFCKABT
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
    GET  /board                         MSDFCKABT
    GET  /board/wall                    MSDFCKABT
    GET  /board/wall/state              MSDFCKABT
    GET  /events/board                  MSDFCKABT
    POST /sheet                         MSD
    POST /sheet/confirmation            MSD
    POST /sheet/closure                 MSD
    POST /moves                         MSD
    GET  /me/notices                    MSDC
    GET  /events/me                     MSDC
    POST /notices/{id}/seen             MSDC
    GET  /commission                    MKA
    POST /commission/schemes            M
    POST /commission/scores             MK
    POST /commission/months             MK
    GET  /commission/{id}               MKA
    GET  /commission/{id}/list.xlsx     MKA
    POST /commission/{id}/steps         MK
    POST /commission/{id}/corrections   M
    GET  /statements                    MCKA
    GET  /statements/{id}               MCKA
    GET  /messages                      MSDAX
    GET  /messages/{id}                 MSDAX
    POST /messages/{id}/retry           MSD
    POST /messages/{id}/void            MSD
    GET  /readyz                        MSDFCKABTX-
    GET  /metrics                       MSDFCKABTX-
    GET  /today                         MS
    GET  /today/live                    MS
    POST /evening-meeting               MS
    POST /text-reviews/{id}             MS
    GET  /orders/{id}                   MS
    POST /orders/{id}                   MS
    GET  /disputes                      MSDFCKABT
    GET  /disputes.xlsx                 MS
    GET  /disputes/{id}                 MSDFCKABT
    POST /disputes/{id}/ruling          MS
    GET  /matters                       MSCK
    GET  /matters/{id}                  MSCK
    POST /matters/{id}                  MSCK
    GET  /adjudications                 MSDFCKABT
    GET  /adjudications/{id}            MSDFCKABT
    GET  /adjudications/{id}/print      MSDFCKABT
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
    GET  /decisions/{id}/slip           MSDFCKABT
    GET  /roster                        MSDFCKABT
    GET  /roster/{id}                   MSDK
    POST /roster/{id}/rest-days         MSDK
    POST /roster/{id}/group             MS
    GET  /onsite                        MSDFCK
    POST /tours                         MSDFCK
    POST /tours/{id}/return             MSDFCK
    POST /leaders                       MSDFK
    POST /stages                        MSDFCK
    GET  /scripts                       MSDFCKABT
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
    GET  /r/{id}                        MSDFCKABTX-
    POST /r/{id}                        MSDFCKABTX-
    GET  /openings                      MSDFCKABT
    POST /openings                      MSK
    GET  /openings/units.xlsx           MSK
    GET  /openings/roster.xlsx          MSK
    GET  /openings/{id}                 MSDFCKABT
    POST /openings/{id}/pause           MS
    POST /openings/{id}/resumption      MS
    GET  /openings/{id}/heat            MSDFCKABT
    GET  /openings/{id}/roster          MSK
    POST /openings/{id}/roster          MSK
    POST /openings/{id}/lock            MSK
    POST /openings/{id}/amendments      MSK
    GET  /openings/{id}/roster/print    MSK
    GET  /openings/{id}/roster/codes    MSK
    GET  /openings/{id}/draw            MSDFCKABT
    POST /openings/{id}/commitment      MS
    POST /openings/{id}/draw            MS
    GET  /openings/{id}/draw/print      MSDFCKABT
    GET  /openings/{id}/draw/sheet.yaml MSDFCKABT
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
    GET  /openings/{id}/wall            MSDFCKABT
    GET  /events/openings/{id}          MSDFCKABT
    GET  /o/{id}                        MSDFCKABTX-
    GET  /o/{id}/state                  MSDFCKABTX-
    POST /o/{id}/picks                  MSDFCKABTX-
    POST /o/{id}/marks                  MSDFCKABTX-
    GET  /ledger                        MSDFCKABT
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
    GET  /adjudications/{id}/attachments/{hash} MSDFCKABT
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
    GET  /decisions                     MSDFCKABT
    GET  /decisions/{id}                MSDFCKABT
    GET  /clauses                       MSDFCKABTX
    GET  /clauses/{id}                  MSDFCKABTX
    GET  /api/v1/openapi.json           MSDFCKABTX-
    GET  /api/v1/board                  MSDFCKABT
    GET  /api/v1/visits                 MSDF
    GET  /api/v1/decisions/{id}         MSDFCKABT
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
    POST /api/v1/openings/{id}/picks    MSDFCKABTX-
    GET  /api/v1/order-codes/{id}       MSDFCKABTX-
    GET  /api/v1/messages               MSDAX
    POST /api/v1/messages/{id}/retry    MSD
    POST /api/v1/messages/{id}/void     MSD
    GET  /units                         MSDFCKABT
    GET  /units/wall                    MSDFCKABT
    GET  /events/units                  MSDFCKABT
    GET  /units/{id}                    MSDFCKABT
    GET  /units/{id}/quotation          MSDFCKABT
    GET  /bulletins                     MSDFCKABT
    GET  /prices                        MSDFCKABT
    POST /units/{id}/hold               MSCK
    POST /units/{id}/order              MSCK
    POST /units/{id}/confirm            MSK
    POST /units/{id}/reject             MSK
    POST /units/{id}/reconfirm          MSK
    POST /units/{id}/extend             MSK
    POST /units/{id}/withdraw           MSK
    POST /units/{id}/release            MSK
    POST /units/{id}/reserve            MSK
    POST /units/{id}/unreserve          MSK
    POST /bulletins/reading             MSCK
    POST /prices                        MSK
    GET  /prices/template.xlsx          MSK
    POST /prices/{id}/approval          MSK
    POST /prices/release                MSK
    GET  /sales                         MSCKBT
    GET  /sales.xlsx                    MSK
    GET  /sales/{id}                    MSCKBT
    GET  /sales/{id}/print              MSCKBT
    POST /sales/{id}/review             MSCK
    POST /sales/{id}/sign               MSCK
    POST /sales/{id}/give-up            MSCK
    POST /sales/{id}/signing            MSCK
    POST /sales/{id}/notice             MSCK
    POST /sales/{id}/begin-signing      MSCK
    POST /sales/{id}/instalments        MSCK
    POST /sales/{id}/file               MSCK
    POST /sales/{id}/cancel             MSCK
    POST /sales/{id}/rename             MSCK
    POST /sales/{id}/swap               MSCK
    POST /sales/{id}/hand-on            MSCK
    POST /sales/{id}/original           MSK
    POST /sales/{id}/papers             MSK
    POST /sales/{id}/cancel-review      MSK
    POST /sales/{id}/cancel-submit      MSK
    POST /sales/{id}/cancel-approve     MSK
    POST /sales/{id}/cancel-reject      MSK
    POST /sales/{id}/change-approve     MSK
    POST /sales/{id}/check-in           B
    POST /sales/{id}/receipt            B
    POST /sales/{id}/finance-delay      B
    POST /sales/{id}/cancel-execute     B
    POST /sales/{id}/contract           MSCKT
    POST /sales/{id}/contract-review    MSCKT
    POST /sales/{id}/sign-contract      MSCKT
    POST /sales/{id}/stage              MSCKT
    GET  /cash                          B
    POST /cash/earnest                  B
    POST /cash/refunds/{id}             B
    GET  /api/v1/units                  MSDFCKABT
    GET  /api/v1/units/{id}             MSDFCKABT
    POST /api/v1/units/{id}/holds       MSCK
    GET  /api/v1/sales/{id}             MSCKBT
    POST /api/v1/sales/{id}/receipts    B
    """

@Suite struct `Permission matrix` {
    private static let columns: [(letter: Character, role: Role?)] = [
        ("M", .salesManager), ("S", .salesSupervisor), ("D", .dutyOfficer),
        ("F", .frontDeskSecretary), ("C", .consultant), ("K", .clericalStaff), ("A", .auditor),
        ("B", .cashier), ("T", .titleClerk), ("X", .administrator), ("-", nil),
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
                == Set(Role.allCases).subtracting([.clock]))
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

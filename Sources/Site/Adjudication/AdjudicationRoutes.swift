import Database
import HTTPTypes
import HouseRules

/// Whose deal it is: the inbox, the file of a deal, its print, and what may be done (OWN-22 …).
struct AdjudicationRoutes: Sendable {
    let house: House

    var routes: [Route] {
        let read = Access.permission(.readDecisions)
        return [
            Route(
                .get, "/adjudications", access: read, kind: .page, summary: "归属争议",
                handler: inbox),
            Route(
                .get, "/adjudications/{id}", access: read, kind: .page, summary: "判客单",
                handler: show),
            Route(
                .get, "/adjudications/{id}/print", access: read, kind: .page,
                summary: "判客单，可打印、可签字"
            ) { call in
                let page = try await page(call)
                return call.page(
                    "判客单", current: "/adjudications", body: page.printed(siteName: call.siteName))
            },
        ] + evidence.comingBack(to: show) + steps.comingBack(to: inbox)
            + DealRoutes(house: house).routes
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        call.page("判客单", current: "/adjudications", body: try await page(call).html)
    }

    private var evidence: [Route] {
        let keep = Access.permission(.registerDeals)
        return [
            ("claim", "忘名当天主张"), ("verify", "拿出更早的登记"), ("object", "换人异议"),
            ("contest", "提出归属争议"),
        ].map { name, summary in
            Route(
                .post, "/adjudications/{id}/\(name)", access: keep, kind: .upload, summary: summary,
                bodyLimit: Attachment.bodyLimit
            ) { call in
                let deal = DealID(try call.plainParameter("id"))
                let note = try call.noteField("note")
                let attachment = try house.keptAttachment(call)
                let command = try await slip(
                    name, deal, attachment.map { "\(note)\($0.mark)" } ?? note, call)
                let account = try house.account(call)
                let insertion = attachment.map {
                    AttachmentRow.insertion(
                        $0, of: .deal(deal), at: account.site, note: summary, by: account.staff,
                        house.now(call))
                }
                let record = try await house.perform(
                    .adjudication(command), id: call.form["id"], call,
                    alongside: insertion.map { [$0] } ?? [])
                return .redirect(
                    to: "/adjudications/\(percentEncode(deal.rawValue))?decision=\(record.id)")
            }
        }
    }

    private var steps: [Route] {
        [
            ("negotiate", "协商归属争议", Permission.giveRulings), ("agree", "协商一致", .giveRulings),
            ("escalate", "上交归属争议", .giveRulings), ("award", "裁决归属争议", .giveRulings),
            ("appeal", "申诉", .registerDeals),
        ].map { name, summary, permission in
            Route(
                .post, "/adjudications/disputes/{id}/\(name)", access: .permission(permission),
                kind: .form, summary: summary
            ) { call in
                let slip = SlipID(try call.plainParameter("id"))
                let record = try await house.perform(
                    .adjudication(try step(name, slip, call)), id: call.form["id"], call)
                let back = call.form["back"] ?? ""
                let safe = back.hasPrefix("/adjudications") && !back.contains("?")
                return .redirect(
                    to: "\(safe ? back : "/adjudications")?decision=\(record.id)")
            }
        }
    }

    private func slip(
        _ name: String, _ deal: DealID, _ note: String, _ call: Call
    ) async throws -> AdjudicationCommand {
        let id = SlipID(try house.commandID(call.form["id"], call))
        let staff = try call.staffField("staff")
        switch name {
        case "claim":
            let state = await (try house.book(call)).view(at: house.now(call)).state
            guard let file = state.adjudication.deals[deal] else { throw Problem.notFound }
            return .claimSameDay(id, file.deal.person, staff, note: note)
        case "verify":
            let designated = try call.form.text("designated").map { try StaffID(sent: $0) }
            return .verify(id, deal, staff, designated: designated, note: note)
        case "object": return .object(id, deal, staff, note: note)
        default: return .contest(id, .deal(deal), staff, against: [], note: note)
        }
    }

    private func step(
        _ name: String, _ slip: SlipID, _ call: Call
    ) throws -> AdjudicationCommand {
        let note = try call.noteField("note")
        switch name {
        case "negotiate": return .negotiate(slip, note: note)
        case "escalate": return .escalate(slip, note: note)
        case "agree": return .agree(slip, try call.sharesField(), note: note)
        case "award":
            return .award(
                slip, try call.sharesField(),
                inapplicable: try call.noteField("inapplicable"), why: note)
        default: return .appeal(slip, try call.staffField("staff"), note: note)
        }
    }

    @Sendable private func inbox(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let state = await (try house.book(call)).view(at: house.now(call)).state
        let now = house.now(call)
        let waiting = state.adjudication.disputes.values.filter { dispute in
            dispute.state.isOpen || (dispute.rulings.last?.appealUntil).map { $0 >= now } ?? false
        }
        let page = AdjudicationInbox(
            disputes: waiting.sorted { ($0.at, $0.slip) < ($1.at, $1.slip) },
            names: try await house.names.directory(account.site),
            mayRule: account.role.permissions.contains(.giveRulings), csrf: call.csrfField,
            decisionID: call.web.surroundings.newID(),
            told: try await house.outcome(try call.query().text("decision"), call))
        return call.page("归属争议", current: "/adjudications", body: page.html)
    }

    private func page(_ call: Call) async throws -> CasePage {
        let account = try house.account(call)
        let deal = DealID(try call.plainParameter("id"))
        let now = house.now(call)
        let state = await (try house.book(call)).view(at: now).state
        guard let file = state.caseFile(of: deal) else { throw Problem.notFound }
        let people = People(site: account.site, key: house.personKey)
        // Only whoever is concerned, management and clerks read a customer's name (OWN-55).
        let mayKnow = try house.mayKnow(file, call)
        let attachments =
            !mayKnow
            ? []
            : try await house.database.read { transaction in
                try AttachmentRow.of(.deal(deal), at: account.site, in: transaction)
            }
        let customer =
            !mayKnow
            ? "客户"
            : try await house.database.read { transaction in
                do {
                    return try people.masked(file.deal.person, in: transaction).name
                } catch let problem as PersonProblem {
                    return problem.words
                }
            }
        let pack = await house.clauses.pack(of: try await house.book(call))
        return CasePage(
            file: file, customer: customer,
            names: try await house.names.directory(account.site),
            clauses: file.clauses.map { ($0.id, pack?.clauses[$0.id]?.text ?? "") },
            mayRule: account.role.permissions.contains(.giveRulings), csrf: call.csrfField,
            decisionID: call.web.surroundings.newID(),
            told: try await house.outcome(try call.query().text("decision"), call),
            signatures: try await house.caseSignatures(file, state, call),
            attachments: attachments)
    }
}

extension Call {
    /// A consultant that a form names.
    func staffField(_ name: String) throws(Problem) -> StaffID {
        guard let sent = form.text(name) else { throw .fault(name, "请选是谁。") }
        return try StaffID(sent: sent)
    }

    /// What somebody wrote, not too long.
    func noteField(_ name: String) throws(Problem) -> String {
        guard let text = form.text(name) else { throw .fault(name, "请写清楚经过和依据，再提交。") }
        guard text.count <= 500 else { throw .fault(name, "内容最多 500 个字，请写短一些。") }
        return text
    }

    /// Both accounts alike, from one field in percent for each consultant; the rules check the sum.
    func sharesField() throws(Problem) -> Shares {
        var shares: [Share] = []
        for pair in form.pairs where pair.name.hasPrefix("share-") {
            guard let text = form.text(pair.name) else { continue }
            guard let points = hundredths(text), points <= 10_000 else {
                throw .fault(pair.name, "份额写成 0 到 100 的数，最多两位小数。")
            }
            shares.append(Share(try StaffID(sent: String(pair.name.dropFirst(6))), points))
        }
        return Shares(both: shares)
    }
}

/// `12.5` as 1,250; nil when it is no such number.
func hundredths(_ text: String) -> Int? {
    let sides = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(sides.count), (1...10).contains(sides[0].utf8.count),
        sides.joined().utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }), let whole = Int(sides[0])
    else { return nil }
    guard sides.count == 2 else { return whole * 100 }
    guard (1...2).contains(sides[1].utf8.count), let part = Int(sides[1]) else { return nil }
    return whole * 100 + (sides[1].utf8.count == 1 ? part * 10 : part)
}

import Database
import HTTPTypes
import HouseRules

/// Orders of management: a page with a form for each, and what becomes of it.
struct FloorOrderRoutes: Sendable {
    let house: House

    var routes: [Route] {
        [
            Route(
                .get, "/orders/{id}", access: .permission(.giveRulings), kind: .page,
                summary: "召回、派公干、停接、调轮、换人等的表单"
            ) { call in try await page(call) },
            Route(
                .post, "/orders/{id}", access: .permission(.giveRulings), kind: .form,
                summary: "召回、派公干、停接、调轮、换人等", handler: perform),
        ]
    }

    private func order(_ call: Call) throws(Problem) -> FloorOrder {
        guard let order = FloorOrder(rawValue: try call.parameter("id")) else { throw .notFound }
        return order
    }

    private func page(
        _ call: Call, told: HTML? = nil, faults: [Problem.Field] = []
    ) async throws -> Answer {
        let order = try order(call)
        let book = try await house.book(call)
        let names = try await house.names.directory(book.site)
        let state = await book.state
        let query = try call.query()
        let page = FloorOrderPage(
            order: order, people: people(order, state, names),
            visits: visits(order, state, names),
            effects: state.rotation.mechanism == .ring ? [.makeupGranted, .returned] : [.returned],
            csrf: call.csrfField,
            decisionID: call.web.surroundings.newID(), told: told,
            typed: told == nil ? query : call.form, faults: faults)
        return call.page(order.label, current: "/today", body: page.html)
    }

    private func people(
        _ order: FloorOrder, _ state: SiteState, _ names: StaffDirectory
    ) -> [Choice] {
        let away: Set<Presence> = [.awayMeal, .awayPersonal, .waived, .onStand]
        return state.rotation.members
            .filter { !$0.released && (order != .recall || away.contains($0.presence)) }
            .map { member in
                Choice(
                    value: member.staff.rawValue,
                    label: "\(names.name(member.staff))（\(member.presence.label)）")
            }
    }

    private func visits(
        _ order: FloorOrder, _ state: SiteState, _ names: StaffDirectory
    ) -> [Choice] {
        let wanted: (VisitID, VisitTrace) -> Bool = { visit, trace in
            switch order {
            case .cover: state.rotation.held.contains(visit)
            case .proof: state.customers.proofs[visit] != nil
            case .tourOrder: state.duty.tours[visit] != nil
            default: trace.receptionist != nil
            }
        }
        return state.customers.choices(names, where: wanted)
    }

    @Sendable private func perform(_ call: Call) async throws -> Answer {
        let order = try order(call)
        let account = try house.account(call)
        let id = try house.commandID(call.form["id"], call)
        let form: FloorOrderForm
        do {
            form = try FloorOrderForm(
                order, call.form, viewer: account.staff, id: id, at: house.now(call))
        } catch {
            let told = notice(.stop, title: error.title, text: error.detail)
            var answer = try await page(call, told: told, faults: error.fields)
            answer.status = error.status
            return answer
        }
        let people = People(site: account.site, key: house.personKey)
        let record = try await house.perform(
            form.command, id: id, call,
            alongside: form.people.flatMap {
                people.insertions($0.0, $0.1, at: house.now(call))
            })
        guard record.refusal == nil else {
            var answer = try await page(
                call, told: try await house.outcome(record.id.rawValue, call))
            answer.status = .conflict
            return answer
        }
        return .redirect(
            to: order.hasSlip
                ? "/decisions/\(record.id)/slip" : "/today?decision=\(record.id)")
    }
}

extension Customers {
    /// Today's visits to choose from, the latest first.
    func choices(
        _ names: StaffDirectory, where wanted: (VisitID, VisitTrace) -> Bool = { _, _ in true }
    ) -> [Choice] {
        let found = traces.filter { wanted($0.key, $0.value) }
        return found.sorted { $0.value.number > $1.value.number }.map { visit, trace in
            let staff = trace.receptionist.map { "，\(names.name($0))接" } ?? ""
            return Choice(
                value: visit.rawValue,
                label: "第 \(trace.number) 组 \(trace.arrivedAt.shortWords) "
                    + "\(trace.visitClass.label)\(staff)")
        }
    }
}

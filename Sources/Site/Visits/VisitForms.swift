import HouseRules

/// The forms of a visit, as far as they make sense now for whoever looks.
struct VisitForms: Sendable {
    let facts: VisitFacts
    let csrf: HTML
    let decisionID: String
    let staff: StaffID
    let permissions: Set<Permission>
    let isConsultant: Bool
    let consultants: [Choice]
    /// A form that came back as it was typed.
    struct Returned: Sendable {
        let action: VisitAction
        let typed: FormFields
        let faults: [Problem.Field]
    }
    var returned: Returned?

    init(
        _ facts: VisitFacts, csrf: HTML, decisionID: String, staff: StaffID, role: Role,
        consultants: [Choice]
    ) {
        (self.facts, self.csrf, self.decisionID) = (facts, csrf, decisionID)
        (self.staff, self.consultants) = (staff, consultants)
        permissions = role.permissions
        isConsultant = role == .consultant
    }

    var html: HTML {
        var shown = actions.filter { permissions.contains($0.permission) }
        // What came back is shown even where the page would not offer it any more.
        if let faulty = returned?.action, !shown.contains(faulty) { shown.insert(faulty, at: 0) }
        let parts = shown.map(fold)
        guard !parts.isEmpty else {
            if facts.row.status == .void {
                return emptyState("这一组已作废", "当作没有来过；轮次已经退还，报表不算。")
            }
            return emptyState("这一组没有要办的了", "经过和依据都在左边；要改已经定下的，请经理在“轮次”里裁定。")
        }
        return Site.card("办理", body: "\(finish)<div class=\"folds\">\(parts)</div>")
    }

    /// What the rules could still allow; a refusal tells the rest.
    private var actions: [VisitAction] {
        var actions: [VisitAction] = []
        let isMine = facts.receptionist == staff
        if facts.state.duty.awaited[facts.visit] != nil { actions.append(.answer) }
        if facts.isThere {
            if facts.receptionist != nil {
                if !isMine || !isConsultant { actions.append(.claim) }
                actions += [.name, .step, .entry, .person, .reclassify, .price, .referral]
                if isMine || !isConsultant { actions += [.departure, .refusal] }
            } else {
                actions += [.name, .person, .reclassify]
            }
            actions += [.introduction]
        } else if facts.awaitsEntry {
            actions.append(.entry)
        }
        if facts.tableUntil != nil { actions.append(.table) }
        if facts.state.customers.proofs[facts.visit] != nil { actions.append(.proof) }
        if let handover = facts.state.customers.handovers[facts.visit] {
            actions.append(handover.isNoted ? .read : .note)
        }
        if facts.lostTurns().contains(where: { !isConsultant || $0.staff == staff }) {
            actions.append(.dispute)
        }
        if facts.mayBeVoid, !isConsultant, !isMine { actions.append(.void) }
        return actions + rulings
    }

    private var rulings: [VisitAction] {
        guard facts.trace != nil else { return [] }
        // Whoever may decide writes the slip at once.
        guard permissions.contains(.giveRulings) else {
            return facts.isThere && facts.person != nil ? [.wish] : []
        }
        var rulings: [VisitAction] = facts.receptionist == nil ? [] : [.change]
        if facts.person != nil { rulings.append(.customer) }
        if facts.isThere { rulings.append(.split) }
        if facts.isThere, !facts.others.isEmpty { rulings.append(.merge) }
        return rulings
    }

    /// Seeing off comes first: it is what happens to every group.
    private var finish: HTML? {
        guard facts.row.status == .receiving, permissions.contains(.endReceptions),
            !isConsultant || facts.receptionist == staff
        else { return nil }
        return """
            <form method="post" action="\(url: "/visits/\(facts.visit)/finish")">\(csrf)
            <input type="hidden" name="id" value="\(decisionID)-finish">
            <input type="hidden" name="back" value="/visits/\(facts.visit.rawValue)">
            <label class="check"><input type="checkbox" name="logged" value="1" checked> \
            来访已登记</label>\(button("送客", .primary))</form>
            """
    }

    private func fold(_ action: VisitAction) -> HTML {
        let isOpen =
            [.answer, .note, .read, .proof, .table].contains(action) || action == returned?.action
        return """
            <details class="more" id="\(action.rawValue)"\(flag: "open", isOpen)>\
            <summary>\(action.label)</summary>
            <form method="post" action="\(url: action.path(facts.visit.rawValue))" class="form" \
            data-draft="visit-\(action.rawValue)-\(facts.row.number)">\(csrf)
            <input type="hidden" name="id" value="\(decisionID)-\(action.rawValue)">
            \(fields(action))
            <p class="actions">\(button(action.label, style(action)))
            <a class="clause-id" href="\(url: "/clauses/" + action.clause.id)">\
            \(action.clause.id)</a></p></form></details>
            """
    }

    private func style(_ action: VisitAction) -> ButtonStyle {
        switch action {
        case .refusal, .departure, .void: .danger
        case .answer, .claim: .primary
        default: .plain
        }
    }
}

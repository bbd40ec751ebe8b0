/// The printed contract of the house as a file with places to be filled in (SAL-18). The rules know
/// which file it is, never what stands in it.
public struct ContractTemplate: Codable, Hashable, Sendable {
    /// What the version is called, such as `商品房合同 2025 版`.
    public var version: String
    /// SHA-256 of the file, in hexadecimal.
    public var hash: String
    /// The places in it, as they are written there.
    public var fields: [String]
    /// The first day on which contracts are made from it.
    public var since: BusinessDay
    /// Who brought it; set by the decision.
    public var staff: StaffID
    /// When; set by the decision.
    public var at: Moment
    /// When it was withdrawn; nil: it is in use.
    public var retiredAt: Moment?

    /// A template.
    public init(
        _ version: String, hash: String, fields: [String], since: BusinessDay,
        by staff: StaffID = "", at moment: Moment = Moment(milliseconds: 0)
    ) {
        self.version = version
        self.hash = hash
        self.fields = fields
        self.since = since
        self.staff = staff
        at = moment
    }

    /// Whether contracts are made from it on a day (SAL-18, SAL-26).
    public func isInForce(on day: BusinessDay) -> Bool { retiredAt == nil && since <= day }
}

/// As what a contract was handed out.
public enum ContractFormat: String, Codable, Sendable, CaseIterable {
    /// Word.
    case docx
    /// PDF.
    case pdf
}

/// A contract that was made from a template and handed out (SAL-18).
public struct ContractFile: Codable, Hashable, Sendable {
    /// Of which order.
    public var order: OrderID
    /// From which version of the printed contract.
    public var template: String
    /// SHA-256 of the template's file.
    public var source: String
    /// SHA-256 of the file that was handed out.
    public var hash: String
    /// As what.
    public var format: ContractFormat
    /// Who made it; set by the decision.
    public var staff: StaffID
    /// When; set by the decision.
    public var at: Moment

    /// A file.
    public init(
        of order: OrderID, from template: String, source: String, hash: String,
        as format: ContractFormat, by staff: StaffID = "",
        at moment: Moment = Moment(milliseconds: 0)
    ) {
        self.order = order
        self.template = template
        self.source = source
        self.hash = hash
        self.format = format
        self.staff = staff
        at = moment
    }
}

/// Templates of contracts, and what is made from them (SAL-18).
extension Deliberation {
    /// Brought by the title clerk or the manager; a version is never exchanged under its name.
    mutating func keep(_ asked: ContractTemplate) throws(Refusal) {
        try allowTemplates()
        guard !asked.version.isEmpty, sales.templates[asked.version] == nil else {
            throw .sales(.numberUsed(asked.version))
        }
        var template = asked
        template.staff = actor.staff
        template.at = at
        template.retiredAt = nil
        emit(.templateKept(template))
        because(.templateKept(template.version, since: template.since))
    }

    /// No contract is made from it any more; those that were signed stand.
    mutating func retireTemplate(_ version: String) throws(Refusal) {
        try allowTemplates()
        guard sales.templates[version].map({ $0.retiredAt == nil }) ?? false else {
            throw .sales(.templateNotInForce(version))
        }
        emit(.templateRetired(version, at: at))
        because(.templateRetired(version))
    }

    private func allowTemplates() throws(Refusal) {
        guard actor.role == .salesManager || actor.role == .titleClerk else {
            throw .notPermitted(actor.role)
        }
    }

    /// On a site that keeps its templates here, only what is in force may be printed.
    func requireInForce(_ version: String) throws(Refusal) {
        guard !sales.templates.isEmpty else { return }
        guard let template = sales.templates[version], template.isInForce(on: at.day) else {
            throw .sales(.templateNotInForce(version))
        }
    }

    /// Only of the version that the contract was prepared by, and of the file that was brought for
    /// it.
    mutating func produce(_ asked: ContractFile) throws(Refusal) {
        try allow(.consultant, .clericalStaff, .titleClerk)
        let order = try paid(asked.order)
        guard let contract = order.contract else {
            throw .sales(.wrongStep(order.order, order.stage))
        }
        guard contract.template == asked.template,
            let template = sales.templates[asked.template], template.hash == asked.source,
            template.isInForce(on: at.day)
        else { throw .sales(.templateNotInForce(asked.template)) }
        var file = asked
        file.staff = actor.staff
        file.at = at
        emit(.contractProduced(file))
        because(.contractProduced(file.order, template: file.template, hash: file.hash))
        if !contract.changes.isEmpty { because(.marked(contract.changes)) }
    }
}

extension Sales {
    mutating func applyTemplate(_ event: SalesEvent) {
        switch event {
        case .templateKept(let template): templates[template.version] = template
        case .templateRetired(let version, let at): templates[version]?.retiredAt = at
        case .contractProduced(let file): orders[file.order]?.produced = file
        default: break
        }
    }
}

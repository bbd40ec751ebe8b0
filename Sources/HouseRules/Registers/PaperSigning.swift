/// Papers signed on the screen (OWN-30, OWN-52, REC-12, REC-15, REC-23, REC-36, REC-51).
extension Deliberation {
    mutating func sign(_ signature: PaperSignature) throws(Refusal) {
        try checkSignature(signature)
        enter(signature)
    }

    /// Each place is signed once; what is no longer the paper that stands cannot be signed.
    func checkSignature(_ signature: PaperSignature) throws(Refusal) {
        let (paper, place) = (signature.paper, signature.place)
        try allowSignature(paper, place)
        if case .caseFile(let deal, let edition) = paper { try check(deal, edition, place) }
        guard !registers.signatures(on: paper).contains(where: { $0.place == place }) else {
            throw .registers(.alreadySigned(paper, place))
        }
    }

    mutating func enter(_ signature: PaperSignature) {
        emit(.signed(signature, by: actor.staff, at: at))
        because(.signed(signature, by: actor.staff))
    }

    private func allowSignature(_ paper: SignedPaper, _ place: SigningPlace) throws(Refusal) {
        guard !place.mayBeSigned(by: actor) else { return }
        guard actor.role.mayKeepPapers else { throw .notPermitted(actor.role) }
        throw .registers(.signsForAnother(paper, place))
    }

    /// Only what is decided, only the result that stands, only by those concerned.
    private func check(
        _ deal: DealID, _ edition: Int, _ place: SigningPlace
    ) throws(Refusal) {
        let paper = SignedPaper.caseFile(deal, edition: edition)
        guard let file = state.caseFile(of: deal) else {
            throw .adjudication(.unknownDeal(deal))
        }
        guard file.isDecided else { throw .registers(.paperUndecided(paper)) }
        guard file.edition == edition else { throw .registers(.paperChanged(paper)) }
        guard file.places.contains(place) else { throw .registers(.noSuchPlace(paper, place)) }
    }
}

extension SigningPlace {
    /// Whether somebody may take a signature for this place with their account. Management signs
    /// with its own; others on their own screen or on that of the desk, of the office or of
    /// management, who vouch for it; people from outside on any screen of the floor.
    public func mayBeSigned(by actor: Actor) -> Bool {
        if role.isManagement {
            let isOne =
                role == .manager
                ? actor.role == .salesManager : actor.role.isManagement
            return isOne && (staff == nil || staff == actor.staff)
        }
        guard let staff, staff != actor.staff else { return actor.role.mayKeepPapers }
        return actor.role.mayKeepPapers && actor.role != .consultant
    }
}

extension Role {
    /// Whether signatures may be taken with an account of this role at all.
    fileprivate var mayKeepPapers: Bool {
        switch self {
        case .salesManager, .salesSupervisor, .dutyOfficer, .frontDeskSecretary, .consultant,
            .clericalStaff:
            true
        case .cashier, .titleClerk, .auditor, .administrator, .clock: false
        }
    }
}

extension Registers {
    /// What stands on a paper, in the order in which it was signed.
    public func signatures(on paper: SignedPaper) -> [GivenSignature] {
        signatures[paper.key] ?? []
    }
}

extension CaseFile {
    /// Where people sign: everybody concerned, and the manager.
    public var places: [SigningPlace] {
        signers.map { SigningPlace(.party, $0) } + [SigningPlace(.manager)]
    }

    /// Whether there is a result to be signed: no evidence against it waits for a ruling, and no
    /// quarrel or appeal is under way.
    public var isDecided: Bool { !current.isContested && !(dispute?.state.isOpen ?? false) }
}

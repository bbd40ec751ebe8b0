/// Order on the floor (REC-10 … REC-17).
extension Deliberation {
    mutating func carryOut(_ command: DutyCommand) throws(Refusal) -> Outcome {
        switch command {
        case .handFront(let from, let to):
            try handFront(from, to: to)
        }
        return .done
    }

    /// The front is handed to somebody on stand (REC-11).
    private mutating func handFront(_ from: StaffID, to: StaffID) throws(Refusal) {
        try allowMove(of: from)
        _ = try known(from)
        let next = try known(to)
        guard next.presence == .onStand else { throw .duty(.notOnStand(to)) }
        emit(.frontHanded(from, to: to, at: at))
        because(.frontHanded(from, to: to))
    }
}

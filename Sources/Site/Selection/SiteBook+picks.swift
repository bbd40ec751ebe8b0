import HTTPTypes
import HouseRules

extension SiteBook {
    /// What a pick comes to when nothing can change by it: told from memory, and nothing is written
    /// (SEL-05). Nil: it must be decided in its turn. Where only somebody's word is missing, what
    /// other processes wrote is read first: it may have been given there this very moment.
    /// - Throws: `DatabaseFailure`, ``JournalBroken``.
    func pickFromMemory(
        _ id: ActivityID, _ person: PersonID, _ unit: UnitID, at now: Moment
    ) async throws -> Ruling? {
        if state.awaitsWord(for: id) { try await refresh() }
        lastUse = max(lastUse, now)
        let at = max(now, head.at)
        return state.idlePick(
            unit, for: person, in: id, under: policies.policy(at: at).policy, at: at)
    }

    /// Whether a buyer has a unit now.
    func has(_ unit: UnitID, _ code: OrderCode, at now: Moment) -> Bool {
        state.has(unit, code.person, in: code.activity, at: max(now, head.at))
    }
}

/// A pick of a buyer by order code: answered from memory where nothing can change, else decided and
/// durable before it is answered.
struct PickDesk: Sendable {
    let house: House

    /// What became of a pick.
    struct Outcome: Sendable {
        let unit: UnitID
        /// Nil: the buyer has the unit.
        let refusal: Refusal?
        /// Until when it is to be paid; nil: nothing runs.
        var until: Moment?
        let sentence: String
    }

    /// - Parameter id: One for each intent of the buyer: the same again is answered as the first.
    func pick(_ code: OrderCode, _ unit: UnitID, id: String, _ call: Call) async throws -> Outcome {
        let book = try await house.shelf.book(code.site)
        let now = house.now(call)
        if let ruling = try await book.pickFromMemory(code.activity, code.person, unit, at: now) {
            return outcome(ruling.refusal, ruling.reasons, unit, code.activity)
        }
        do {
            let record = try await book.perform(
                .selection(.pick(code.activity, code.person, unit)),
                id: Self.decision(id, of: code), by: .clock)
            call.web.metrics.count(decision: record.refusal == nil)
            if record.refusal == nil, await !book.has(unit, code, at: now) {
                return outcome(.selection(.notHeld(unit)), [], unit, code.activity)
            }
            return outcome(record.refusal, record.reasons, unit, code.activity)
        } catch is SiteBusy {
            throw Problem.busy(after: 1)
        } catch is DecisionIDReused {
            throw Problem(
                status: .conflict, title: "这次点选已经交过", detail: "同一个编号先选过别的房源。请刷新页面再选。")
        }
    }

    /// The intents of one buyer are nobody else's.
    static func decision(_ id: String, of code: OrderCode) -> DecisionID {
        DecisionID("o-\(hex(sha256("\(code.activity)\n\(code.person)")).prefix(12))-\(id)")
    }

    private func outcome(
        _ refusal: Refusal?, _ reasons: [Reason], _ unit: UnitID, _ id: ActivityID
    ) -> Outcome {
        if case .selection(.unitTaken) = refusal { house.clashes.count(id) }
        let names: Names = { $0.rawValue }
        var until: Moment?
        var sentence = refusal?.sentence(names: names) ?? ""
        for case .selection(let reason) in reasons where refusal == nil {
            if case .taken(_, let end) = reason { until = end }
            sentence = sentence.isEmpty ? reason.sentence(names: names) : sentence
        }
        return Outcome(unit: unit, refusal: refusal, until: until, sentence: sentence)
    }
}

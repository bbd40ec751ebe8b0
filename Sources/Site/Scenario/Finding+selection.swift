import HouseRules

extension Finding {
    /// What is expected of selection days.
    func selectionSeen(_ key: ExpectKey) -> Seen {
        let activities = state.selection.activities.sorted { $0.key < $1.key }.map(\.value)
        switch key {
        case .numbers:
            return .words(activities.flatMap(\.numbered).map(\.rawValue))
        case .waiting: return .words(activities.flatMap(\.waitingLine).map(\.rawValue))
        case .stages:
            return .pairs(
                activities.flatMap(\.buyers).map {
                    pair($0.key.rawValue, $0.value.stage.rawValue)
                })
        case .taken: return .pairs(activities.flatMap(\.units.keys).map(taken) + takenElsewhere)
        case .running: return .words(activities.flatMap(\.runningClocks).map(\.words))
        case .heat:
            return .pairs(
                activities.flatMap { activity in
                    activity.heat.map { unit, heat in
                        let shown = heat.shown(by: activity.terms.heatWeights)
                        return pair(unit.rawValue, shown.map { "\($0)" } ?? Seen.nobody)
                    }
                })
        default: return selectionDecided(key)
        }
    }

    private func taken(_ unit: UnitID) -> Seen.Pair {
        let hold = state.sales.hold(of: unit)
        return pair(
            unit.rawValue, hold.map { "\($0.person) \($0.status.rawValue)" } ?? Seen.nobody)
    }

    /// Units of activities that are over.
    private var takenElsewhere: [Seen.Pair] {
        state.sales.units.filter { unit, known in
            known.holding?.activity != nil && state.selection.listing[unit] == nil
        }.keys.map(taken)
    }

    private func selectionDecided(_ key: ExpectKey) -> Seen {
        switch key {
        case .nearest:
            guard case .selection(.unitTaken(_, _, let nearest)) = ruling?.refusal else {
                return .words([])
            }
            return .words(nearest.map(\.rawValue))
        case .gaps: return .words(gaps.map(\.name))
        case .rows: return .words(rows)
        case .differences:
            guard case .selection(.notReconciled(let found)) = ruling?.refusal else {
                return .words([])
            }
            return .words(
                found.map {
                    "\($0.unit) \($0.here?.rawValue ?? "available") "
                        + ($0.ledger?.rawValue ?? "available")
                })
        case .figures: return .pairs(figures)
        default: return commissionSeen(key)
        }
    }

    private var gaps: [ReadinessGap] {
        if case .selection(.notReady(let gaps)) = ruling?.refusal { return gaps }
        for case .selection(let reason) in ruling?.reasons ?? [] {
            switch reason {
            case .missing(let gaps), .letThrough(let gaps): return gaps
            default: continue
            }
        }
        return []
    }

    private var rows: [String] {
        (ruling?.reasons ?? []).compactMap { reason in
            guard case .selection(.rowRefused(let fault)) = reason else { return nil }
            return "\(fault.line) \(fault.of.map { "\($0)" } ?? "roster") \(fault.field.rawValue)"
        }
    }

    private var figures: [Seen.Pair] {
        for case .selection(.closed(let figures)) in ruling?.reasons ?? [] {
            return [
                pair("attendance", figures.attendance.map(decimal) ?? Seen.nobody),
                pair("gave_up", "\(figures.gaveUp)"),
                pair("seconds", figures.averageSeconds.map { "\($0)" } ?? Seen.nobody),
                pair("sell_through", figures.sellThrough.map(decimal) ?? Seen.nobody),
                pair("clashes", "\(figures.clashes)"), pair("lapsed", "\(figures.lapsed)"),
                pair("objections", "\(figures.objections.count)"),
            ]
                + figures.listed.keys.sorted().map {
                    pair($0, figures.sellThrough(of: $0).map(decimal) ?? Seen.nobody)
                }
        }
        return []
    }
}

extension ReadinessGap {
    /// The gap in words of the catalogue.
    fileprivate var name: String {
        switch self {
        case .role(let role): "role \(role.rawValue)"
        case .material(let name, let short): "material \(name) \(short)"
        case .paper(let paper): "paper \(paper.rawValue)"
        case .rehearsal(let count): "rehearsal \(count)"
        }
    }
}

extension RunningClock {
    fileprivate var words: String {
        "\(unit?.rawValue ?? person.rawValue) \(kind.rawValue) \(until.timeOfDay.full)"
    }
}

extension TimeOfDay {
    /// With seconds in any case.
    fileprivate var full: String { second % 60 == 0 ? text + ":00" : text }
}

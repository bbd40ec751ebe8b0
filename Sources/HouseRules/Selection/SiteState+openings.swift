/// What pages and programs ask of an activity; the one place that says who has which unit of it.
extension SiteState {
    /// Who has a unit, how far it is and since when; nil: nobody.
    public func hold(of unit: UnitID) -> Hold? { sales.hold(of: unit) }

    /// Whether a buyer has a unit at a moment: what is not paid in time is free at its very second,
    /// whatever the clock has written down.
    public func has(
        _ unit: UnitID, _ person: PersonID, in id: ActivityID, at moment: Moment
    ) -> Bool {
        guard hold(of: unit)?.person == person else { return false }
        guard let number = selection.activities[id]?.payments[unit] else { return true }
        return !(selection.activities[id]?.isOver(number, moment) ?? false)
    }

    /// What a pick of the buyer's own comes to when it can change nothing, so that it may be
    /// answered without being written (SEL-05). Nil: it must be decided.
    ///
    /// Nothing is changed; it only deliberates where the state lies.
    public mutating func idlePick(
        _ unit: UnitID, for person: PersonID, in id: ActivityID, under policy: Policy,
        at moment: Moment
    ) -> Ruling? {
        guard isPickIdle(unit, for: person, in: id, at: moment) else { return nil }
        return deliberate(
            on: &self, under: policy, actor: .clock, at: moment, expecting: 0
        ) { deliberation in
            do throws(Refusal) {
                let outcome = try deliberation.pickIdly(id, person, unit)
                return outcome.map {
                    Ruling(answer: $0, reasons: deliberation.reasons, events: [])
                }
            } catch {
                return Ruling(answer: nil, reasons: [.refused(error)], events: [])
            }
        }
    }

    /// Whether a pick at this moment can change nothing: not open, standing still, taken, or the
    /// buyer holds another one.
    ///
    /// False where anything has run out by then that may free a unit: that is settled first.
    func isPickIdle(
        _ unit: UnitID, for person: PersonID, in id: ActivityID, at moment: Moment
    ) -> Bool {
        guard let activity = selection.activities[id] else { return true }
        guard sales.agenda.next(by: moment.wholeSecond) == nil else { return false }
        guard ClockKind.allCases.allSatisfy({ activity.dueClock($0, moment) == nil }) else {
            return false
        }
        guard let buyer = activity.buyers[person], activity.units[unit] != nil,
            activity.approvedAt != nil, activity.pausedAt == nil
        else { return true }
        if hold(of: unit) != nil { return true }
        guard activity.kind == .onlineOpening else { return false }
        return moment < activity.opensAt
            || buyer.units.contains { activity.payments[$0] != nil }
    }

    /// Whether an activity is in no state to be picked at until somebody says a word: it is not
    /// known here, not approved, or paused (SEL-10). Another process may have heard that word
    /// already.
    public func awaitsWord(for id: ActivityID) -> Bool {
        guard let activity = selection.activities[id] else { return true }
        return activity.approvedAt == nil || activity.pausedAt != nil
    }
}

extension Activity {
    /// What runs against a buyer: to check in, to choose, or to pay (SEL-03 … SEL-05).
    public func clock(of person: PersonID) -> RunningClock? {
        guard let buyer = buyers[person] else { return nil }
        let numbers = [buyer.clock] + buyer.units.map { payments[$0] }
        let found = numbers.compactMap { $0.flatMap { clocks.running[$0] } }
        return found.min { $0.until < $1.until }.map {
            RunningClock(kind: $0.kind, person: $0.person, unit: $0.unit, until: $0.until)
        }
    }

    /// The last second to pay a unit; nil: nothing runs for it.
    public func paymentUntil(of unit: UnitID) -> Moment? {
        payments[unit].flatMap { clocks.running[$0]?.until }
    }

    /// Called in the last group and not there yet, by number.
    public var called: [PersonID] { people(at: .called) }

    /// Checked in and not seated.
    public var present: [PersonID] { people(at: .present) }

    /// At a desk.
    public var seated: [PersonID] { people(at: .seated) }

    /// Who missed their call once and is called again at the end of the round (SEL-03).
    public var missed: [PersonID] { waitingLine.filter { (buyers[$0]?.misses ?? 0) > 0 } }

    /// The marks of a buyer (SEL-05, SEL-06).
    public func marks(of person: PersonID, _ kind: HeatKind) -> Set<UnitID> {
        liked[person]?[kind] ?? []
    }

    /// Units of the list in the order of a plan: by building, from the top floor down.
    public var plan: [ListedUnit] {
        units.values.sorted {
            ($0.building, -$0.floor, $0.unit) < ($1.building, -$1.floor, $1.unit)
        }
    }

    /// The figures as of now, with the units that count as sold (SEL-10).
    public func figures(clashes: Int, sold: Set<UnitID>) -> ActivityFigures {
        var figures = figures
        figures.invited = roster.count
        figures.clashes = clashes
        figures.objections = objections
        for unit in sold {
            if let layout = units[unit]?.layout { figures.sold[layout, default: 0] += 1 }
        }
        return figures
    }

    private func people(at stage: BuyerStage) -> [PersonID] {
        buyers.filter { $0.value.stage == stage }.sorted {
            ($0.value.number ?? 0, $0.key) < ($1.value.number ?? 0, $1.key)
        }.map(\.key)
    }
}

/// Who brought a customer (OWN-43 … OWN-54).
extension Deliberation {
    var channelKnobs: ChannelPolicy { policy.channels }

    mutating func carryOut(_ command: ChannelCommand) throws(Refusal) -> Outcome {
        switch command {
        case .report(let report): try file(report)
        case .block(let block): try stop(block)
        case .lift(let channel, let agent): try lift(channel, agent)
        case .contact(let slip, let staff): try arrange(slip, staff)
        case .passGate(let visit, let moment): try passGate(visit, moment)
        case .mention(let visit): try mention(visit)
        case .judge(let visit, let mark, let shown): try judge(visit, mark, shown)
        case .review(let review): try self.review(review)
        case .meet(let arrival, let slip): return try meet(arrival, slip)
        case .confirm(let confirmation): try confirm(confirmation)
        case .closeAudit(let visit, let staff, let note): try closeAudit(visit, staff, note)
        case .provePoaching(let poaching): try prove(poaching)
        case .checkDeal(let deal, let mark): try checkDeal(deal, mark)
        case .answerSurvey(let survey): try answer(survey)
        case .recommend(let slip, let person, let staff): try recommend(slip, person, staff)
        case .noteContact(let person, let slip, let evidence):
            try noteContact(person, slip, evidence)
        }
        return .done
    }

    /// Sent before now; what runs from it goes by the rules of today (OWN-45).
    private mutating func file(_ report: ChannelReport) throws(Refusal) {
        try allow(.frontDeskSecretary, .dutyOfficer, .clericalStaff, .clock)
        let isOwnClock = actor.role == .clock
        guard report.sentAt.wholeSecond <= at.wholeSecond else {
            throw .inTheFuture(report.sentAt)
        }
        guard !isOwnClock || report.sentAt == at else { throw .tooOld(report.sentAt) }
        guard channels.reports[report.slip] == nil else {
            throw .channels(.slipExists(report.slip))
        }
        if let block = channels.block(report.channel, report.agent, at: at) {
            throw .channels(
                .banned(channel: block.channel, agent: block.agent, until: block.until))
        }
        guard report.customer.phone != nil || channelKnobs.maskAllowed else {
            throw .channels(.numberMasked)
        }
        let counts = (channelKnobs.reportTime == .message ? report.sentAt : at).wholeSecond
        let minutes =
            report.kind == .channel
            ? channelKnobs.leadMinutes : channelKnobs.spaceHomeMinutes
        let filed = FiledReport(
            report: report, enteredAt: at, countsAt: counts,
            opens: counts.adding(seconds: minutes.map { $0 * 60 } ?? 1),
            lapses: channelKnobs.reportDays.map { counts.day.lapse(afterDays: $0) },
            number: channels.filed + 1)
        emit(.reported(filed))
        because(.reported(from: filed.opens, until: filed.lapses))
    }

    private mutating func stop(_ block: ChannelBlock) throws(Refusal) {
        try allow()
        if let until = block.until, until <= at { throw .tooOld(until) }
        emit(.blocked(block))
        because(.blocked(channel: block.channel, agent: block.agent, until: block.until))
    }

    private mutating func lift(_ channel: String, _ agent: String?) throws(Refusal) {
        try allow()
        guard channels.blocks.contains(where: { $0.channel == channel && $0.agent == agent })
        else { throw .channels(.notBlocked) }
        emit(.lifted(channel: channel, agent: agent))
        because(.lifted(channel: channel, agent: agent))
    }

    func filed(_ slip: SlipID) throws(Refusal) -> FiledReport {
        guard let filed = channels.reports[slip] else { throw .channels(.noSuchReport(slip)) }
        return filed
    }

    func channelVisit(_ visit: VisitID) throws(Refusal) -> ChannelVisit {
        guard let known = channels.visits[visit] else { throw .channels(.noSuchVisit(visit)) }
        return known
    }

    /// The consultant says yes to whom 空间家 sends (OWN-51).
    private mutating func arrange(_ slip: SlipID, _ staff: StaffID) throws(Refusal) {
        try allowMove(of: staff)
        _ = try known(staff)
        guard try filed(slip).report.kind == .spaceHome else {
            throw .channels(.noSuchReport(slip))
        }
        emit(.contacted(slip, staff, at: at))
        because(.contacted(staff))
    }

    /// In time only what was there before they came (OWN-51).
    private mutating func meet(_ arrival: Arrival, _ slip: SlipID) throws(Refusal) -> Outcome {
        try allow(.frontDeskSecretary, .dutyOfficer)
        let filed = try filed(slip)
        guard filed.report.kind == .spaceHome else { throw .channels(.noSuchReport(slip)) }
        let arrivedAt = (arrival.arrivedAt ?? at).wholeSecond
        let contact = channels.contacts[slip].flatMap {
            $0.at.wholeSecond < arrivedAt ? $0 : nil
        }
        let isFresh = filed.lapses.map { arrivedAt.day < $0 } ?? true
        let isBarred = channels.block(filed.report.channel, filed.report.agent, at: at) != nil
        let lacks = channelKnobs.spaceHomeNeeds.filter { need in
            switch need {
            case .report: arrivedAt < filed.opens || !isFresh || isBarred
            case .contact: contact == nil
            }
        }
        var arrival = arrival
        if let contact, lacks.isEmpty {
            because(.spaceHome(contact.staff))
            arrival.visitClass = .staffReferral
            arrival.named = contact.staff
        } else {
            because(.spaceHomeLacks(lacks))
        }
        return try register(arrival)
    }
}

/// Who brought a customer (OWN-43 … OWN-54).
extension Deliberation {
    var channelKnobs: ChannelPolicy { policy.channels }

    mutating func carryOut(_ command: ChannelCommand) throws(Refusal) -> Outcome {
        switch command {
        case .report(let report): try file(report)
        }
        return .done
    }

    private mutating func file(_ report: ChannelReport) throws(Refusal) {
        try allow(.frontDeskSecretary, .dutyOfficer, .clericalStaff)
        guard report.sentAt.wholeSecond <= at.wholeSecond else {
            throw .inTheFuture(report.sentAt)
        }
        guard !channels.reports.contains(where: { $0.slip == report.slip }) else {
            throw .channels(.reportExists(report.slip))
        }
        emit(.reported(report))
        because(
            .reported(from: report.sentAt.wholeSecond.adding(seconds: channelKnobs.leadMinutes * 60)))
    }
}

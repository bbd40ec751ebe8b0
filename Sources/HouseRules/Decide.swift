/// Decides one command: pure, so the same facts under the same rules always give the same ruling.
///
/// - Parameters:
///   - command: What somebody wants to happen.
///   - actor: Who asks.
///   - state: What the site knows now.
///   - policy: The rules in force at `moment`.
///   - moment: The server's clock, fixed once before any rule runs.
/// - Returns: An answer with reasons and events, or a refusal with its reason.
public func decide(
    _ command: Command, by actor: Actor, in state: SiteState, under policy: Policy,
    at moment: Moment
) -> Ruling {
    var deliberation = Deliberation(state: state, policy: policy, actor: actor, at: moment)
    do throws(Refusal) {
        let answer = try deliberation.carryOut(command)
        return Ruling(
            answer: answer, reasons: deliberation.reasons, events: deliberation.events)
    } catch {
        return .refused(error, after: deliberation.reasons)
    }
}

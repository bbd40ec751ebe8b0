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
    var after = state
    return after.rule(on: command, by: actor, under: policy, at: moment)
}

extension SiteState {
    /// Decides one command and makes its events true in one step, without copying the state.
    ///
    /// The state afterwards equals the state before with the ruling's events applied. A refusal
    /// is thrown before the command itself has changed anything; only what fell due by itself
    /// (such as the close of a stale day) may stand beside it.
    public mutating func rule(
        on command: Command, by actor: Actor, under policy: Policy, at moment: Moment
    ) -> Ruling {
        deliberate(on: &self, under: policy, actor: actor, at: moment) { deliberation in
            var answer: Outcome?
            do throws(Refusal) {
                answer = try deliberation.carryOut(command)
            } catch {
                deliberation.reasons.append(.refused(error))
            }
            return Ruling(
                answer: answer, reasons: deliberation.reasons, events: deliberation.events)
        }
    }
}

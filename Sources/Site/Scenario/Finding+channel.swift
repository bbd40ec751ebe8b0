import HouseRules

extension Finding {
    /// What was found about who brought a customer.
    func channelSeen(_ key: ExpectKey) -> Seen {
        switch key {
        case .channel: return word(channel)
        case .unlit: return .words(unlit)
        case .channelCommission: return word(commission?.rawValue)
        case .earner: return one(earner)
        case .lacks: return .words(lacks)
        case .causes:
            return .words(
                channelReasons.flatMap { reason -> [String] in
                    guard case .audited(let causes) = reason else { return [] }
                    return causes.map(\.rawValue)
                })
        case .surveys:
            return .words(
                state.channels.deals.filter(\.isListed).map(\.deal.rawValue).sorted())
        case .audits: return .words(state.channels.audits.keys.map(\.rawValue).sorted())
        default: return selectionSeen(key)
        }
    }

    private var channelReasons: [ChannelReason] {
        (ruling?.reasons ?? []).compactMap { reason in
            guard case .channels(let reason) = reason else { return nil }
            return reason
        }
    }

    /// The company that brought them.
    private var channel: String? {
        for case .brought(let channel, _, _) in channelReasons { return channel }
        return nil
    }

    private var unlit: [String] {
        for case .natural(let missing) in channelReasons { return missing.map(\.rawValue) }
        return []
    }

    private var commission: Commission? {
        for case .commission(let commission) in channelReasons { return commission }
        return nil
    }

    /// Who has the performance by the rules of channels and recommendations.
    private var earner: StaffID? {
        for case .channels(.dealJudged(let deal, _)) in ruling?.events ?? [] {
            return deal.earner
        }
        return nil
    }

    private var lacks: [String] {
        for reason in channelReasons {
            switch reason {
            case .evidenceMissing(_, let kinds): return kinds.map(\.rawValue)
            case .spaceHomeLacks(let needs): return needs.map(\.rawValue)
            default: continue
            }
        }
        return []
    }
}

/// The checklists of the catalogue; items are stable names, their words live in the shell.
public enum Checklist: String, Codable, Sendable, CaseIterable {
    /// Ready to stand first (REC-45).
    case kit
    /// On stand (REC-46).
    case station
    /// The steps of a reception (REC-47).
    case steps
    /// Conduct during a reception (REC-49).
    case conduct
    /// Seeing off and the table (REC-50).
    case table
    /// On the telephone (REC-57).
    case phone
    /// Asked for somebody else, wrong numbers, calling out (REC-58).
    case phoneManners = "phone_manners"
    /// Length of a call and invitation (REC-64).
    case invitation

    /// Its items in order.
    public var items: [String] {
        switch self {
        case .kit: KitItem.allCases.map(\.rawValue)
        case .station:
            ["posture", "no_leaning", "no_fiddling", "no_lounging", "no_reading", "no_screen"]
        case .steps: ReceptionStep.allCases.map(\.rawValue)
        case .conduct:
            [
                "courtesy", "apology", "no_pointing", "equal_regard", "no_disparaging",
                "no_exaggeration", "model_differences", "care", "requests_met", "stays_with_guest",
                "closed_facilities", "no_quarrel", "no_smoking", "posture", "rises_to_answer",
                "mandarin", "seats_guest_first",
            ]
        case .table: ["walked_out", "farewell", "chairs", "cups", "cleared"]
        case .phone:
            [
                "rings", "tone", "opening", "pen_ready", "repeats_back", "quiet", "thanks_invites",
                "customer_hangs_up_first", "second_line", "passes_on_covered",
            ]
        case .phoneManners:
            [
                "absent_colleague", "calls_again", "wrong_number_in", "wrong_number_out",
                "confirms_identity", "no_speaker",
            ]
        case .invitation: ["short", "curiosity", "invites", "full_name", "contact_left"]
        }
    }

    /// Items any one of which fails the whole.
    public var serious: [String] { self == .conduct ? ["no_exaggeration", "no_quarrel"] : [] }

    /// The rule that the list belongs to.
    public var clause: Clause {
        switch self {
        case .kit: .rec(45)
        case .station: .rec(46)
        case .steps: .rec(47)
        case .conduct: .rec(49)
        case .table: .rec(50)
        case .phone: .rec(57)
        case .phoneManners: .rec(58)
        case .invitation: .rec(64)
        }
    }

    /// What a fail costs by the house's list of penalties; zero where management decides.
    func penalty(for item: String, _ policy: RegisterPolicy) -> (article: String, amount: Money)? {
        switch (self, item) {
        case (.table, _): policy.tableFine.map { ("F12", $0) }
        case (.conduct, "no_exaggeration"): ("F38", .yuan(500))
        case (.conduct, "no_quarrel"): ("F37", .yuan(1000))
        case (.conduct, "no_disparaging"): ("F41", .yuan(100))
        case (.station, "posture"): ("F03", .yuan(20))
        case (.station, "no_lounging"): ("F06", .yuan(20))
        case (.station, "no_reading"): ("F05", .yuan(50))
        default: (clause.id, Money(fen: 0))
        }
    }
}

/// A penalty that a rule proposes: only ever a draft (GLOSSARY §2.12).
public struct PenaltyDraft: Codable, Hashable, Sendable {
    /// For whom.
    public var staff: StaffID
    /// The article of the house's list, such as `F17`.
    public var article: String
    /// How much; zero where the article names a range.
    public var amount: Money
    /// What it is about: a visit, a call or a day, as its id.
    public var about: String

    /// The rule that leads to such a draft.
    public var clause: Clause {
        switch article {
        case "F03", "F05", "F06": .rec(46)
        case "F12": .rec(50)
        case "F21": .own(55)
        case "F23": .rec(55)
        case "F25": .rec(17)
        case "F27": .rec(12)
        case "F28", "六-7", "六-3.4.5": .own(22)
        case "六-5": .own(30)
        case "F29", "F30": .sal(9)
        case "F31": .sal(18)
        case "F32": .sal(19)
        case "F33": .sal(8)
        case "F35": .sal(29)
        case "F36": .sal(30)
        case "F39": .sal(13)
        case "F42", "F43", "六-8": .sal(34)
        case "五-8": .sal(17)
        case "四-3.18": .sal(7)
        case "F37", "F38", "F41": .rec(49)
        default: .rec(59)
        }
    }

    /// A draft.
    public init(_ staff: StaffID, _ article: String, _ amount: Money, about: String) {
        self.staff = staff
        self.article = article
        self.amount = amount
        self.about = about
    }
}

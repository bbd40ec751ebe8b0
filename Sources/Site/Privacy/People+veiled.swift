import Database
import HouseRules

extension People {
    /// Name and masked number in one line; who was erased says so.
    func label(_ person: PersonID, in transaction: any Transaction) throws -> String {
        do {
            let masked = try masked(person, in: transaction)
            return PersonDetails.line(masked.name, masked.phone)
        } catch let problem as PersonProblem {
            return problem.words
        }
    }

    /// Surname and masked number; who was erased says so. Shows less than a list of one's own
    /// customers does, and leaves no trace.
    /// - Throws: `DatabaseFailure`.
    func veiled(_ person: PersonID, in transaction: any Transaction) throws -> String {
        do {
            let details = try open(person, in: transaction)
            return PersonDetails.line(details.maskedName, details.maskedPhone)
        } catch let problem as PersonProblem {
            return problem.words
        }
    }
}

extension People {
    /// Name and masked number for a line of a list; who was erased says so, nil for nobody.
    func listed(
        _ person: PersonID, in transaction: any Transaction
    ) throws -> (name: String, phone: String?)? {
        do {
            return try masked(person, in: transaction)
        } catch let problem as PersonProblem {
            if case .erased = problem { return (problem.words, nil) }
            return nil
        }
    }
}

extension PersonProblem {
    /// What lists call somebody whose data cannot be shown.
    var words: String { if case .erased = self { "已删除的客户" } else { "已登记的客户" } }
}

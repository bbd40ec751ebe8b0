import Database
import HouseRules

extension ListWriter {
    /// `account_row`: who opened, changed or closed an account.
    static let accounts = ListWriter(
        name: "account_row",
        clear: { ["DELETE FROM account_row WHERE site = \($0)"] },
        write: { entry, site in
            guard case .roster(.account(let staff, let change)) = entry.command,
                entry.refusal == nil
            else { return [] }
            return [
                """
                INSERT INTO account_row (site, seq, at, staff, change, role, changed_by) \
                VALUES (\(site), \(entry.seq), \(entry.at), \(staff), \(change.code), \
                \(change.role?.rawValue), \(entry.actor.staff))
                """
            ]
        })
}

/// One change of an account.
struct AccountRow: Sendable, Hashable {
    let at: Moment
    let staff: StaffID
    let change: AccountChange
    let changedBy: StaffID

    /// The changes of a site, the newest first.
    static func newest(of site: SiteID, skipping: Int, limit: Int) -> SQL {
        """
        SELECT at, staff, change, role, changed_by FROM account_row WHERE site = \(site) \
        ORDER BY seq DESC LIMIT \(limit) OFFSET \(skipping)
        """
    }

    /// Reads a row of the query above.
    init(_ row: Row) throws {
        at = Moment(milliseconds: try row.int("at"))
        staff = StaffID(try row.text("staff"))
        changedBy = StaffID(try row.text("changed_by"))
        let role: Role? = try row.optionalCode("role")
        guard let change = AccountChange(code: try row.text("change"), role: role) else {
            throw DatabaseFailure.decoding("column change: unknown code")
        }
        self.change = change
    }
}

extension AccountChange {
    /// Its stable code in lists.
    var code: String {
        switch self {
        case .opened: "opened"
        case .given: "given"
        case .newPassword: "new_password"
        case .closed: "closed"
        }
    }

    /// The role it gives.
    var role: Role? {
        switch self {
        case .opened(let role), .given(let role): role
        case .newPassword, .closed: nil
        }
    }

    /// The change of a row; nil when the parts do not belong together.
    init?(code: String, role: Role?) {
        switch (code, role) {
        case ("opened", let role?): self = .opened(role)
        case ("given", let role?): self = .given(role)
        case ("new_password", nil): self = .newPassword
        case ("closed", nil): self = .closed
        default: return nil
        }
    }
}

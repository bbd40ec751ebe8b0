import Database
import HouseRules

/// Days and a person, as the lists of the registers ask for them.
struct RegisterFilter: Sendable, Equatable {
    var days: DaySpan
    var staff: StaffID?

    /// Reads the fields of the address; `today` where no day is given.
    init(_ query: FormFields, today: BusinessDay) throws(Problem) {
        days = try DaySpan(query, today: today)
        staff = try query.text("staff").map { (id) throws(Problem) in try StaffID(sent: id) }
    }

    /// The same as fields of an address.
    var query: String {
        days.query + (staff.map { "&staff=\(percentEncode($0.rawValue))" } ?? "")
    }
}

import HouseRules

@testable import Site

/// The four of the house, by the letters that tests call them.
func houseName(_ staff: StaffID) -> String {
    ["A": "安然", "B": "白榆", "C": "岑山", "D": "丁一"][staff.rawValue] ?? staff.rawValue
}

/// The same four as a site's directory.
let houseDirectory = StaffDirectory(
    ["A", "B", "C", "D"].map {
        .init(staff: $0, name: houseName($0), role: .consultant, isActive: true)
    })

/// A moment of Monday 2025-06-02.
func mondayAt(_ hour: Int, _ minute: Int, _ second: Int = 0) -> Moment {
    monday.at(TimeOfDay(hour, minute, second))
}

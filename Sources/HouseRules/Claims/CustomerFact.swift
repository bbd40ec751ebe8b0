/// One line of the register behind reception: who has what with which customer.
public struct CustomerFact: Codable, Hashable, Sendable {
    /// The customer.
    public var person: PersonID
    /// The consultant.
    public var staff: StaffID
    /// When it happened.
    public var at: Moment

    /// A line of the register.
    public init(_ person: PersonID, _ staff: StaffID, at: Moment) {
        self.person = person
        self.staff = staff
        self.at = at
    }
}

/// Facts of units, orders and money; frozen once shipped.
public enum SalesEvent: Codable, Hashable, Sendable {
    /// A version of the price list waits for approval (SAL-19).
    case pricesDrafted(PriceList, at: Moment)
    /// It holds from now on (SAL-19).
    case pricesApproved(PriceVersion, at: Moment)
    /// A unit changed its status (SAL-01).
    case moved(UnitMove)
    /// A hold is asked for (SAL-02).
    case requested(HoldRequest)
    /// What became of it (SAL-02).
    case requestClosed(SalesRequestID, RequestEnd, at: Moment)
    /// A hold is longer or confirmed once more (SAL-02, SAL-04).
    case holdChanged(UnitID, HoldChange, until: Moment, at: Moment)
    /// At the window of finance: another clock runs, or none (SAL-05).
    case payAtWindow(UnitID, until: Moment?, at: Moment)
    /// A supervisor may confirm holds (SAL-02).
    case delegated(StaffID, until: Moment, at: Moment)
    /// What was announced up to a number is read (SAL-03).
    case bulletinsRead(StaffID, upTo: Int, at: Moment)
    /// An order is written (SAL-10).
    case orderWritten(SalesOrder)
    /// It is checked (SAL-10).
    case orderReviewed(OrderID, StaffID, at: Moment)
    /// A step of it.
    case orderStepped(OrderID, OrderStep, at: Moment)
    /// It is void (SAL-12).
    case orderVoided(VoidOrder)
    /// A receipt (SAL-14).
    case moneyTaken(Receipt)
    /// Money is to go back (SAL-05, SAL-06, SAL-27).
    case refundOwed(RefundSlip)
    /// It went back.
    case refunded(RefundSlip, at: Moment)
    /// Approved beforehand (SAL-15).
    case approved(SalesApproval)
    /// A price was told (SAL-15).
    case quoted(Quotation)
    /// Promised (SAL-16).
    case promised(SalesPromise, at: Moment)
    /// An offence (SAL-07 … SAL-34).
    case offended(OffenceSlip, at: Moment)
    /// A leak with the amount that is proposed (SAL-34).
    case leaked(LeakSlip, at: Moment)
    /// A step of a cancellation (SAL-27).
    case cancelStepped(OrderID, CancelFile, at: Moment)
    /// A change is asked for.
    case changeAsked(OrderChange, at: Moment)
    /// It is approved.
    case changeApproved(OrderChange, OrderTerms, document: String, at: Moment)
    /// When the contract is signed (SAL-17).
    case signingAgreed(OrderID, Moment, at: Moment)
    /// The customer was told (SAL-17).
    case noticed(OrderID, at: Moment)
    /// The contract is prepared (SAL-18).
    case contractPrepared(OrderID, ContractPaper, at: Moment)
    /// It is checked (SAL-19).
    case contractReviewed(OrderID, StaffID, at: Moment)
    /// A template of the printed contract is here (SAL-18).
    case templateKept(ContractTemplate)
    /// It is withdrawn (SAL-18).
    case templateRetired(String, at: Moment)
    /// A contract was made from it (SAL-18).
    case contractProduced(ContractFile)
    /// A stage is done (SAL-20, SAL-21, SAL-24).
    case staged(StageSlip, next: Moment?, at: Moment)
    /// When the rest is to be paid; `reminders`: days ahead, negative when late (SAL-23).
    case scheduled(OrderID, [Instalment], reminders: [Int], at: Moment)
    /// Papers moved; `remind`: when they should be back (SAL-22).
    case papersMoved(OrderID, PaperMove, Int, StaffID, remind: Moment?, at: Moment)
    /// Papers are in the file of the deal (SAL-25).
    case dealFiled(OrderID, [DealPaper], isComplete: Bool, at: Moment)
    /// Somebody of the staff or near kin buys (SAL-31).
    case tieNoted(StaffTie)
    /// Bought without having told: on the list of the audit (SAL-31).
    case tieListed(PersonID, StaffID, at: Moment)
    /// The audit of it is over (SAL-31).
    case tieClosed(PersonID, isGuilty: Bool, at: Moment)
    /// Printed price lists moved (SAL-30).
    case priceListsMoved(StaffID, Int, at: Moment)
    /// The report of a day is kept (SAL-37).
    case figuresArchived(BusinessDay, SalesFigures, at: Moment)
    /// Somebody is reminded (SAL-12, SAL-20, SAL-22, SAL-23, SAL-25).
    case fellDue(SalesDue, at: Moment)
}

/// Units, orders and money (SAL-01 … SAL-37).
public enum SalesCommand: Codable, Hashable, Sendable {
    /// A version of the price list is drawn up (SAL-19).
    case draftPrices(PriceList)
    /// The manager approves it (SAL-19).
    case approvePrices(PriceVersion)
    /// Units go on sale (SAL-07).
    case release([UnitID])
    /// The developer keeps a unit, or wants it kept before somebody's deposit (SAL-06, SAL-33).
    case reserve(UnitID, Instruction)
    /// The developer gives it free (SAL-33).
    case unreserve(UnitID, Instruction)
    /// Somebody writes "keep it for me"; it means nothing (SAL-07).
    case remark(UnitID, StaffID)
    /// The manager lets a supervisor confirm holds (SAL-02).
    case delegate(StaffID, until: Moment)
    /// A consultant asks for a hold (SAL-02).
    case askHold(HoldRequest)
    /// It is checked and confirmed (SAL-02).
    case confirmHold(SalesRequestID, [VerifyItem])
    /// It is sent back (SAL-02).
    case rejectHold(SalesRequestID)
    /// A hold is withdrawn, extended or confirmed once more (SAL-02, SAL-04).
    case changeHold(UnitID, HoldChange)
    /// Somebody has read what was announced (SAL-03).
    case readBulletins(StaffID)
    /// An order form (SAL-04, SAL-10).
    case writeOrder(OrderDraft)
    /// Somebody else checks it (SAL-10).
    case reviewOrder(OrderID, StaffID)
    /// A step of an order (SAL-05, SAL-12, SAL-17, SAL-18).
    case step(OrderID, OrderStep)
    /// Finance takes money (SAL-13, SAL-14).
    case takeMoney(MoneyIn)
    /// Finance gives money back (SAL-05, SAL-27).
    case payRefund(Int)
    /// The manager approves something beforehand (SAL-15, SAL-16, SAL-18).
    case approve(SalesApproval)
    /// A price is told to a customer (SAL-08, SAL-15, SAL-26).
    case quote(QuoteDraft)
    /// Something is promised (SAL-16).
    case promise(SalesPromise)
    /// An offence was found (SAL-07 … SAL-34).
    case reportOffence(OffenceSlip)
    /// Something secret got out (SAL-34).
    case reportLeak(LeakSlip)
    /// A step of a cancellation (SAL-27).
    case cancel(CancelRequest)
    /// Another buyer, unit or consultant is asked for (SAL-16).
    case askChange(OrderChange)
    /// It is approved by a paper (SAL-16).
    case approveChange(SlipID, document: String)
    /// When the contract is signed; later: put off (SAL-17, SAL-36).
    case agreeSigning(OrderID, Moment)
    /// The customer is told of it (SAL-17).
    case giveNotice(OrderID, [NoticeItem], isReceipted: Bool)
    /// The contract is prepared (SAL-18, SAL-19).
    case prepareContract(ContractDraft)
    /// Somebody else checks it (SAL-19).
    case reviewContract(OrderID, StaffID)
    /// A template of the printed contract is brought (SAL-18).
    case keepTemplate(ContractTemplate)
    /// No contract is made from it any more (SAL-18, SAL-26).
    case retireTemplate(String)
    /// A contract is made from the template and handed out (SAL-18).
    case produceContract(ContractFile)
    /// A stage of loan, filing or delivery is done (SAL-20, SAL-21, SAL-24).
    case advance(StageSlip)
    /// When the rest is to be paid (SAL-23).
    case schedule(OrderID, [Instalment])
    /// Papers are printed, lent, given back (SAL-22).
    case movePapers(OrderID, PaperMove, Int, StaffID)
    /// Papers in the drawer are counted (SAL-22).
    case countPapers(OrderID, Int)
    /// Papers are put into the file of the deal (SAL-25).
    case fileDeal(OrderID, [DealPaper])
    /// Somebody of the staff or near kin buys (SAL-31).
    case noteTie(StaffTie)
    /// The audit of it is over (SAL-31).
    case closeTie(PersonID, isGuilty: Bool)
    /// Printed price lists are handed out, or back when negative (SAL-30).
    case movePriceLists(StaffID, Int)
    /// Those of somebody are counted (SAL-30).
    case countPriceLists(StaffID, Int)
    /// The report of a day is kept (SAL-37).
    case archiveFigures(BusinessDay, SalesFigures)
}

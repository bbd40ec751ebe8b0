/// Why something about units, orders or money is as it is.
public enum SalesReason: Codable, Hashable, Sendable {
    /// A version of the price list with so many units waits for the manager (SAL-19).
    case pricesDrafted(PriceVersion, units: Int)
    /// It holds from now on (SAL-19).
    case pricesApproved(PriceVersion)
    /// The unit changed its status (SAL-01).
    case moved(UnitID, UnitStatus, MoveCause)
    /// Everybody is told (SAL-03).
    case announced(number: Int)
    /// So many announcements were shown before the order (SAL-03).
    case shown(StaffID, Int)
    /// The request waits; so many are before it (SAL-02).
    case queued(ahead: Int)
    /// Checked item by item (SAL-02).
    case verified([VerifyItem])
    /// Only checked: nothing locks before the deposit (SAL-06).
    case onlyVerified(UnitID)
    /// The request goes back: somebody else has the unit (SAL-01).
    case sentBack(SalesRequestID, StaffID)
    /// In time up to this second (SAL-02).
    case heldUntil(Moment)
    /// The confirmation holds up to this second (SAL-04).
    case reconfirmed(until: Moment)
    /// A supervisor may confirm up to this second (SAL-02).
    case delegated(StaffID, until: Moment)
    /// A remark locks nothing (SAL-07).
    case remarkIsNoHold(UnitID)
    /// Nobody confirmed it: the order is void (SAL-02).
    case unauthorized(OrderID)
    /// The total as it is computed (SAL-19).
    case priced(UnitID, discount: Int, Money)
    /// A step of the order (SAL-10).
    case stepped(OrderID, OrderStage)
    /// To be paid up to this second (SAL-05).
    case payUntil(Moment)
    /// At the window: the clock stands (SAL-05).
    case clockStopped(payUntil: Moment?)
    /// Finance itself is the reason: no clock (SAL-05).
    case financeDelay(OrderID)
    /// The order is void (SAL-05).
    case voided(OrderID, VoidCause)
    /// The paper has to come back before this moment (SAL-12).
    case returnOriginal(OrderID, remind: Moment)
    /// The paper is back (SAL-12).
    case originalBack(OrderID)
    /// A receipt (SAL-14).
    case received(ReceiptNumber, Money)
    /// Earnest money is no deposit and locks nothing (SAL-11).
    case earnestIsNoDeal
    /// The slip of earnest money is written off (SAL-11).
    case converted(Int, Money)
    /// Still so much short of the deposit (SAL-14).
    case shortOfDeposit(Money)
    /// The deal is of this day (SAL-06).
    case dealt(OrderID, BusinessDay)
    /// Somebody's money was there earlier (SAL-06).
    case paidEarlier(OrderID, than: OrderID)
    /// The developer's instruction came before the money (SAL-06).
    case instructedEarlier(Instruction, than: OrderID)
    /// Money goes back (SAL-05, SAL-06, SAL-27).
    case refundOwed(Int, Money, RefundCause)
    /// It went back.
    case refunded(Int)
    /// Approved beforehand (SAL-15).
    case approved(SlipID, ApprovalKind)
    /// An approval allows it (SAL-15).
    case byApproval(SlipID)
    /// The customer was told another discount before (SAL-15).
    case otherDiscount(before: Int, now: Int)
    /// Promised on this ground (SAL-16).
    case promised(PromiseMatter)
    /// An offence (SAL-07 … SAL-34).
    case offended(SalesOffence, StaffID)
    /// The commission of this order is held back (SAL-08).
    case commissionHeld(OrderID)
    /// What a leak may cost, and what is proposed (SAL-34).
    case leaked(StaffID, Money, from: Money, to: Money, LeakAction)
    /// A step of the cancellation (SAL-27).
    case cancelStepped(CancelStep)
    /// Nobody is next by themselves (SAL-28, SAL-32).
    case noWaitingList(UnitID)
    /// A change is asked for or approved.
    case changed(SlipID, isApproved: Bool)
    /// The contract is signed then (SAL-17, SAL-36).
    case signingAgreed(Moment)
    /// Told in full; `short`: less than a day before (SAL-17).
    case noticed(short: Bool)
    /// Not all was told, or the customer did not say so (SAL-17).
    case noticeIncomplete([NoticeItem], isReceipted: Bool)
    /// The signing began and the customer had not been told (SAL-17).
    case noticeMissing(StaffID)
    /// Clauses to be marked in the contract (SAL-18).
    case marked([String])
    /// The contract is prepared, checked or signed (SAL-18, SAL-19).
    case contract(OrderID)
    /// A template of the printed contract, and from when it is used (SAL-18).
    case templateKept(String, since: BusinessDay)
    /// It is used no more (SAL-18).
    case templateRetired(String)
    /// A contract was made from it; the hash of the file (SAL-18).
    case contractProduced(OrderID, template: String, hash: String)
    /// A stage is done; what the customer is to do next (SAL-20, SAL-21, SAL-24, SAL-35).
    case staged(DealStage)
    /// A stage was left out (SAL-21).
    case skipped(DealStage, note: String)
    /// When the rest is due (SAL-23).
    case scheduled(Int)
    /// Papers that should be in the drawer (SAL-22).
    case papers(inHand: Int)
    /// The file of the deal; what it lacks (SAL-25).
    case filed(isLate: Bool, missing: [DealPaper])
    /// Near kin of the staff (SAL-31).
    case tied(StaffID, isDeclared: Bool)
    /// On the list of the audit (SAL-31).
    case tieListed(StaffID)
    /// The audit of it (SAL-31).
    case tieClosed(StaffID, DumpAction?)
    /// Printed price lists with somebody (SAL-30).
    case priceLists(StaffID, Int)
    /// So many are missing (SAL-30).
    case priceListsLost(StaffID, Int)
    /// The report agrees with the ledger (SAL-37).
    case figuresKept(BusinessDay)
    /// Somebody is reminded.
    case reminded(SalesDue)

    /// The clause that this reason applies.
    public var clause: Clause {
        switch self {
        case .moved, .sentBack: .sal(1)
        case .queued, .verified, .heldUntil, .delegated, .unauthorized: .sal(2)
        case .announced, .shown: .sal(3)
        case .reconfirmed: .sal(4)
        case .payUntil, .clockStopped, .financeDelay, .voided: .sal(5)
        case .onlyVerified, .dealt, .paidEarlier, .instructedEarlier: .sal(6)
        case .remarkIsNoHold: .sal(7)
        case .commissionHeld: .sal(8)
        case .stepped, .changed: .sal(10)
        case .earnestIsNoDeal, .converted: .sal(11)
        case .returnOriginal, .originalBack: .sal(12)
        case .received, .shortOfDeposit, .refunded: .sal(14)
        case .approved, .byApproval, .otherDiscount: .sal(15)
        case .promised: .sal(16)
        case .noticed, .noticeIncomplete, .noticeMissing: .sal(17)
        case .marked, .contract, .templateKept, .templateRetired, .contractProduced: .sal(18)
        case .pricesDrafted, .pricesApproved, .priced: .sal(19)
        case .staged(let stage), .skipped(let stage, _): stage.clause
        case .papers: .sal(22)
        case .scheduled: .sal(23)
        case .filed: .sal(25)
        case .cancelStepped: .sal(27)
        case .priceLists, .priceListsLost: .sal(30)
        case .tied, .tieListed, .tieClosed: .sal(31)
        case .noWaitingList: .sal(32)
        case .leaked: .sal(34)
        case .signingAgreed: .sal(36)
        case .figuresKept: .sal(37)
        case .refundOwed(_, _, let cause): cause.clause
        case .offended(let offence, _): offence.clause
        case .reminded(let due): due.clause
        }
    }
}

extension RefundCause {
    fileprivate var clause: Clause {
        switch self {
        case .late, .voided: .sal(5)
        case .unitTaken: .sal(6)
        case .cancelled: .sal(27)
        case .overpaid: .sal(16)
        }
    }
}

extension SalesDue {
    /// The rule that reminds.
    public var clause: Clause {
        switch self {
        case .unit: .sal(5)
        case .original: .sal(12)
        case .dealFile: .sal(25)
        case .instalment: .sal(23)
        case .stage: .sal(20)
        case .document: .sal(22)
        }
    }
}

extension SalesOffence {
    /// The rule that forbids it.
    public var clause: Clause {
        switch self {
        case .earlyLock: .sal(7)
        case .recommendedHeld, .soldHeld: .sal(8)
        case .sheetError, .process: .sal(9)
        case .privateCollect: .sal(13)
        case .overpromise: .sal(16)
        case .contractProcess: .sal(18)
        case .contractError: .sal(19)
        case .cancelPromise: .sal(27)
        case .developerContact: .sal(34)
        }
    }

    /// The article of the house's list and its amount; nil: the site fines nothing for it.
    func draft(_ fines: SalesFines) -> (String, Money)? {
        switch self {
        case .earlyLock: ("四-3.18", fines.earlyLock ?? Money(fen: 0))
        case .recommendedHeld, .soldHeld: fines.recommendHeld.map { ("F33", $0) }
        case .sheetError: fines.sheetError.map { ("F29", $0) }
        case .process: fines.process.map { ("F30", $0) }
        case .privateCollect: fines.privateCollect.map { ("F39", $0) }
        case .overpromise, .cancelPromise: fines.overpromise.map { ("F38", $0) }
        case .contractProcess: fines.contractProcess.map { ("F31", $0) }
        case .contractError: fines.contractError.map { ("F32", $0) }
        case .developerContact: fines.developerContact.map { ("F42", $0) }
        }
    }
}

/// Why a command about units, orders or money does not stand (GLOSSARY §4).
public enum SalesRefusal: Codable, Hashable, Sendable {
    /// Somebody has it already; no word of their customer (SAL-01).
    case unitTaken(UnitID, UnitStatus, by: StaffID?)
    /// The status cannot follow (SAL-01).
    case illegalTransition(UnitID, from: UnitStatus, to: UnitStatus)
    /// There is no such unit.
    case unknownUnit(UnitID)
    /// There is no such request, or it is answered (SAL-02).
    case unknownRequest(SalesRequestID)
    /// There is no such order, or it no longer stands (SAL-14).
    case unknownOrder(OrderID)
    /// There is no such slip (SAL-16).
    case unknownSlip(SlipID)
    /// There is no such version of the price list (SAL-19).
    case unknownPrices(PriceVersion)
    /// The number is used already.
    case numberUsed(String)
    /// Only the manager, or whom the manager has named (SAL-02).
    case approverRequired
    /// Not everything was checked (SAL-02).
    case verifyIncomplete([VerifyItem])
    /// It was extended as often as it may be (SAL-02).
    case extensionUsed(UnitID)
    /// The confirmation before the order is missing or over (SAL-04).
    case reconfirmRequired(UnitID, since: Moment?)
    /// Not held for this customer (SAL-04).
    case notHeldForCustomer(UnitID)
    /// On the quotation is something that is not for sale (SAL-08).
    case heldNoRecommend(UnitID, UnitStatus)
    /// Whoever wrote it may not check it (SAL-10).
    case reviewerSamePerson(StaffID)
    /// Clauses were changed without an approval (SAL-10).
    case clauseLocked([String])
    /// Only finance takes money (SAL-13).
    case financeOnly
    /// More off than the way of paying gives, and no approval before it (SAL-15).
    case discountNotApproved(standard: Int)
    /// A promise without what it rests on (SAL-16).
    case noSource
    /// Clauses of the contract were changed without an approval (SAL-18).
    case templateNotApproved([String])
    /// No such version of the printed contract is in use (SAL-18, SAL-26).
    case templateNotInForce(String)
    /// The total is computed, never typed (SAL-19).
    case priceComputed(Money)
    /// Not by the version that holds (SAL-26).
    case pricesOutdated(PriceVersion?)
    /// There is no such way of paying (SAL-26).
    case unknownScheme(String)
    /// Another step comes first (SAL-10).
    case wrongStep(OrderID, OrderStage)
    /// Another stage comes first (SAL-21).
    case stageOutOfOrder(DealStage, first: DealStage?)
    /// The papers of the stage are missing (SAL-21).
    case attachmentMissing(DealStage)
    /// Something is still owed (SAL-24).
    case notSettled(Money)
    /// The cancellation is not approved (SAL-27).
    case cancelNotApproved(OrderID)
    /// Another step of the cancellation comes first (SAL-27).
    case wrongCancelStep(CancelStep?)
    /// A written instruction with its number and signer is needed (SAL-33).
    case instructionRequired
    /// The instruction was signed after the deposit was there (SAL-06).
    case instructionTooLate(paidAt: Moment)
    /// The amount is not what is asked for.
    case wrongAmount(Money)
    /// Put off only until the agreed day itself (SAL-36).
    case postponeTooLate(BusinessDay)
    /// The drawer holds another number of papers (SAL-22).
    case papersDiffer(expected: Int, counted: Int)
    /// The figures are not those of the ledger (SAL-37).
    case figuresDiffer(SalesFigures)
    /// Outside what management may set (SAL-34).
    case outOfRange(Money, Money)

    /// The stable code.
    public var code: String {
        switch self {
        case .unitTaken: "UNIT_TAKEN"
        case .illegalTransition: "ILLEGAL_UNIT_TRANSITION"
        case .unknownUnit: "UNKNOWN_UNIT"
        case .unknownRequest: "UNKNOWN_REQUEST"
        case .unknownOrder: "UNKNOWN_ORDER"
        case .unknownSlip: "UNKNOWN_SLIP"
        case .unknownPrices: "UNKNOWN_PRICES"
        case .numberUsed: "NUMBER_USED"
        case .approverRequired: "HOLD_APPROVER_REQUIRED"
        case .verifyIncomplete: "VERIFY_INCOMPLETE"
        case .extensionUsed: "EXTENSION_USED"
        case .reconfirmRequired: "RECONFIRM_REQUIRED"
        case .notHeldForCustomer: "UNIT_NOT_HELD_FOR_CUSTOMER"
        case .heldNoRecommend: "UNIT_HELD_NO_RECOMMEND"
        case .reviewerSamePerson: "REVIEWER_SAME_PERSON"
        case .clauseLocked: "ORDER_CLAUSE_LOCKED"
        case .financeOnly: "FINANCE_ONLY"
        case .discountNotApproved: "DISCOUNT_NOT_APPROVED"
        case .noSource: "PROMISE_SOURCE_REQUIRED"
        case .templateNotApproved: "TEMPLATE_CHANGE_NOT_APPROVED"
        case .templateNotInForce: "TEMPLATE_NOT_IN_FORCE"
        case .priceComputed: "PRICE_COMPUTED"
        case .pricesOutdated: "PRICES_OUTDATED"
        case .unknownScheme: "UNKNOWN_SCHEME"
        case .wrongStep: "WRONG_ORDER_STEP"
        case .stageOutOfOrder: "STAGE_OUT_OF_ORDER"
        case .attachmentMissing: "ATTACHMENT_MISSING"
        case .notSettled: "NOT_SETTLED"
        case .cancelNotApproved: "CANCEL_NOT_APPROVED"
        case .wrongCancelStep: "WRONG_CANCEL_STEP"
        case .instructionRequired: "INSTRUCTION_REQUIRED"
        case .instructionTooLate: "INSTRUCTION_TOO_LATE"
        case .wrongAmount: "WRONG_AMOUNT"
        case .postponeTooLate: "POSTPONE_TOO_LATE"
        case .papersDiffer: "PAPERS_DIFFER"
        case .figuresDiffer: "FIGURES_DIFFER"
        case .outOfRange: "OUT_OF_RANGE"
        }
    }

    /// The clause that refuses.
    public var clause: Clause {
        switch self {
        case .unitTaken, .illegalTransition, .unknownUnit, .numberUsed: .sal(1)
        case .unknownRequest, .approverRequired, .verifyIncomplete, .extensionUsed: .sal(2)
        case .reconfirmRequired, .notHeldForCustomer: .sal(4)
        case .heldNoRecommend: .sal(8)
        case .reviewerSamePerson, .clauseLocked, .wrongStep: .sal(10)
        case .financeOnly: .sal(13)
        case .unknownOrder, .wrongAmount: .sal(14)
        case .discountNotApproved: .sal(15)
        case .noSource, .unknownSlip: .sal(16)
        case .templateNotApproved, .templateNotInForce: .sal(18)
        case .priceComputed, .unknownPrices: .sal(19)
        case .stageOutOfOrder(let stage, _), .attachmentMissing(let stage): stage.clause
        case .papersDiffer: .sal(22)
        case .notSettled: .sal(24)
        case .pricesOutdated, .unknownScheme: .sal(26)
        case .cancelNotApproved, .wrongCancelStep: .sal(27)
        case .instructionTooLate: .sal(6)
        case .instructionRequired: .sal(33)
        case .outOfRange: .sal(34)
        case .postponeTooLate: .sal(36)
        case .figuresDiffer: .sal(37)
        }
    }
}

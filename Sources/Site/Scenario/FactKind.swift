/// The vocabulary of facts: one key per kind (see docs/scenario.md).
public enum FactKind: String, CaseIterable, Labelled, Sendable {
    /// A group came in.
    case arrival
    /// The group left.
    case finish
    /// Entered in the visit register.
    case log
    /// Entered by mistake, and void.
    case voidVisit = "void"
    /// "I take this one".
    case take
    /// Leaves the front desk.
    case leave
    /// Back on stand.
    case comeBack = "return"
    /// Gives up the stand for a while.
    case waive
    /// Clocks in.
    case clockIn = "clock_in"
    /// Goes off duty.
    case offDuty = "off_duty"
    /// Takes a station slot.
    case stand
    /// Drafts the sheet of the day.
    case publishSheet = "publish_sheet"
    /// Confirms it.
    case confirmSheet = "confirm_sheet"
    /// Closes the day.
    case closeDay = "close_day"
    /// Joins the ring.
    case enroll
    /// Leaves the ring.
    case release
    /// Management gives back or grants a turn.
    case adjust
    /// The phone rings.
    case call
    /// The call ended.
    case callEnd = "call_end"
    /// A consultant picks up or calls back.
    case callAnswer = "call_answer"
    /// Somebody who may not answer took the line.
    case callNote = "call_note"
    /// How long the phone rang.
    case callRing = "call_ring"
    /// A second line rings.
    case secondLine = "second_line"
    /// The line is handed on.
    case handLine = "hand_line"
    /// A meeting is over.
    case meetingOver = "meeting_over"
    /// The order of calls is confirmed.
    case confirmCalls = "confirm_calls"
    /// Columns of the visit register.
    case visitEntry = "visit_entry"
    /// Steps of a reception.
    case steps
    /// The table is as it was.
    case tableReset = "table_reset"
    /// Things at hand.
    case kit
    /// A tour of the building site.
    case siteTour = "site_tour"
    /// It is back.
    case tourBack = "tour_back"
    /// Leaders are to come.
    case leaderVisit = "leader_visit"
    /// A step of signing.
    case stage
    /// A line of the call register.
    case callEntry = "call_entry"
    /// The text after a first call.
    case text
    /// Management goes through a text.
    case textReview = "text_review"
    /// The registers of a day are collected.
    case collect
    /// A message for a colleague.
    case message
    /// It is dealt with.
    case messageDone = "message_done"
    /// An answer is promised.
    case promise
    /// The promise is changed.
    case promiseChange = "promise_change"
    /// The customer has the answer.
    case promiseAnswer = "promise_answer"
    /// An inspection.
    case inspect
    /// What failed is looked at again.
    case recheck
    /// The front is handed on.
    case handFront = "hand_front"
    /// Somebody is not there and told nobody.
    case reportAbsent = "report_absent"
    /// The one sent answers.
    case answer
    /// Refuses a group.
    case refuse
    /// Leaves in the middle of a reception.
    case leaveReception = "leave_reception"
    /// The planned rest days of a person.
    case restDays = "rest_days"
    /// Management suspends somebody.
    case suspend
    /// A lost turn is disputed.
    case dispute
    /// Management rules on a dispute.
    case ruleDispute = "rule_dispute"
    /// Somebody is called back.
    case callBack = "call_back"
    /// Management sends somebody on an errand.
    case errand
    /// The order for a tour group comes later.
    case tourOrder = "tour_order"
    /// A line of the register of customers.
    case register
    /// The caller of a call is known.
    case linkCall = "link_call"
    /// The number of a visitor is entered.
    case identify
    /// Claims a customer.
    case claim
    /// The customer says a name after all.
    case name
    /// An old customer turned up.
    case introduce
    /// The visit is something else.
    case reclassify
    /// A valid entry was shown.
    case prove
    /// Two visits are one group.
    case merge
    /// Part of a group is a group of its own.
    case split
    /// Another consultant.
    case change, askChange = "ask_change", ruleChange = "rule_change"
    /// A customer is expected.
    case appointment
    /// The note for the colleague.
    case noteHandover = "note_handover"
    /// The colleague has read it.
    case readHandover = "read_handover"
    /// The group of a consultant.
    case joinGroup = "join_group"
    /// Meets an own customer on a day of rest.
    case restDayMeeting = "rest_day_meeting"
    /// Received outside the site.
    case offsite
    /// Talking about the price begins.
    case priceTalk = "price_talk"
    /// An employee answered whom they recommend.
    case staffReferral = "staff_referral"
    /// Management gives a customer to somebody.
    case handOver = "hand_over"
    /// Somebody is related to a customer.
    case relate
    /// A contact with a customer.
    case touch
    /// Days on which the freshness of visits stands still.
    case pause
    /// One of the three is missing.
    case lack
    /// A change of the registers waits for a signature.
    case changeRequest = "change_request"
    /// It is signed.
    case signChange = "sign_change"
    /// A change on paper that nobody signed.
    case tampered
    /// Wants a caller for their own.
    case reserve
    /// Customers are handed out.
    case handOut = "hand_out"
    /// A handing-out is taken back.
    case takeBack = "take_back"
    /// An old customer told whom they send.
    case introduction
    /// An old customer told the consultant beforehand.
    case notice
    /// A purchase is undone.
    case cancelDeal = "cancel_deal"
    /// Management gives a customer to somebody on a slip.
    case reassign
    /// Customers are named before a leave.
    case leaveList = "leave_list"
    /// Somebody helps with the customers of a colleague.
    case assist
    /// Somebody leaves the site for good.
    case depart
    /// A friend or relative of a consultant.
    case relativeClaim = "relative_claim"
    /// Registered again.
    case renew
    /// A supervisor signs it.
    case signRenewal = "sign_renewal"
    /// Two numbers are one customer.
    case samePerson = "same_person"
    /// They are two after all.
    case twoPersons = "two_persons"
    /// Somebody looks at the plain data of a customer.
    case peek
    /// The case of a deal was told.
    case caseShare = "case_share"
    /// A customer bought.
    case deal
    /// Claimed on the day of a visit with a forgotten name.
    case dealClaim = "deal_claim"
    /// An older record is shown for a deal.
    case verify
    /// Several consultants have records of a customer.
    case cross
    /// Poaching is established.
    case poach
    /// Somebody wants to get in touch with a customer.
    case approach
    /// A changed consultant objects.
    case object
    /// A sick leave or its extension.
    case sickLeave = "sick_leave"
    /// The commission is paid out.
    case payOut = "pay_out"
    /// A quarrel before others.
    case quarrel
    /// A quarrel is brought before management.
    case contest
    /// It is talked over.
    case negotiate
    /// They agree.
    case agree
    /// It is handed up.
    case escalate
    /// It is ruled.
    case award
    /// A party appeals.
    case appeal
    /// A channel reports that it brings somebody.
    case report
    /// A company or an agent may not bring customers.
    case blockChannel = "block_channel"
    /// They may again.
    case liftChannel = "lift_channel"
    /// A consultant will receive whom 空间家 sends.
    case spaceHomeContact = "space_home_contact"
    /// The gate saw a group come in.
    case gate
    /// The customer speaks of a channel only later.
    case mention
    /// Name and number of the register against the reports.
    case channelMatch = "channel_match"
    /// Management looks at the evidence itself.
    case channelReview = "channel_review"
    /// Somebody sent by 空间家 arrives.
    case spaceHome = "space_home"
    /// The slip that a channel brought them.
    case visitConfirmation = "visit_confirmation"
    /// A visit was gone into.
    case closeAudit = "close_audit"
    /// A channel took a consultant's customer.
    case poached
    /// Name and number of the order against the report.
    case channelDeal = "channel_deal"
    /// A buyer answers.
    case survey
    /// An employee recommends somebody to a consultant.
    case recommend
    /// Something is on record of them.
    case referralContact = "referral_contact"
    /// Units go on sale.
    case units
    /// A unit is asked for, ordered and paid for at once.
    case bought
    /// The developer keeps a unit.
    case keepUnit = "keep_unit"
    /// The developer gives it free.
    case freeUnit = "free_unit"
    /// Somebody writes that a unit is kept for them.
    case remark
    /// The manager lets a supervisor confirm holds.
    case delegate
    /// A hold is asked for, checked and confirmed, or sent back.
    case askHold = "ask_hold", confirmHold = "confirm_hold", rejectHold = "reject_hold"
    /// A hold is withdrawn, extended or confirmed once more.
    case holdChange = "hold_change"
    /// Somebody reads what was announced.
    case readBulletins = "read_bulletins"
    /// An order is written.
    case orderForm = "order_form"
    /// Somebody else checks it.
    case orderReview = "order_review"
    /// A step of an order.
    case orderStep = "order_step"
    /// Finance takes money.
    case money
    /// Finance gives money back.
    case refund
    /// The manager approves beforehand.
    case special
    /// A price is told.
    case quote
    /// Something is promised to a customer.
    case salesPromise = "sales_promise"
    /// An offence was found.
    case offence
    /// Something secret got out.
    case leak
    /// A step of a cancellation.
    case cancellation
    /// Another buyer, unit or consultant is asked for.
    case orderChange = "order_change"
    /// It is approved.
    case approveChange = "approve_change"
    /// When the contract is signed.
    case signing
    /// The customer is told of it.
    case signingNotice = "signing_notice"
    /// The contract is prepared.
    case contractDraft = "contract_draft"
    /// Somebody else checks it.
    case contractReview = "contract_review"
    /// A template of the printed contract is brought or withdrawn; a contract is made from it.
    case contractTemplate = "contract_template", contractFile = "contract_file"
    /// A stage of loan, filing or delivery.
    case dealStage = "deal_stage"
    /// When the rest is to be paid.
    case instalments
    /// Papers are printed, lent, given back, and counted.
    case papers, countPapers = "count_papers"
    /// Papers are put into the file of the deal.
    case dealFile = "deal_file"
    /// Somebody of the staff or near kin buys.
    case staffPurchase = "staff_purchase"
    /// The audit of it is over.
    case closePurchase = "close_purchase"
    /// Printed price lists move, and are counted.
    case priceLists = "price_lists", countPriceLists = "count_price_lists"
    /// The report of a day is kept.
    case dayReport = "day_report"
    /// There is to be an activity.
    case activity
    /// Rows go on the roster of an activity.
    case roster
    /// The roster is final.
    case lockRoster = "lock_roster"
    /// A locked roster changes.
    case amendRoster = "amend_roster"
    /// The hash of a seed is published.
    case commitSeed = "commit_seed"
    /// The order is drawn.
    case draw
    /// Something is prepared.
    case prepareActivity = "prepare_activity"
    /// The manager approves of an activity.
    case approveActivity = "approve_activity"
    /// The next group is called.
    case callGroup = "call_group"
    /// A buyer checks in.
    case checkIn = "check_in"
    /// A buyer takes a seat at a desk.
    case seat
    /// A buyer chooses a unit.
    case pick
    /// The order of a chosen unit is signed.
    case signPick = "sign_pick"
    /// The deposit of a chosen unit is there.
    case payPick = "pay_pick"
    /// A chosen unit is given back.
    case giveBack = "give_back"
    /// A buyer marks a unit.
    case markUnit = "mark_unit"
    /// Somebody objects on the day.
    case objection
    /// It is decided.
    case resolveObjection = "resolve_objection"
    /// An activity stands still.
    case pauseActivity = "pause_activity"
    /// It goes on.
    case resumeActivity = "resume_activity"
    /// Somebody outside wants a unit.
    case askUnit = "ask_unit"
    /// What sales tell of a unit.
    case tellUnit = "tell_unit"
    /// An activity is over.
    case closeActivity = "close_activity"
    /// A commission scheme holds from a month on.
    case commissionScheme = "commission_scheme"
    /// The score of somebody for a month.
    case publishScore = "publish_score"
    /// The statements of a month are worked out.
    case commissionMonth = "commission_month"
    /// They are approved.
    case approveMonth = "approve_month"
    /// The month is locked.
    case lockMonth = "lock_month"
    /// A locked month was wrong.
    case correctMonth = "correct_month"
    /// The clock, with whatever is due; and a look at the state, in which nothing happens.
    case tick, check
}

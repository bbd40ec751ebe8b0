import HouseRules

/// Something a person may do. Routes name one of these; this file says who has it.
enum Permission: String, CaseIterable, Sendable {
    /// See the live turn board.
    case seeBoard
    /// Register arrivals and calls (首问).
    case receiveVisitors
    /// Step on stand and leave for oneself.
    case standInTurn
    /// End a reception: one's own, or at the desk anybody's; the rules say whose.
    case endReceptions
    /// Fill the call register, send texts, leave messages and keep promises; whose, the rules say.
    case keepRegisters
    /// Change somebody else's presence or place in the turn.
    case arrangeTurns
    /// Read a decision with its reasons.
    case readDecisions
    /// Take signatures on the screen; whose, the rules say.
    case signPapers
    /// Give the ruling where the rules leave it to management.
    case giveRulings
    /// See masked customer lists of the whole site.
    case seeAllCustomers
    /// Reveal a phone number, which is logged with a purpose.
    case revealPersonalData
    /// See one's own customers, follow them up and call them; those of others the rules keep.
    case tendCustomers
    /// Take lists out of the system.
    case exportLists
    /// Bring lists into the system.
    case importLists
    /// Read rule packs and their revisions.
    case readPolicy
    /// Put a rule pack revision into effect.
    case changePolicy
    /// Read the journal's chain, the record of access and of corrections.
    case audit
    /// Read which messages left the house.
    case readMessages
    /// Send a message again or withdraw it.
    case tendMessages
    /// Read suspensions and penalties in draft.
    case readDiscipline
    /// Inspect colleagues by checklists and announce leaders.
    case inspect
    /// Go with visitors: to the building site, from one step of signing to the next.
    case guideVisitors
    /// Plan rest days.
    case planRest
    /// Take the disputes out of the system.
    case exportDisputes
    /// Take the penalties in draft out of the system.
    case exportPenalties
    /// Take the suspensions out of the system.
    case exportSuspensions
    /// Take the inspections out of the system.
    case exportInspections
    /// Enter deals, and show, claim and object about whose they are.
    case registerDeals
    /// Read everybody's pay.
    case readPay
    /// Publish scores, work out and lock the pay of a month.
    case keepPay
    /// See one's own pay.
    case seeOwnPay
    /// See the units and their prices.
    case seeUnits
    /// Ask for holds, write orders, check and sign them.
    case sellUnits
    /// Confirm holds, draw price lists up, keep units for the developer; whose word is needed, the
    /// rules say.
    case controlUnits
    /// See orders and the stages of deals; consultants their own.
    case seeOrders
    /// Carry a deal on from one stage to the next.
    case carryDeals
    /// Bring templates of the printed contract and withdraw them (SAL-18).
    case keepTemplates
    /// Take money and give it back.
    case takeMoney
    /// Know who buys: names and masked numbers of buyers.
    case knowBuyers
    /// Prepare selection days and openings: rosters, plans, papers; what only the manager may, the
    /// rules say.
    case planOpenings
    /// Call, check in, seat and serve buyers on the day of a selection.
    case runOpenings
    /// See who looked at whose personal data.
    case seeLooks
    /// Answer customers about their data: reports, consents shown, erasure.
    case tendPrivacy
    /// See figures and reports of one's own work.
    case seeFigures
    /// See the figures and reports of the whole site.
    case seeAllFigures
    /// Keep the report of a day (SAL-37).
    case keepFigures
    /// Make accounts, close them and set passwords.
    case administerAccounts
}

extension Role {
    /// The one table of who may do what. What is not in it is refused.
    var permissions: Set<Permission> { Self.table[self] ?? [] }

    private static let table: [Role: Set<Permission>] = [
        .salesManager: [
            .seeBoard, .receiveVisitors, .standInTurn, .endReceptions, .arrangeTurns,
            .keepRegisters, .readDecisions, .giveRulings, .seeAllCustomers, .revealPersonalData,
            .signPapers, .tendCustomers, .exportLists,
            .importLists, .readPolicy, .changePolicy, .audit, .administerAccounts, .readMessages,
            .tendMessages, .readDiscipline, .inspect, .guideVisitors, .planRest, .exportDisputes,
            .exportPenalties, .exportSuspensions, .exportInspections, .registerDeals,
            .seeLooks, .tendPrivacy, .seeUnits, .sellUnits, .controlUnits, .seeOrders,
            .carryDeals, .keepTemplates, .knowBuyers, .readPay, .keepPay, .seeOwnPay,
            .planOpenings, .runOpenings, .seeFigures, .seeAllFigures,
        ],
        .salesSupervisor: [
            .seeBoard, .receiveVisitors, .standInTurn, .endReceptions, .arrangeTurns,
            .keepRegisters, .readDecisions, .giveRulings, .seeAllCustomers, .revealPersonalData,
            .signPapers, .tendCustomers, .exportLists,
            .readPolicy, .readMessages, .tendMessages, .readDiscipline, .inspect, .guideVisitors,
            .planRest, .exportDisputes, .exportPenalties, .exportSuspensions, .exportInspections,
            .registerDeals, .seeLooks, .tendPrivacy, .seeUnits, .sellUnits, .controlUnits,
            .seeOrders, .carryDeals, .knowBuyers,
            .planOpenings, .runOpenings, .seeFigures, .seeAllFigures,
        ],
        .dutyOfficer: [
            .seeBoard, .receiveVisitors, .standInTurn, .endReceptions, .arrangeTurns,
            .keepRegisters, .readDecisions, .readPolicy, .readMessages, .tendMessages, .inspect,
            .signPapers, .guideVisitors, .planRest, .seeUnits,
            .runOpenings,
        ],
        .frontDeskSecretary: [
            .seeBoard, .receiveVisitors, .keepRegisters, .endReceptions, .readDecisions,
            .signPapers, .readPolicy, .inspect, .guideVisitors, .seeUnits,
            .runOpenings,
        ],
        .consultant: [
            .seeBoard, .standInTurn, .keepRegisters, .endReceptions, .readDecisions, .readPolicy,
            .signPapers, .guideVisitors, .tendCustomers, .registerDeals, .seeUnits, .sellUnits,
            .seeOrders, .carryDeals, .seeOwnPay,
            .runOpenings, .seeFigures,
        ],
        .clericalStaff: [
            .seeBoard, .readDecisions, .seeAllCustomers, .exportLists, .importLists, .readPolicy,
            .signPapers, .readDiscipline, .inspect, .guideVisitors, .planRest, .exportPenalties,
            .exportInspections, .registerDeals, .seeUnits, .sellUnits, .controlUnits, .seeOrders,
            .carryDeals, .knowBuyers, .readPay, .keepPay, .seeOwnPay,
            .planOpenings, .runOpenings, .seeFigures, .seeAllFigures, .keepFigures,
        ],
        .cashier: [
            .seeBoard, .readDecisions, .readPolicy, .seeUnits, .seeOrders, .takeMoney, .knowBuyers,
        ],
        .titleClerk: [
            .seeBoard, .readDecisions, .readPolicy, .seeUnits, .seeOrders, .carryDeals,
            .keepTemplates, .knowBuyers,
        ],
        .auditor: [
            .seeBoard, .readDecisions, .readPolicy, .audit, .readMessages, .readDiscipline,
            .seeLooks, .seeUnits, .readPay, .seeOwnPay, .seeFigures, .seeAllFigures,
        ],
        .administrator: [.administerAccounts, .readPolicy, .readMessages],
    ]
}

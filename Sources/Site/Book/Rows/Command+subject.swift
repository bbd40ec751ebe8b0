import HouseRules

extension Command {
    /// The stable name of what is asked, for lists.
    public var kind: String {
        switch self {
        case .roster(.enroll): "roster.enroll"
        case .roster(.release): "roster.release"
        case .roster(.adjust): "roster.adjust"
        case .roster(.account): "roster.account"
        case .sheet(.publish): "sheet.publish"
        case .sheet(.confirm): "sheet.confirm"
        case .sheet(.close): "sheet.close"
        case .presence(let command): command.kind
        case .visits(.register): "visits.register"
        case .visits(.take): "visits.take"
        case .visits(.log): "visits.log"
        case .visits(.finish): "visits.finish"
        case .visits(.void): "visits.void"
        case .calls(.arrive): "calls.arrive"
        case .calls(.noteCallback): "calls.noteCallback"
        case .calls(.answer): "calls.answer"
        case .calls(.end): "calls.end"
        case .calls(.rang): "calls.rang"
        case .calls(.secondLine): "calls.secondLine"
        case .calls(.handLine): "calls.handLine"
        case .calls(.issueOrder): "calls.issueOrder"
        case .calls(.confirmOrder): "calls.confirmOrder"
        case .duty(let command): command.kind
        case .claims(let command): command.kind
        case .registers(let command): command.kind
        case .ownership(let command): command.kind
        case .adjudication(let command): command.kind
        case .channels(let command): command.kind
        case .sales(let command): command.kind
        case .selection(let command): command.kind
        case .commission(let command): command.kind
        case .settleDue: "settleDue"
        }
    }

    /// Whom and what it is about.
    var subject: (staff: StaffID?, visit: VisitID?, call: CallID?) {
        switch self {
        case .roster(.enroll(let staff)), .roster(.release(let staff)),
            .roster(.adjust(let staff, _, _)), .roster(.account(let staff, _)):
            (staff, nil, nil)
        case .presence(let command): (command.staff, nil, nil)
        case .visits(.register(let arrival)): (nil, arrival.visit, nil)
        case .visits(.take(let visit, let staff)): (staff, visit, nil)
        case .visits(.log(let visit)), .visits(.finish(let visit, _)),
            .visits(.void(let visit, _)):
            (nil, visit, nil)
        case .calls(.arrive(let call, _)), .calls(.noteCallback(let call)), .calls(.end(let call)):
            (nil, nil, call)
        case .calls(.answer(let call, let staff)), .calls(.secondLine(let call, let staff)):
            (staff, nil, call)
        case .calls(.rang(let call, _, let staff)): (staff, nil, call)
        case .calls(.handLine(let staff, _)): (staff, nil, nil)
        case .calls(.issueOrder), .calls(.confirmOrder): (nil, nil, nil)
        case .duty(let command): command.subject
        case .claims(let command): command.subject
        case .registers(let command): command.subject
        case .ownership(let command): command.subject
        case .adjudication(let command): command.subject
        case .channels(let command): command.subject
        case .sales(let command): command.subject
        case .selection(let command): command.subject
        case .commission(let command): command.subject
        case .sheet, .settleDue: (nil, nil, nil)
        }
    }
}

extension PresenceCommand {
    fileprivate var kind: String {
        switch self {
        case .clockIn: "presence.clockIn"
        case .leave: "presence.leave"
        case .comeBack: "presence.comeBack"
        case .waive: "presence.waive"
        case .goOff: "presence.goOff"
        case .takeSlot: "presence.takeSlot"
        }
    }

    fileprivate var staff: StaffID {
        switch self {
        case .clockIn(let staff), .leave(let staff, _, _), .comeBack(let staff), .waive(let staff),
            .goOff(let staff, _), .takeSlot(let staff, _):
            staff
        }
    }
}

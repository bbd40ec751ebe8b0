/// The knobs of the registers, REC-45 … REC-53 and REC-57 … REC-66.
public struct RegisterPolicy: Codable, Hashable, Sendable {
    /// visit_register.fields
    public var visitFields = VisitColumn.allCases
    /// visit_log.fine, for each entry that is incomplete after the deadline; nil: none
    public var visitFine: Money? = .yuan(50)
    /// call.fields
    public var callFields = CallColumn.allCases
    /// call.blank_fine, for each empty field
    public var blankFine = Money.yuan(50)
    /// callback.minutes
    public var callbackMinutes = 30
    /// message.remind_minutes
    public var messageMinutes = 60
    /// sms.deadline_minutes; nil: only the day counts
    public var textMinutes: Int?
    /// sms.required_elements
    public var textElements: [TextElement] = [.address, .route]
    /// register.remind_at, on the day after
    public var closingReminder = TimeOfDay(9, 0)
    /// call.max_minutes; nil: no limit
    public var callMinutes: Int?
    /// promise_reply.default_hours
    public var promiseHours = 24
    /// promise_reply.reminder_before_minutes
    public var promiseReminder = 60
    /// kit.items
    public var kitItems = KitItem.allCases
    /// kit.sheet_min_per_type
    public var sheetsPerType = 2
    /// reception.required_steps
    public var requiredSteps: [ReceptionStep] = [
        .greet, .intro, .seat, .water, .nameCard, .register, .seeOff,
    ]
    /// table_reset.minutes
    public var tableMinutes = 5
    /// table_reset.fine; nil: none
    public var tableFine: Money? = .yuan(50)
    /// site_tour.requires_developer_approval
    public var tourApproval = true
    /// site_tour.helmet_per_person
    public var helmetsEach = 1
    /// vip.notice_minutes
    public var leaderNotice = 10
    /// inspection.items_off, as `list.item`
    public var itemsOff: [String] = []

    /// The defaults of the catalogue (P001).
    public init() {}
}

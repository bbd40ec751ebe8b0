extension `Parameters of a pack` {
    static let registers = [
        Sample(
            key: "phone.publish_by", good: ["after_morning_meeting", "with_sheet"], bad: ["later"]),
        Sample(key: "phone.confirm_minutes", good: ["0", "10", "600"], bad: ["601", "null"]),
        Sample(key: "phone.answerers", good: ["consultants_only", "all_staff"], bad: ["all"]),
        Sample(key: "phone.missed_fine", good: ["null", "0", "100000"], bad: ["100001", "-1"]),
        Sample(key: "phone.answer_within_rings", good: ["1", "3", "20"], bad: ["0", "21"]),
        Sample(key: "phone.ring_seconds", good: ["1", "5", "20"], bad: ["0", "21"]),
        Sample(key: "callback.minutes", good: ["1", "30", "1440"], bad: ["0", "1441"]),
        Sample(key: "message.remind_minutes", good: ["1", "1440"], bad: ["0", "1441"]),
        Sample(
            key: "visit_register.fields", good: ["name phone", "visit_time"],
            bad: ["name name", "name, phone", "age"]),
        Sample(key: "visit_log.fine", good: ["null", "50"], bad: ["50.5"]),
        Sample(key: "call.fields", good: ["time name phone"], bad: ["time time", "hour"]),
        Sample(key: "call.blank_fine", good: ["0", "10", "50"], bad: ["null", "-1"]),
        Sample(key: "sms.deadline_minutes", good: ["null", "1", "5"], bad: ["0", "1441"]),
        Sample(key: "sms.required_elements", good: ["address", "thanks invite"], bad: ["link"]),
        Sample(key: "register.remind_at", good: ["09:00", "08:30"], bad: ["null", "9"]),
        Sample(key: "call.max_minutes", good: ["null", "3", "120"], bad: ["0", "121"]),
        Sample(key: "promise_reply.default_hours", good: ["1", "24", "720"], bad: ["0", "721"]),
        Sample(
            key: "promise_reply.reminder_before_minutes", good: ["0", "60"], bad: ["1441", "null"]),
        Sample(key: "kit.items", good: ["pen", "pen brochure"], bad: ["pen pen", "hat"]),
        Sample(key: "kit.sheet_min_per_type", good: ["0", "2", "99"], bad: ["100"]),
        Sample(key: "reception.required_steps", good: ["greet see_off"], bad: ["wave"]),
        Sample(key: "table_reset.minutes", good: ["0", "5", "120"], bad: ["121"]),
        Sample(key: "table_reset.fine", good: ["null", "50"], bad: ["fifty"]),
        Sample(
            key: "site_tour.requires_developer_approval", good: ["true", "false"], bad: ["maybe"]),
        Sample(key: "site_tour.helmet_per_person", good: ["0", "1", "2"], bad: ["3"]),
        Sample(key: "vip.notice_minutes", good: ["0", "10", "240"], bad: ["241"]),
        Sample(
            key: "inspection.items_off", good: ["station.no_reading", "phone.tone phone.quiet"],
            bad: ["station", "station.smile"]),
    ]
}

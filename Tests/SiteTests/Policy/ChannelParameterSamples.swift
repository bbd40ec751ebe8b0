@testable import Site

extension `Parameters of a pack` {
    static let channels = [
        Sample(
            key: "channel.report_lead_minutes", good: ["0", "30", "1440"], bad: ["-1", "1441"]),
        Sample(
            key: "channel.report_time_source", good: ["group_message_timestamp", "entered_at"],
            bad: ["now"]),
        Sample(
            key: "channel.visit_time_source",
            good: ["gate", "gate first_question arrival_registration"], bad: ["gate gate", "door"]),
        Sample(key: "channel.report_max_age_days", good: ["null", "1", "365"], bad: ["0", "366"]),
        Sample(key: "channel.match_fields", good: ["name phone", "phone", ""], bad: ["id"]),
        Sample(key: "channel.phone_mask_allowed", good: ["true", "false"], bad: ["yes"]),
        Sample(key: "channel.match_checkpoints", good: ["arrival deal", "arrival"], bad: ["call"]),
        Sample(key: "channel.mention_required", good: ["true", "false"], bad: ["null"]),
        Sample(
            key: "channel.sop_cutoff", good: ["intro_started", "required_steps_done"],
            bad: ["greet"]),
        Sample(
            key: "channel.existing_natural_owner", good: ["blocks_channel", "allows_channel"],
            bad: ["true"]),
        Sample(
            key: "channel.poach_effect",
            good: ["forfeit_commission ban_agent", "ban_agent", ""], bad: ["fine"]),
        Sample(
            key: "spacehome.requires",
            good: ["group_report consultant_contacted", "group_report"], bad: ["report"]),
        Sample(key: "spacehome.lead_minutes", good: ["null", "0", "1440"], bad: ["1441"]),
        Sample(key: "dump_deal.action", good: ["dismiss", "discipline_slip"], bad: ["fine"]),
        Sample(
            key: "channel_survey.cycle", good: ["monthly", "quarterly", "null"], bad: ["daily"]),
        Sample(
            key: "channel_survey.target", good: ["consultant agent", "agent"], bad: ["manager"]),
        Sample(
            key: "staff_referral.evidence_required",
            good: ["referral_form call_register followup_records", "referral_form"],
            bad: ["visit"]),
        Sample(key: "staff_referral.evidence_all", good: ["true", "false"], bad: ["all"]),
        Sample(
            key: "staff_referral.evidence_dated_before", good: ["first_visit", "deal", "null"],
            bad: ["call"]),
    ]
}

@testable import Site

extension `Parameters of a pack` {
    static let claims = [
        Sample(
            key: "first_question.asker",
            good: ["reception_host_if_any_else_current_turn", "front_desk_secretary"],
            bad: ["anybody"]),
        Sample(
            key: "first_question.fields",
            good: [
                "first_visit", "first_visit+known_consultant",
                "first_visit+known_consultant+phoned_before+purpose+sms_received+"
                    + "staff_or_channel_referrer",
            ], bad: ["", "first", "first_visit+", "first_visit,purpose"]),
        Sample(key: "arrival.lookup_by_phone", good: ["true", "false"], bad: ["yes"]),
        Sample(key: "relation.designation_allowed", good: ["true", "false"], bad: ["yes"]),
        Sample(key: "claim.return_turn_to_current", good: ["true", "false"], bad: ["yes"]),
        Sample(
            key: "appointment.requires_substitute_if_absent", good: ["true", "false"],
            bad: ["yes"]),
        Sample(key: "rest_day.uniform", good: ["true", "false"], bad: ["yes"]),
        Sample(key: "staff_referral.return_turn", good: ["true", "false"], bad: ["yes"]),
        Sample(key: "touch.same_day_entry", good: ["true", "false"], bad: ["yes"]),
        Sample(key: "claim.window_seconds", good: ["0", "3600"], bad: ["-1", "3601", "null"]),
        Sample(
            key: "reclass.self_service_seconds", good: ["0", "3600"],
            bad: ["-1", "3601", "null"]),
        Sample(
            key: "call_named.window_seconds", good: ["0", "3600"], bad: ["-1", "3601", "null"]),
        Sample(
            key: "call_discover.window_seconds", good: ["0", "3600"],
            bad: ["-1", "3601", "null"]),
        Sample(key: "call.freshness_days", good: ["1", "365"], bad: ["0", "366"]),
        Sample(key: "call.to_visit_days", good: ["1", "365"], bad: ["0", "366"]),
        Sample(key: "visit.freshness_days", good: ["1", "365"], bad: ["0", "366"]),
        Sample(
            key: "peer.discovered_after_effect", good: ["counted", "not_counted"],
            bad: ["advance", "forfeited"]),
        Sample(
            key: "named_after_expiry.policy",
            good: ["treat_as_expired_new", "treat_as_named_new"], bad: ["new"]),
        Sample(
            key: "own_resource.evidence", good: ["prior_report_or_customer", "prior_report"],
            bad: ["customer"]),
        Sample(key: "proof.grace_minutes", good: ["0", "1440"], bad: ["1441"]),
        Sample(
            key: "change_consultant.decide_hours", good: ["1", "720"], bad: ["0", "721", "null"]),
        Sample(key: "appointment.remind_minutes", good: ["0", "1440"], bad: ["1441"]),
        Sample(key: "substitute.ack_days", good: ["0", "30"], bad: ["31"]),
        Sample(
            key: "staff_referral.compare", good: ["contact_time", "reply_time"], bad: ["both"]),
        Sample(key: "visit.validity_months", good: ["1", "36"], bad: ["0", "37"]),
    ]
}

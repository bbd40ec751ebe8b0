@testable import Site

extension `Parameters of a pack` {
    private static let flags = [
        "forgot.requires_valid_ownership", "forgot.split_after_failed_proof",
        "cross.includes_same_person", "cross.verify_counts_order_day",
        "cross.ordered_requires_three_in_one", "poach.return_customer", "dispute.final",
        "sick.enabled",
    ].map { Sample(key: $0, good: ["true", "false"], bad: ["yes", "null"]) }

    private static let parts = [
        "forgot.same_day_split", "assist.performance_share", "sick.half_commission",
    ].map {
        Sample(
            key: $0, good: ["0", "0.5", "0.3333", "0.05", "1"],
            bad: ["1.1", "-0.5", "0.12345", "half", ".5", "0.", "null"])
    }

    private static let fines = ["poach.level1_fine", "poach.level2_fine", "poach.level3_fine"].map {
        Sample(key: $0, good: ["0", "200", "100000"], bad: ["-1", "100001", "null"])
    }

    private static let days = ["cross.verify_days", "change.dispute_days", "dispute.appeal_days"]
        .map { Sample(key: $0, good: ["0", "30"], bad: ["-1", "31", "null"]) }

    private static let scopes = ["forgot.split_scope", "change.split_scope"].map {
        Sample(
            key: $0, good: ["performance", "commission", "performance commission"],
            bad: ["money", "commission commission"])
    }

    static let adjudication =
        flags + parts + fines + days + scopes + [
            Sample(
                key: "ownership.deal_check_order",
                good: [
                    "poaching forgot_same_day cross_reception sick_leave", "sick_leave poaching",
                ], bad: ["poaching,sick_leave", "poaching poaching", "referral"]),
            Sample(key: "forgot.excludes_cross", good: ["own_record_only", "none"], bad: ["all"]),
            Sample(key: "forgot.min_prior_record", good: ["0", "9"], bad: ["-1", "10"]),
            Sample(
                key: "cross.validity_checked_at", good: ["later_first_reception", "discovery"],
                bad: ["order"]),
            Sample(
                key: "return.clawback", good: ["next_month_offset", "same_month"], bad: ["none"]),
            Sample(
                key: "change.commission_split", good: ["null", "0.5", "0"], bad: ["2", "0.5 0.5"]),
            Sample(key: "change.split_trigger", good: ["dispute", "always"], bad: ["never"]),
            Sample(
                key: "dispute.public_fine_each", good: ["null", "0", "1000"], bad: ["-1", "none"]),
            Sample(key: "sick.full_days", good: ["0", "365"], bad: ["-1", "366"]),
            Sample(key: "sick.half_days", good: ["0", "365"], bad: ["-1", "366"]),
            Sample(key: "sick.band_by", good: ["total_length", "elapsed_days"], bad: ["days"]),
            Sample(
                key: "sick.stack_with_forgot", good: ["no_double_discount", "stacked"],
                bad: ["double"]),
            Sample(
                key: "sick.residual_commission_to", good: ["assist_consultant", "bonus_pool"],
                bad: ["company"]),
        ]
}

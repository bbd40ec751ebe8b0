@testable import Site

extension `Parameters of a pack` {
    static let ownership =
        [
            "visit_register.requires_on_site", "call.freshness_count_start_day",
            "call.freshness_reset_on_touch", "call.to_visit_reset_on_new_call",
            "visit.validity_includes_day", "visit.second_visit_resets",
            "ownership.revive_after_lapse", "touch.no_answer_valid", "touch.owner_only",
            "touch.assigned_assistant_counts", "call.basis_of_ownership",
            "owner.ownership_never_lapses", "referral.pre_notice_required_when_absent",
            "referral.first_visit_must_be_valid", "introducer.must_be_valid",
            "renew.requires_supervisor_signature", "renew.before_expiry_allowed",
            "leave.handover_required",
        ].map { Sample(key: $0, good: ["true", "false"], bad: ["yes", "null"]) }
        + [
            Sample(
                key: "immediate_family", good: ["parent", "parent child spouse sibling"],
                bad: ["parents", "parent,child", "parent parent"]),
            Sample(
                key: "call.remind_at", good: ["5 6", "1", "365"], bad: ["6 5", "0", "5,6", "x"]),
            Sample(key: "visit.remind_at", good: ["8 9", "1 2 3"], bad: ["9 9", "366", "-1"]),
            Sample(
                key: "visit.freshness_phase", good: ["sales_period", "always"], bad: ["never"]),
            Sample(
                key: "visit.touch_medium", good: ["phone", "phone sms wechat on_site"],
                bad: ["fax", "phone phone"]),
            Sample(
                key: "month_expire.end_of_month_rule",
                good: ["first_of_following_month", "last_day_of_month"], bad: ["last"]),
            Sample(
                key: "touch.invalid_results",
                good: ["power_off", "power_off unreachable no_answer wrong_number"],
                bad: ["off", "power_off power_off"]),
            Sample(key: "touch.min_content", good: ["invite_or_progress", "any"], bad: ["some"]),
            Sample(
                key: "three_in_one.required",
                good: ["system_record", "paper_register system_record freshness_10d"],
                bad: ["paper", "freshness"]),
            Sample(key: "tamper.fields", good: ["phone", "name phone id_no"], bad: ["address"]),
            Sample(
                key: "tamper.signer", good: ["sales_manager", "sales_manager sales_supervisor"],
                bad: ["consultant", "", "sales_manager sales_manager"]),
            Sample(
                key: "referral.criteria",
                good: ["owner_brings", "old_unpurchased_brings owner_brings"],
                bad: ["anybody"]),
            Sample(key: "chain.depth", good: ["null", "1", "99"], bad: ["0", "100"]),
            Sample(
                key: "relative.requires", good: ["null", "first_contact_or_prior_record"],
                bad: ["record"]),
            Sample(key: "ownership.term_months", good: ["null", "3", "60"], bad: ["0", "61"]),
            Sample(
                key: "resigned.customer_policy", good: ["manager_reassigns", "public_pool"],
                bad: ["keep"]),
            Sample(
                key: "dismissed.customer_policy", good: ["manager_reassigns", "public_pool"],
                bad: ["keep"]),
            Sample(
                key: "data.visibility", good: ["owner", "owner manager clerical"], bad: ["all"]),
            Sample(key: "data.peek_fine", good: ["null", "0", "100000"], bad: ["-1", "100001"]),
            Sample(
                key: "case_share.after_deal_days", good: ["null", "1", "365"], bad: ["0", "366"]),
        ]
}

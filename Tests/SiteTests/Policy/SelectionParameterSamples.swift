@testable import Site

extension `Parameters of a pack` {
    static let selection = [
        Sample(key: "selection.units_exclusive", good: ["true", "false"], bad: ["null"]),
        Sample(key: "selection.max_units_per_buyer", good: ["1", "10"], bad: ["0", "11"]),
        Sample(key: "selection.roster_lock", good: ["before_draw", "at_draw"], bad: ["never"]),
        Sample(
            key: "selection.roster_change_approver", good: ["sales_manager", "sales_supervisor"],
            bad: ["consultant"]),
        Sample(key: "draw.algorithm", good: ["fisher_yates_chacha20"], bad: ["dice"]),
        Sample(key: "draw.commit_before_minutes", good: ["0", "60", "10080"], bad: ["-1"]),
        Sample(key: "draw.public_part_required", good: ["true", "false"], bad: ["yes"]),
        Sample(key: "call.group_size", good: ["1", "4", "200"], bad: ["0", "201"]),
        Sample(key: "call.checkin_minutes", good: ["1", "5", "240"], bad: ["0"]),
        Sample(key: "call.miss_policy", good: ["end_of_round_once", "give_up"], bad: ["null"]),
        Sample(key: "rehearsal.min", good: ["0", "1", "10"], bad: ["11"]),
        Sample(key: "plan.roles", good: ["checkin review", ""], bad: ["review review", "cook"]),
        Sample(key: "pause.freezes", good: ["checkin choose payment", ""], bad: ["all"]),
        Sample(
            key: "dispute.resolve_by", good: ["sales_manager", "sales_supervisor"],
            bad: ["auditor"]),
        Sample(key: "closing.reconcile", good: ["every_unit", "null"], bad: ["some"]),
        Sample(key: "choose.minutes", good: ["1", "3", "60"], bad: ["0", "61"]),
        Sample(key: "choose.clock_start", good: ["seated_at_desk", "checked_in"], bad: ["null"]),
        Sample(key: "choose.confirm", good: ["buyer_and_officer", "buyer"], bad: ["officer"]),
        Sample(key: "choose.payment_minutes", good: ["null", "1", "1440"], bad: ["0"]),
        Sample(
            key: "choose.reconfirm_by", good: ["authorized_reviewer", "sales_manager"],
            bad: ["null"]),
        Sample(
            key: "choose.change_allowed_until", good: ["order_signed", "paid", "null"],
            bad: ["always"]),
        Sample(key: "opening.payment_minutes", good: ["1", "15", "1440"], bad: ["0"]),
        Sample(key: "opening.clock_start", good: ["held_at", "opened_at"], bad: ["null"]),
        Sample(key: "opening.rehearsal_allowed", good: ["true", "false"], bad: ["1"]),
        Sample(key: "opening.favourites_max", good: ["0", "10", "100"], bad: ["101"]),
        Sample(
            key: "heat.weights", good: ["1 3 2", "0 100 0"], bad: ["1 3", "1 3 101", "1  3 2"]),
        Sample(key: "allotment.order", good: ["same_as_units", "own_draw"], bad: ["null"]),
        Sample(
            key: "allotment.prerequisite", good: ["subscribed", "contracted", "null"],
            bad: ["held"]),
        Sample(key: "allotment.per_buyer", good: ["1", "10"], bad: ["0"]),
        Sample(key: "allotment.bound_to_unit", good: ["true", "false"], bad: ["null"]),
    ]
}

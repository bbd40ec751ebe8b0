@testable import Site

extension `Parameters of a pack` {
    static let sales = [
        Sample(key: "unit.lock_before_deposit", good: ["true", "false"], bad: ["null"]),
        Sample(key: "order.reconfirm_required", good: ["true", "false"], bad: ["null"]),
        Sample(
            key: "developer_exception.must_precede_deposit", good: ["true", "false"],
            bad: ["null"]),
        Sample(key: "order.dual_review", good: ["true", "false"], bad: ["null"]),
        Sample(key: "order.reviewer_not_self", good: ["true", "false"], bad: ["null"]),
        Sample(key: "signing.notice_required", good: ["true", "false"], bad: ["null"]),
        Sample(
            key: "hold.approver", good: ["sales_manager", "sales_supervisor"],
            bad: ["consultant"]),
        Sample(
            key: "hold.verify_items", good: ["unit_no area", "status", ""],
            bad: ["unit_no unit_no", "colour"]),
        Sample(key: "hold.max_minutes", good: ["null", "1", "10080"], bad: ["0", "10081"]),
        Sample(key: "hold.extend_times", good: ["0", "9"], bad: ["10", "null"]),
        Sample(key: "order.reconfirm_ttl_minutes", good: ["1", "5", "1440"], bad: ["0", "null"]),
        Sample(key: "order.payment_window_minutes", good: ["null", "10"], bad: ["0"]),
        Sample(
            key: "order.payment_event", good: ["finance_checkin", "receipt_issued"],
            bad: ["paid"]),
        Sample(key: "order.pay_after_checkin_minutes", good: ["null", "60"], bad: ["0"]),
        Sample(
            key: "deposit.precedence", good: ["finance_received_at", "entered_at"],
            bad: ["paid_at"]),
        Sample(key: "void_order.remind_at", good: ["09:00"], bad: ["null"]),
        Sample(key: "price.rounding", good: ["fen", "yuan", "yuan_down"], bad: ["up"]),
        Sample(
            key: "contract.template_diff_requires",
            good: [
                "sales_manager developer",
                "developer", "",
            ],
            bad: ["agency"]),
        Sample(
            key: "cancel.min_approvals", good: ["sales_manager developer", "sales_manager"],
            bad: ["agency"]),
        Sample(
            key: "signing.notice_items", good: ["time place", "documents related_matters"],
            bad: ["weather"]),
        Sample(key: "signing.notice_warn_hours", good: ["0", "24", "720"], bad: ["721", "null"]),
        Sample(key: "loan.stage_days", good: ["null", "1", "365"], bad: ["0"]),
        Sample(key: "doc.return_days", good: ["1", "3", "365"], bad: ["0", "null"]),
        Sample(
            key: "receivable.remind_days_before", good: ["3 1", "60", ""],
            bad: ["0", "61", "3 3"]),
        Sample(key: "receivable.escalate_days", good: ["1 7"], bad: ["x"]),
        Sample(key: "deal_file.items", good: ["order receipt", "contract"], bad: ["photo"]),
        Sample(key: "private_deal.action", good: ["dismiss", "discipline_slip"], bad: ["fine"]),
        Sample(key: "leak.action", good: ["fine", "dismiss"], bad: ["null"]),
        Sample(key: "early_lock.fine", good: ["null", "0", "100000"], bad: ["100001"]),
        Sample(key: "sold_held.recommend_fine", good: ["null", "0", "100000"], bad: ["100001"]),
        Sample(key: "sheet_error.fine", good: ["null", "0", "100000"], bad: ["100001"]),
        Sample(key: "process_violation.fine", good: ["null", "0", "100000"], bad: ["100001"]),
        Sample(key: "private_collect.fine", good: ["null", "0", "100000"], bad: ["100001"]),
        Sample(key: "overpromise.fine", good: ["null", "0", "100000"], bad: ["100001"]),
        Sample(key: "signing.notice_fine", good: ["null", "0", "100000"], bad: ["100001"]),
        Sample(
            key: "contract.process_violation_fine", good: ["null", "0", "100000"],
            bad: ["100001"]),
        Sample(key: "contract_error.fine_each", good: ["null", "0", "100000"], bad: ["100001"]),
        Sample(key: "churn.fine", good: ["null", "0", "100000"], bad: ["100001"]),
        Sample(key: "price_list.loss_fine", good: ["null", "0", "100000"], bad: ["100001"]),
        Sample(key: "developer_contact.fine", good: ["null", "0", "100000"], bad: ["100001"]),
        Sample(key: "leak.fine_per_item", good: ["0", "2000"], bad: ["null"]),
        Sample(key: "leak.range_low", good: ["0", "2000"], bad: ["null"]),
        Sample(key: "leak.range_high", good: ["0", "2000"], bad: ["null"]),
    ]
}

@testable import Site

extension `Parameters of a pack` {
    static let commission = [
        Sample(
            key: "sat.pay.variable_ratio", good: ["0.7", "0", "1", "0.1234"], bad: ["70", "-1"]),
        Sample(key: "sat.pay.rest_30", good: ["pay_now", "defer"], bad: ["later"]),
        Sample(key: "sat.pay.formula", good: ["linear"], bad: ["steps"]),
    ]
}

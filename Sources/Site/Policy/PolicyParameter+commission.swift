import HouseRules

extension PolicyParameter {
    /// Pay by the score, SAT-37.
    static let commission: [PolicyParameter] = [
        PolicyParameter(
            "sat.pay.variable_ratio", "佣金里由考评决定的部分", "SAT-37",
            \.commission.variablePoints, .part),
        PolicyParameter(
            "sat.pay.rest_30", "不受考评影响的部分何时发", "SAT-37", \.commission.rest, .choice),
        PolicyParameter(
            "sat.pay.formula", "考评分怎样折成钱", "SAT-37", \.commission.formula, .choice),
    ]
}

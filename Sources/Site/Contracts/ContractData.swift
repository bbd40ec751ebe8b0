import HouseRules

/// What is known of an order, as it goes into its contract.
struct ContractData: Sendable {
    let order: SalesOrder
    let contract: ContractPaper
    let row: PriceRow?
    let buyer: PersonDetails
    let siteName: String
    let names: StaffDirectory
    let rounding: PriceRounding
    let today: BusinessDay

    /// To be written by hand.
    private static let blank = "＿＿＿＿＿＿＿＿"

    var values: ContractValues {
        var values = ContractValues.names
        let terms = order.terms
        values[.site] = siteName
        values[.order] = order.order.rawValue
        values[.template] = contract.template
        values[.buyer] = buyer.name.isEmpty ? Self.blank : buyer.name
        values[.phone] = buyer.phone ?? Self.blank
        values[.idNumber] = buyer.idNumber ?? Self.blank
        values[.scheme] = terms.scheme
        values[.discount] = discountLabel(terms.discount)
        values[.total] = amount(terms.total)
        values[.totalInCapitals] = terms.total.capitals
        values[.deposit] = amount(terms.deposit)
        values[.depositInCapitals] = terms.deposit.capitals
        values[.collected] = amount(order.collected)
        values[.outstanding] = amount(order.outstanding)
        values[.outstandingInCapitals] = order.outstanding.capitals
        values[.dealDay] = order.paidAt.map { words($0.day) } ?? Self.blank
        values[.signingDay] = order.agreed.map { words($0.day) } ?? Self.blank
        values[.signingTime] = order.agreed?.clockWords ?? Self.blank
        values[.consultant] = names.name(order.staff)
        values[.preparer] = names.name(contract.preparer)
        values[.prices] = terms.version.rawValue
        values[.orderClauses] = terms.clauses.isEmpty ? "无" : terms.clauses.joined(separator: "\n")
        values[.today] = words(today)
        values.fields[ContractField.changes.rawValue] =
            contract.changes.isEmpty
            ? ContractValue("无")
            : ContractValue(contract.changes.joined(separator: "\n"), isMarked: true)
        addUnit(to: &values)
        values.rows[ContractRows.instalments.rawValue] = instalments
        values.rows[ContractRows.changes.rawValue] = changes
        return values
    }

    private func addUnit(to values: inout ContractValues) {
        values[.unit] = order.unit.rawValue
        guard let row, row.area > 0 else {
            let unknown: [ContractField] = [
                .building, .floor, .layout, .area, .unitPrice, .listPrice,
            ]
            for field in unknown { values[field] = Self.blank }
            return
        }
        values[.building] = row.building
        values[.floor] = "\(row.floor)"
        values[.layout] = row.layout
        values[.area] = String(areaWords(row.area).dropLast())
        values[.unitPrice] = amount(row.unitPrice)
        values[.listPrice] = amount(row.total(discount: 10_000, rounding))
    }

    /// Each part by itself; what is stored is how much should be there by then.
    private var instalments: [[String: ContractValue]] {
        var before = Money(fen: 0)
        return order.instalments.enumerated().map { index, part in
            let own = part.total - before
            before = part.total
            return [
                "期次": "\(index + 1)", "应付日期": words(part.due), "本期金额": amount(own),
                "本期金额大写": own.capitals, "累计应付": amount(part.total),
            ].mapValues { ContractValue($0) }
        }
    }

    private var changes: [[String: ContractValue]] {
        contract.changes.enumerated().map { index, clause in
            [
                "条款序号": ContractValue("\(index + 1)"),
                "条款": ContractValue(clause, isMarked: true),
            ]
        }
    }

    /// `1,188,000.00`, without the sign of the currency.
    private func amount(_ money: Money) -> String { money.text.filter { $0 != "¥" } }

    private func words(_ day: BusinessDay) -> String {
        "\(day.civil.year)年\(day.civil.month)月\(day.civil.day)日"
    }
}

extension ContractData {
    /// What a template lacks for this very contract: better no contract than one that leaves out
    /// what was agreed (SAL-18).
    func gaps(in template: ContractTemplate) -> String? {
        let changes = ContractRows.changes.rawValue
        if !contract.changes.isEmpty,
            !template.fields.contains(where: { $0 == changes || $0 == "#" + changes })
        {
            return "这份合同有经批准的改动，范本里没有 {{改动条款}}，印不出来。请换一份有这一处的范本。"
        }
        if order.instalments.isEmpty,
            template.fields.contains("#" + ContractRows.instalments.rawValue)
        {
            return "范本里有分期表，这份订单还没排应收款。请先在订单页排应收款，一次付清的写一期。"
        }
        return nil
    }
}

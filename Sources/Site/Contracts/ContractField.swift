import HouseRules

/// A place that a template may have, by the name that is written there.
enum ContractField: String, CaseIterable, Sendable {
    case site = "项目名称"
    case order = "订单编号"
    case template = "范本版本"
    case buyer = "买受人"
    case phone = "联系电话"
    case idNumber = "证件号码"
    case unit = "房号"
    case building = "楼栋"
    case floor = "楼层"
    case layout = "户型"
    case area = "建筑面积"
    case unitPrice = "单价"
    case listPrice = "标准总价"
    case discount = "折扣"
    case scheme = "付款方式"
    case total = "总价"
    case totalInCapitals = "总价大写"
    case deposit = "定金"
    case depositInCapitals = "定金大写"
    case collected = "已付款"
    case outstanding = "未付款"
    case outstandingInCapitals = "未付款大写"
    case dealDay = "认购日期"
    case signingDay = "签约日期"
    case signingTime = "签约时间"
    case consultant = "置业顾问"
    case preparer = "合同起草人"
    case prices = "价目版本"
    case orderClauses = "订单改动"
    case changes = "改动条款"
    case today = "生成日期"

    /// What goes in there.
    var meaning: String {
        switch self {
        case .site: "案场的名称"
        case .order: "认购书的编号"
        case .template: "这份范本的版本"
        case .buyer: "买房人的姓名，按登记的写"
        case .phone: "买房人的完整电话"
        case .idNumber: "买房人的证件号码，登记过才有"
        case .unit, .building, .floor, .layout: "按价目表"
        case .area: "平方米，两位小数，不带单位"
        case .unitPrice: "每平方米的单价，元"
        case .listPrice: "没打折的总价，元"
        case .discount: "比如“99 折”，没打折写“原价”"
        case .scheme: "订单上的付款方式"
        case .total, .deposit: "元，带千分号，两位小数"
        case .totalInCapitals, .depositInCapitals, .outstandingInCapitals: "中文大写金额"
        case .collected: "到现在为止已收的，元"
        case .outstanding: "总价减已收，元"
        case .dealDay: "定金到账的日子"
        case .signingDay: "约定签约的日子"
        case .signingTime: "约定签约的时刻"
        case .consultant: "写订单的置业顾问"
        case .preparer: "起草这份合同的人"
        case .prices: "订单按哪一版价目算的"
        case .orderClauses: "订单上经批准的改动，每条一行"
        case .changes: "合同里经批准的改动，每条一行，红字"
        case .today: "生成这份文件的日子"
        }
    }

    /// As it is written in a template.
    var place: String { "{{\(rawValue)}}" }

    /// What a sample of it looks like.
    var example: ContractValue {
        switch self {
        case .changes: ContractValue("逾期交房按日万分之三付违约金", isMarked: true)
        case .buyer: ContractValue("赵明远")
        case .total: ContractValue("1,188,000.00")
        case .totalInCapitals: ContractValue(Money.yuan(1_188_000).capitals)
        default: ContractValue("（\(rawValue)）")
        }
    }
}

/// What a template may repeat, with the places that only stand in it.
enum ContractRows: String, CaseIterable, Sendable {
    case instalments = "分期"
    case changes = "改动条款"

    /// The places.
    var places: [(name: String, meaning: String)] {
        switch self {
        case .instalments:
            [
                ("期次", "第几期"), ("应付日期", "到哪天为止"), ("本期金额", "这一期的钱，元"),
                ("本期金额大写", "中文大写"), ("累计应付", "到这一期一共应付，元"),
            ]
        case .changes: [("条款序号", "第几条"), ("条款", "经批准的改动，红字")]
        }
    }
}

extension ContractValues {
    /// Nothing but the names: what a template may have.
    static let names: ContractValues = {
        var values = ContractValues()
        for field in ContractField.allCases { values.fields[field.rawValue] = field.example }
        for rows in ContractRows.allCases {
            let row = rows.places.map { ($0.name, ContractValue("（\($0.name)）")) }
            values.rows[rows.rawValue] = [Dictionary(uniqueKeysWithValues: row)]
            for place in rows.places { values.rowNames[place.name] = rows.rawValue }
        }
        return values
    }()

    subscript(field: ContractField) -> String {
        get { fields[field.rawValue]?.text ?? "" }
        set { fields[field.rawValue] = ContractValue(newValue) }
    }
}

/// What a template has, before it is used: the same merge, with examples for values.
struct TemplateReading: Sendable {
    /// The places that are known, `#分期` for what is repeated.
    let found: [String]
    let unknown: [String]
    let faults: [String]

    init(_ file: WordFile) {
        var merge = WordMerge(.names)
        var file = file
        file.change { merge.filled($0) }
        (unknown, faults) = (merge.unknown, merge.faults)
        found = merge.found.filter { !merge.unknown.contains($0) }
    }

    /// Whether contracts can be made from it.
    var isSound: Bool { unknown.isEmpty && faults.isEmpty && !found.isEmpty }
}

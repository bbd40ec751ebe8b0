import HouseRules

extension CallReason {
    /// The step as a sentence.
    public func sentence(names: Names) -> String {
        switch self {
        case .order(let order, let staff):
            "当天电话次序（\(order.label)）：\(staff.map(names).listed)。"
        case .pointerAt(let staff):
            "电话轮到\(names(staff))，有空，由他接。"
        case .keepsLine(let staff, let from, let to):
            "\(from.text) 到 \(to.text) 由\(names(staff))当班接电话。"
        case .passed(let staff, let effect, let why):
            "电话轮到\(names(staff))，\(why.label)："
                + (effect == .makeupGranted ? "记一通，有空先补。" : "往下找，不补。")
        case .owedCall(let staff):
            "\(names(staff))欠着一通，先补，由他接。"
        case .asked(let staff, let counts):
            counts
                ? "客户点名找\(names(staff))，转给他，算他一轮。"
                : "客户点名找\(names(staff))，转给他，电话次序不动。"
        case .askedUnavailable(let staff, let presence):
            presence == .onStand
                ? "客户点名找\(names(staff))，他正在通话，按次序找人接。"
                : "客户点名找\(names(staff))，他\(presence.label)，按次序找人接。"
        case .nobodyFree:
            "一圈下来没有人能接：开一张待回拨单，谁回拨归谁。"
        case .notAConsultant:
            "售楼热线只有置业顾问能接：这通记成待回拨单，不产生归属。"
        case .belongsTo(let staff):
            "这通来电归实际接听或回拨的\(names(staff))。"
        case .ended(let staff):
            "\(names(staff))通话结束。"
        default:
            lineSentence(names)
        }
    }

    private func lineSentence(_ names: Names) -> String {
        switch self {
        case .missed(let staff?, let rings, let limit):
            "响了 \(rings) 声才有结果，超过 \(limit) 声：算漏接，记在守电话的\(names(staff))名下。"
        case .missed(nil, let rings, let limit):
            "响了 \(rings) 声，超过 \(limit) 声：算漏接，此刻没有守电话的人。"
        case .inTime(let staff, let rings):
            "\(names(staff))在第 \(rings) 声接起，没有漏接。"
        case .gaveUp(let rings):
            "响到第 \(rings) 声客户就挂了，不算漏接。"
        case .lineHanded(let from, let to):
            "\(names(from))离台，电话交给\(names(to))，漏接由接手的人负责。"
        case .keepsFor(let staff, let keeper):
            "\(names(keeper))已把电话交给\(names(staff))，由他接。"
        case .secondLine(let staff):
            "\(names(staff))正在通话：第二部先记下号码，稍后回拨。"
        case .issued(let moment):
            "早会结束，草表转为当天电话次序，请值班人员在 \(moment.words) 前确认。"
        case .confirmed:
            "值班人员确认了当天电话次序。"
        default:
            ""
        }
    }
}

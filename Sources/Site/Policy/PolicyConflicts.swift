import HouseRules
import Yams

/// Values that are fine one by one but impossible together.
struct PolicyConflicts {
    /// Where each parameter stands in the file.
    let places: [String: YAMLField]
    /// Where the parameters stand, for what is not in this file.
    let whole: Node

    func check(_ policy: Policy, _ reading: inout YAMLReading) {
        checkStations(policy.rotation, &reading)
        checkWaivers(policy.rotation, &reading)
        checkTimes(policy, &reading)
        for visitClass in VisitClass.allCases {
            guard let row = policy.rotation.turnTable[visitClass] else { continue }
            check(row, of: visitClass, in: policy.rotation, &reading)
        }
    }

    private func checkStations(_ rotation: RotationPolicy, _ reading: inout YAMLReading) {
        let slots = rotation.stationFrom != nil || rotation.stationTo != nil
        if rotation.mechanism == .ring && slots {
            fault(
                ["station.start", "station.end", "rotation.mechanism"],
                "环形指针（rotation.mechanism: ring）的站点没有站位。"
                    + "请把 station.start 和 station.end 写成 null，或把机制改成 tally。", &reading)
        }
        if (rotation.stationFrom == nil) != (rotation.stationTo == nil) {
            fault(
                ["station.start", "station.end"],
                "站位时段要么两头都写（station.start 和 station.end），要么都写 null。", &reading)
        }
        if let from = rotation.stationFrom, let to = rotation.stationTo, from >= to {
            fault(
                ["station.end", "station.start"],
                "站位从 \(from.text) 到 \(to.text) 是倒着的，station.start 应当早于 station.end。",
                &reading)
        }
    }

    private func checkWaivers(_ rotation: RotationPolicy, _ reading: inout YAMLReading) {
        if rotation.mechanism == .tally && rotation.waiverRingAdvances != nil {
            fault(
                ["waiver.ring_effect", "rotation.mechanism"],
                "∨ 台账站点弃站记的是 ∨（waiver.tick_cost），不折预支。请把 waiver.ring_effect 写成 null。",
                &reading)
        }
    }

    private func checkTimes(_ policy: Policy, _ reading: inout YAMLReading) {
        if policy.rotation.publishTime >= policy.rotation.autoCloseAt {
            fault(
                ["rotation.auto_close_at", "rotation.publish_time"],
                "\(policy.rotation.publishTime.text) 出表而 \(policy.rotation.autoCloseAt.text) "
                    + "就自动收工，出表时刻应当早于收工时刻。", &reading)
        }
        if policy.calls.shiftFrom >= policy.calls.shiftTo {
            fault(
                ["phone.shift_end", "phone.shift_start"],
                "电话班从 \(policy.calls.shiftFrom.text) 到 \(policy.calls.shiftTo.text) 是倒着的，"
                    + "phone.shift_start 应当早于 phone.shift_end。", &reading)
        }
    }

    private func check(
        _ row: TurnRow, of visitClass: VisitClass, in rotation: RotationPolicy,
        _ reading: inout YAMLReading
    ) {
        let name = "\(visitClass.rawValue)（\(visitClass.label)）"
        if rotation.mechanism == .ring && row.receiver == .named && row.effect == .counted {
            fault(
                ["turn_table"],
                "\(name)写成指名的顾问接又计轮：环形指针站点只有当轮的接待才计轮。"
                    + "请把 receiver 改成 current_turn，或把 effect 改成 not_counted 或 advance。",
                &reading, row: visitClass)
        }
        if row.receiver != .named && row.effect == .advance {
            fault(
                ["turn_table"],
                "\(name)写成预支一轮，却不是指名的顾问接：只有指名的顾问能预支自己的下一轮。"
                    + "请把 receiver 改成 named，或把 effect 改成 counted。",
                &reading, row: visitClass)
        }
        if row.receiver == .lastInQueue && row.effect == .counted {
            fault(
                ["turn_table"],
                "\(name)写成末位接又计轮：末位接待是替大家接的，计轮就该给当轮。"
                    + "请把 receiver 改成 current_turn，或把 effect 改成 not_counted。",
                &reading, row: visitClass)
        }
    }

    /// At the first of these keys that stands in the file, else at the parameters as a whole.
    private func fault(
        _ keys: [String], _ sentence: String, _ reading: inout YAMLReading,
        row: VisitClass? = nil
    ) {
        let field = keys.lazy.compactMap { places[$0] }.first
        guard let row, case .mapping(let table) = field?.value else {
            return reading.fault(field?.keyNode ?? whole, sentence)
        }
        let place = table.first { $0.key.string == row.rawValue }?.key
        reading.fault(place ?? field?.keyNode ?? whole, sentence)
    }
}

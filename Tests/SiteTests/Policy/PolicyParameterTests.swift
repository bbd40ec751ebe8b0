import HouseRules
import Testing
import Yams

@testable import Site

@Suite struct `Parameters of a pack` {
    struct Sample: Sendable, CustomTestStringConvertible {
        let key: String
        let good: [String]
        let bad: [String]

        var testDescription: String { key }
    }

    static let rotation = [
        Sample(key: "rotation.mechanism", good: ["ring", "tally"], bad: ["Ring", "", "环形指针"]),
        Sample(
            key: "rotation.publish_time", good: ["00:00", "09:30", "24:00"], bad: ["9", "24:01"]),
        Sample(
            key: "rotation.publisher",
            good: [
                "duty_officer", "sales_supervisor", "sales_manager", "front_desk_secretary",
                "clerical_staff",
            ], bad: ["consultant", "auditor", "administrator", "clock"]),
        Sample(key: "rotation.auto_close_at", good: ["20:00", "24:00"], bad: ["null", "25:00"]),
        Sample(
            key: "rotation.draft_effective_unconfirmed", good: ["true", "false"],
            bad: ["yes", "1"]),
        Sample(
            key: "rotation.busy_with_turn_policy", good: ["forfeit", "return_to_position"],
            bad: ["makeup"]),
        Sample(
            key: "rotation.busy_on_phone", good: ["forfeit", "makeup"],
            bad: ["return_to_position"]),
        Sample(
            key: "rotation.late_joiner_position", good: ["tail", "end_of_sheet"], bad: ["head"]),
        Sample(key: "rotation.catch_up_limit", good: ["0", "1", "20"], bad: ["21", "-1", "1.0"]),
        Sample(key: "tally.tick_per_reception", good: ["1", "10"], bad: ["0", "11"]),
        Sample(key: "dispatch.answer_seconds", good: ["0", "60", "3600"], bad: ["3601", "-1"]),
        Sample(
            key: "substitute.selector",
            good: ["tail_of_queue", "last_received", "same_group"], bad: ["first"]),
        Sample(key: "standby.front_count", good: ["null", "1", "10"], bad: ["0", "11", "无"]),
        Sample(key: "standby.alert_seconds", good: ["0", "3600"], bad: ["null", "3601"]),
    ]

    static let owed = [
        Sample(key: "makeup.accumulates", good: ["true", "false"], bad: ["是"]),
        Sample(key: "makeup.carry_over", good: ["next_duty_day", "none"], bad: ["null", "week"]),
        Sample(key: "official.order_required", good: ["true", "false"], bad: ["null"]),
        Sample(
            key: "meal.window", good: ["12:00-13:00", "11:30-14:15"],
            bad: ["13:00-12:00", "12:00-12:00", "12:00", "12:00-13:00-14:00", "-"]),
        Sample(key: "advance.per_group", good: ["0", "9"], bad: ["10"]),
        Sample(key: "advance.carry_over_next_day", good: ["true", "false"], bad: [""]),
        Sample(key: "waiver.min_minutes", good: ["0", "600"], bad: ["601"]),
        Sample(
            key: "waiver.min_minutes_applies_to", good: ["absence", "stand_before"], bad: ["both"]),
        Sample(key: "waiver.tick_cost", good: ["0", "20"], bad: ["21"]),
        Sample(
            key: "waiver.ring_effect", good: ["null", "advance_1", "advance_9"],
            bad: ["advance_0", "advance_10", "advance_", "2", "advance_1x"]),
    ]

    static let others = [
        Sample(key: "station.persons_per_slot", good: ["1", "5"], bad: ["0", "6"]),
        Sample(key: "station.start", good: ["null", "08:30"], bad: ["8点半"]),
        Sample(key: "station.end", good: ["null", "17:30"], bad: ["24:30"]),
        Sample(key: "station.absent_tick", good: ["0", "10"], bad: ["11"]),
        Sample(
            key: "phone.order",
            good: ["reverse_of_reception_order", "same_as_reception_order"], bad: ["reverse"]),
        Sample(key: "phone.mode", good: ["per_call", "time_slot"], bad: ["none"]),
        Sample(key: "phone.shift_start", good: ["08:00"], bad: ["null"]),
        Sample(key: "phone.shift_end", good: ["18:00"], bad: ["18"]),
        Sample(key: "phone.makeup", good: ["true", "false"], bad: ["no"]),
        Sample(key: "phone.named_call_counts", good: ["true", "false"], bad: ["maybe"]),
    ]

    static let duty = [
        Sample(key: "dispatch.answer_required", good: ["true", "false"], bad: ["null"]),
        Sample(key: "leave_front.notify_required", good: ["true", "false"], bad: ["1"]),
        Sample(key: "vacancy.grace_seconds", good: ["null", "0", "3600"], bad: ["3601"]),
        Sample(key: "suspension.by_supervisor_days", good: ["null", "1", "30"], bad: ["0"]),
        Sample(key: "suspension.by_manager_days", good: ["null", "1", "30"], bad: ["31"]),
        Sample(key: "suspension.refuse_customer_days", good: ["null", "1"], bad: ["0"]),
        Sample(
            key: "rotation.rest_day_join", good: ["full_day_only", "anytime"], bad: ["null"]),
        Sample(key: "rest_day.join_until", good: ["08:30"], bad: ["null"]),
        Sample(key: "peak.waiting_groups", good: ["null", "1", "20"], bad: ["0", "21"]),
        Sample(key: "assist.blocks_turn", good: ["makeup", "forfeit"], bad: ["null"]),
        Sample(key: "assist.refusal_fine", good: ["0", "50", "10000"], bad: ["10001"]),
        Sample(
            key: "offhours.definition", good: ["null", "09:00-18:00"], bad: ["18:00-09:00"]),
        Sample(key: "offhours.blocks_turn", good: ["makeup", "forfeit"], bad: ["both"]),
    ]

    static let samples =
        rotation + owed + others + duty + registers + claims + ownership
        + adjudication + channels + sales + selection + commission

    @Test func `each has its samples, the table aside`() {
        let keys = Set(PolicyParameter.all.map(\.key)).subtracting(["turn_table"])
        #expect(Set(Self.samples.map(\.key)) == keys)
    }

    @Test(arguments: samples) func `what may be written is read and written back`(
        sample: Sample
    ) throws {
        let parameter = try #require(PolicyParameter.named(sample.key))
        for word in sample.good {
            var policy = Policy()
            #expect(parameter.put?(word, &policy) == true, "\(word)")
            #expect(parameter.text(policy) == word)
        }
    }

    @Test(arguments: samples) func `each word changes that parameter and no other`(
        sample: Sample
    ) throws {
        let parameter = try #require(PolicyParameter.named(sample.key))
        let plain = Policy()
        for word in sample.good {
            var policy = plain
            _ = parameter.put?(word, &policy)
            let changed = PolicyParameter.all.filter { $0.text(policy) != $0.text(plain) }
            #expect(changed.map(\.key) == (word == parameter.text(plain) ? [] : [sample.key]))
        }
    }

    @Test(arguments: samples) func `what may not is told with what may, and changes nothing`(
        sample: Sample
    ) throws {
        let parameter = try #require(PolicyParameter.named(sample.key))
        for word in sample.bad {
            let root = try #require(try YAMLText.root("k: '\(word)'", file: "x.yaml"))
            guard case .mapping(let mapping) = root, let node = mapping["k"] else { continue }
            var policy = Policy()
            var reading = YAMLReading(file: "x.yaml")
            parameter.read(node, into: &policy, complete: false, &reading)
            #expect(policy == Policy())
            #expect(
                reading.faults.map(\.sentence) == [
                    "“\(sample.key)”（\(parameter.label)）写成了“\(word)”，\(parameter.allowed)。"
                ])
        }
    }

    @Test func `each rule is one of the catalogue and each label is its own`() {
        #expect(Set(PolicyParameter.all.map(\.label)).count == PolicyParameter.all.count)
        for parameter in PolicyParameter.all {
            #expect(PolicyPackReader.ruledClauses.contains(parameter.rule), "\(parameter.key)")
            #expect(!parameter.allowed.isEmpty && !parameter.allowed.hasSuffix("。"))
        }
    }

    @Test func `there is none of another name`() {
        #expect(PolicyParameter.named("rotation") == nil && PolicyParameter.named("") == nil)
    }
}

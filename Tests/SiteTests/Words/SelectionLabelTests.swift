import HouseRules
import Testing

@testable import Site

@Suite struct `Labels of activities` {
    private func faults<Word: CaseIterable & Labelled>(_ type: Word.Type) -> [String] {
        let labels = type.allCases.map(\.label)
        var faults = labels.filter { !(2...20).contains($0.count) }
        faults += labels.filter { label in
            label.unicodeScalars.contains { "()?!,;:".unicodeScalars.contains($0) }
        }
        return Set(labels).count == labels.count ? faults : faults + ["\(type): two of one name"]
    }

    @Test func `tell things of one kind apart, in words of a reasonable length`() {
        let all: [[String]] = [
            faults(RosterLock.self), faults(DrawAlgorithm.self), faults(MissPolicy.self),
            faults(ChooseStart.self), faults(PickConfirm.self), faults(PickReviewer.self),
            faults(ChangeUntil.self), faults(OnlineStart.self), faults(AllotmentOrder.self),
            faults(PickStatus.self), faults(PlanRole.self), faults(ClockKind.self),
            faults(Reconcile.self), faults(ActivityKind.self), faults(HeatKind.self),
            faults(PlanPaper.self), faults(RosterField.self), faults(BuyerStage.self),
            faults(ReleaseCause.self), faults(UnitProgress.self), faults(DrawStep.self),
        ]
        #expect(all.flatMap(\.self) == [])
    }

    @Test func `of what a unit goes through are those of the ledger's lines`() {
        #expect(PickStatus.allCases.map(\.label) == ["已销控", "已签单待交款", "已交定金", "已签合同"])
        #expect(PickStatus.allCases == PickStatus.allCases.sorted())
    }
}

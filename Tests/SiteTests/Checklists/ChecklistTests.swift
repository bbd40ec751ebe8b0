import HouseRules
import Testing

@testable import Site

@Suite struct `A checklist` {
    @Test(arguments: Checklist.allCases)
    func `has words for each of its items, none of them twice`(list: Checklist) {
        let labels = list.items.map { list.label(of: $0) }
        #expect(zip(labels, list.items).allSatisfy { $0 != $1 })
        #expect(Set(labels).count == labels.count)
        #expect(Set(list.items).count == list.items.count)
        #expect(list.serious.allSatisfy(list.items.contains))
    }

    @Test func `has as many items as the rules say`() {
        #expect(Checklist.station.items.count == 6)
        #expect(Checklist.conduct.items.count == 17)
        #expect(Checklist.steps.items.count == 9)
        #expect(Checklist.kit.items.count == 7)
    }

    @Test func `calls an item it does not know by its own name`() {
        #expect(Checklist.station.label(of: "smile") == "smile")
        #expect(Checklist.kit.label(of: "smile") == "smile")
    }
}

@Suite struct `The library of scripts` {
    @Test func `finds what to say to somebody who waited`() {
        let found = ScriptLibrary.search("久等")
        #expect(found.map(\.occasion) == ["让客户久等"])
        #expect(found.first?.points == ["致歉", "说明原因", "给出下一步"])
    }

    @Test func `finds by a point, and nothing by a strange word`() {
        #expect(ScriptLibrary.search("转告").map(\.occasion) == ["要找的同事不在"])
        #expect(ScriptLibrary.search("潜水").isEmpty)
        #expect(ScriptLibrary.search("").count == ScriptLibrary.reception.count)
    }

    @Test func `searches the site's own scripts as well`() {
        let own = [Script(occasion: "下雨天", points: ["递伞"])]
        #expect(ScriptLibrary.search("伞", in: own) == own)
    }
}

import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `Every shape about sales` {
    private func check<Value: Codable & Hashable>(
        _ samples: [Value], _ texts: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let lines = texts.split(separator: "\n").map(String.init)
        let decoded = Set(try lines.map { try JournalText.decode(Value.self, $0) })
        #expect(decoded.count == lines.count, sourceLocation: sourceLocation)
        #expect(decoded.isSuperset(of: samples), sourceLocation: sourceLocation)
        for sample in samples {
            let again = try JournalText.decode(Value.self, try JournalText.encode(sample))
            #expect(again == sample, sourceLocation: sourceLocation)
        }
    }

    @Test func `still decodes`() throws {
        try check(FrozenSales.events, FrozenSalesTexts.events)
        try check(FrozenSales.commands, FrozenSalesTexts.commands)
        try check(FrozenSales.reasons, FrozenSalesTexts.reasons)
        try check(FrozenSales.refusals, FrozenSalesTexts.refusals)
    }

    @Test func `has a sample, and a command a kind of its own`() {
        #expect(
            Set(FrozenSales.events.map(SalesEventShape.init))
                == Set(SalesEventShape.allCases))
        #expect(
            Set(FrozenSales.commands.map(SalesCommandShape.init))
                == Set(SalesCommandShape.allCases))
        #expect(
            Set(FrozenSales.reasons.map(SalesReasonShape.init))
                == Set(SalesReasonShape.allCases))
        #expect(
            Set(FrozenSales.refusals.map(SalesRefusalShape.init))
                == Set(SalesRefusalShape.allCases))
        let kinds = FrozenSales.commands.map(\.kind)
        #expect(Set(kinds).count == kinds.count)
        #expect(kinds.allSatisfy { $0.hasPrefix("sales.") })
        let codes = FrozenSales.refusals.map(\.code)
        #expect(Set(codes).count == codes.count)
    }

    @Test func `names a clause that has the house's own words`() {
        let clauses = FrozenSales.reasons.map(\.clause) + FrozenSales.refusals.map(\.clause)
        for clause in clauses {
            #expect(PolicyPackReader.ruledClauses.contains(clause.id), "\(clause)")
        }
        #expect(Set(clauses.map(\.number)) == Set(1...37).subtracting([28, 29, 35]))
    }

    /// Not a test of anything: prints the texts to store when a new case was added.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["ANCHANG_PRINT_SHAPES"] != nil))
    func `can be printed`() throws {
        print("== sales events")
        for event in FrozenSales.events { print(try JournalText.encode(event)) }
        print("== sales commands")
        for command in FrozenSales.commands { print(try JournalText.encode(command)) }
        print("== sales reasons")
        for reason in FrozenSales.reasons { print(try JournalText.encode(reason)) }
        print("== sales refusals")
        for refusal in FrozenSales.refusals { print(try JournalText.encode(refusal)) }
        print("== end")
    }
}

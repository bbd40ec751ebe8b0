import Database
import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `The pieces of the bench` {
    @Test func `numbers go where the marks are`() {
        let mark = String(repeating: "#", count: 12)
        #expect(NumberedRequest.marks(in: Array("ab\(mark)c\(mark)".utf8)) == [2, 15])
        #expect(NumberedRequest.marks(in: Array("ab\(mark.dropLast())".utf8)) == [])
    }

    @Test func `figures are written so that they can be read`() {
        #expect(digits(1_234_567.8) == "1,234,568")
        #expect(digits(-1234) == "-1,234")
        #expect(digits(100) == "100")
        #expect(digits(12.345) == "12.3")
        #expect(digits(0.299) == "0.30")
        #expect(digits(.infinity) == "—")
    }

    @Test func `a promise is kept at its very number`() {
        #expect(BenchFigure.atLeast(300, "a", "A", 300, "1/s").isMet == true)
        #expect(BenchFigure.atLeast(300, "a", "A", 299.9, "1/s").isMet == false)
        #expect(BenchFigure.atMost(2, "a", "A", 2, "s").isMet == true)
        #expect(BenchFigure.atMost(2, "a", "A", .infinity, "s").isMet == false)
    }

    @Test func `the report says what falls short`() throws {
        let report = BenchReport(
            machine: [MachineFact(name: "Processor", value: "2 × X")],
            figures: [
                .atMost(2, "calls", "calls replayed", 2.5, "s"),
                BenchFigure("static", "GET", 20_000, "1/s", ratio: 1),
            ])
        #expect(report.text.contains("Processor: 2 × X"))
        #expect(report.text.contains("SHORT"))
        let read = try JSONDecoder().decode(BenchReport.self, from: Data(report.json().utf8))
        #expect(read.figures.map(\.isMet) == [false, nil])
    }

    @Test func `a change counts for everybody whom it reached, and for nobody else`() {
        let arrivals = [(7, 150), (7, 190), (8, 300)].map {
            LiveArrival(id: $0.0, at: UInt64($0.1))
        }
        let found = LiveBench.delays(of: [(7, 100), (8, 250)], in: arrivals, listeners: 2)
        #expect(found.times == [50, 90, 50])
        #expect(found.missing == 1)
    }

    @Test func `the memory of a process is the one that is resident`() {
        let status = "VmPeak:\t  900 kB\nVmSize:\t  800 kB\nVmRSS:\t   456 kB\nRssAnon: 1 kB\n"
        #expect(MemoryBench.kilobytes(in: status) == 456)
        #expect(MemoryBench.kilobytes(in: "VmPeak:\t 900 kB\n") == nil)
    }

    @Test(arguments: Mechanism.allCases)
    func `the day that is measured is a day of the house`(mechanism: Mechanism) {
        var day = BenchDay(mechanism)
        for _ in 0..<200 { day.receiveOne() }
        #expect(day.state.rotation.mechanism == mechanism)
        #expect(day.state.rotation.arrivals == 220)
        #expect(day.state.rotation.visits.count == 20)
        #expect(day.state.rotation.held.isEmpty)
    }

    @Test func `the long history is a journal that verifies`() async throws {
        try await withBookWorld { world in
            let journal = world.journal
            var history = BenchHistory(journal: journal)
            let batches = [try history.next(700), try history.next(1100)]
            try await world.database.write { transaction in
                for batch in batches { try journal.append(batch, in: transaction) }
            }
            let report = try await journal.verify(in: world.database, expecting: history.head)
            #expect(report.fault == nil)
            #expect(report.checked == 1800)
            let book = try await world.book()
            #expect(await book.state == history.state)
            let refused = try await world.database.read {
                try journal.tail(after: 0, limit: 2000, in: $0).count { $0.refusal != nil }
            }
            #expect(refused == 0)
        }
    }
}

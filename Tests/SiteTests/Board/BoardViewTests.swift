import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `The board in words` {
    @Test func `those on stand are numbered in the order of the pointer`() {
        var board = BoardState()
        #expect(board.view().lines.map(\.name) == ["安然", "白榆", "岑山", "丁一"])
        #expect(board.view().lines.map(\.position) == [1, 2, 3, 4])
        board.state.apply(.reception(.pointerMoved(after: "B")))
        #expect(board.view().lines.map(\.staff) == ["C", "D", "A", "B"])
        #expect(board.view().lines.map(\.position) == [1, 2, 3, 4])
    }

    @Test func `a tally board goes by ticks and shows them`() {
        var board = BoardState(.tally)
        board.state.apply(.reception(.ticksSet("A", to: 3)))
        board.state.apply(.reception(.ticksSet("B", to: 1)))
        #expect(board.view().lines.map(\.staff) == ["C", "D", "B", "A"])
        #expect(board.view().lines.map(\.note) == ["∨ 0", "∨ 0", "∨ 1", "∨ 3"])
        #expect(board.view().mechanism == "∨ 台账")
    }

    @Test(arguments: Presence.allCases)
    func `every presence is called by its name`(presence: Presence) throws {
        for mechanism in Mechanism.allCases {
            var board = BoardState(mechanism)
            board.move("B", presence, at: mondayAt(9, 30))
            let line = try #require(board.line("B"))
            #expect(line.presence == presence.rawValue && line.presenceName == presence.label)
            #expect((line.position != nil) == (presence == .onStand))
        }
    }

    @Test(arguments: [
        (Presence.onStand, Tone.good), (.receivingTurn, .busy), (.receivingExisting, .busy),
        (.awayOfficial, .calm), (.awayMeal, .calm), (.awayPersonal, .warn), (.waived, .warn),
        (.suspended, .stop), (.offDuty, .off),
    ])
    func `every presence has its colour`(presence: Presence, tone: Tone) throws {
        var board = BoardState()
        board.move("B", presence, at: mondayAt(9, 30))
        #expect(try #require(board.line("B")).tone == tone)
    }

    @Test(arguments: Presence.allCases.filter { $0 != .onStand && $0 != .offDuty })
    func `who is elsewhere is told since when, or until when`(presence: Presence) throws {
        for (mechanism, ticks) in [(Mechanism.ring, ""), (.tally, "∨ 0 · ")] {
            var board = BoardState(mechanism)
            board.move("C", presence, at: mondayAt(9, 41, 30))
            #expect(try #require(board.line("C")).note == ticks + "自 09:41")
            board.move("C", presence, at: mondayAt(9, 41, 30), until: mondayAt(10, 30))
            #expect(try #require(board.line("C")).note == ticks + "至 10:30")
        }
    }

    @Test func `who is on stand or off duty needs no time`() throws {
        var board = BoardState()
        #expect(try #require(board.line("A")).note == nil)
        board.move("A", .offDuty, at: mondayAt(9, 30))
        #expect(try #require(board.line("A")).note == nil)
    }

    @Test func `an approved absence that ran out is shown as a private one`() throws {
        var board = BoardState()
        board.move("A", .awayMeal, at: mondayAt(12, 0), until: mondayAt(13, 0))
        #expect(try #require(board.line("A", at: mondayAt(13, 0))).presenceName == "就餐")
        let late = try #require(board.line("A", at: mondayAt(13, 0, 1)))
        #expect(late.presenceName == "因私离开" && late.tone == .warn)
    }

    @Test func `turns owed, advances and calls are noted in one order`() throws {
        var board = BoardState()
        board.state.apply(
            .reception(.turnAdjusted("A", effect: .makeupGranted, note: "")))
        board.state.apply(
            .reception(.turnAdjusted("A", effect: .makeupGranted, note: "")))
        board.state.apply(.reception(.advanceTaken("A", count: 3)))
        board.state.apply(
            .calls(.answered("c1", "A", way: .turn, at: mondayAt(9, 50))))
        #expect(try #require(board.line("A")).note == "补轮 2 · 预支 3 · 通话中")
        board.move("A", .awayMeal, at: mondayAt(9, 55))
        #expect(
            try #require(board.line("A")).note == "补轮 2 · 预支 3 · 通话中 · 自 09:55")
    }

    @Test func `who is owed a turn comes first on a ring board`() {
        var board = BoardState()
        board.state.apply(.reception(.turnAdjusted("D", effect: .makeupGranted, note: "")))
        #expect(board.view().lines.map(\.staff) == ["D", "A", "B", "C"])
        #expect(board.view().lines[0].note == "补轮 1")
    }

    @Test func `those not waiting follow: with customers, away, gone, suspended, off`() {
        var board = BoardState()
        board.move("A", .offDuty, at: mondayAt(9, 10))
        board.move("B", .awayPersonal, at: mondayAt(9, 20))
        board.move("C", .awayMeal, at: mondayAt(9, 30))
        board.move("D", .receivingExisting, at: mondayAt(9, 40))
        #expect(board.view().lines.map(\.staff) == ["D", "C", "B", "A"])
        #expect(board.view().lines.allSatisfy { $0.position == nil })
        board.move("C", .suspended, at: mondayAt(9, 50))
        board.move("A", .waived, at: mondayAt(9, 50))
        #expect(Set(board.view().lines.map(\.staff)[1...2]) == ["A", "B"])
        #expect(board.view().lines.last?.staff == "C")
    }

    @Test func `who left the site is not on it, who joined after the sheet is`() {
        var board = BoardState()
        board.state.apply(.reception(.memberReleased("B")))
        board.state.apply(.reception(.memberEnrolled("E", at: mondayAt(9, 5))))
        #expect(board.view().lines.map(\.staff) == ["A", "C", "D", "E"])
        #expect(board.view().lines.last?.name == "E")
    }

    @Test func `the slot is told`() throws {
        var board = BoardState()
        board.state.apply(.presence(.slotTaken("B", 2)))
        #expect(try #require(board.line("B")).slot == 2)
        #expect(try #require(board.line("A")).slot == nil)
    }

    @Test func `groups that wait stand in the order of their arrival`() {
        var board = BoardState()
        board.hold("v1", number: 1, at: mondayAt(9, 31, 20), for: "C")
        board.hold("v2", number: 2, at: mondayAt(9, 40), for: nil)
        let held = board.view().held
        #expect(held.map(\.number) == [1, 2] && held.map(\.visit) == ["v1", "v2"])
        #expect(held.map(\.since) == ["09:31", "09:40"])
        #expect(held.map(\.lockedFor) == ["岑山", nil])
    }

    @Test func `the head tells the day, the mechanism and how far the sheet is`() {
        let draft = BoardState(isConfirmed: false).view()
        #expect(draft.day == "6月2日 周一" && draft.mechanism == "环形指针" && draft.seq == 7)
        #expect(draft.isOpen && !draft.isConfirmed && !draft.isShort)
        #expect(BoardState().view().isConfirmed)
    }

    @Test func `before the first sheet the day is that of the clock`() {
        let view = BoardView(
            seq: 0, state: SiteState(), directory: houseDirectory, at: mondayAt(7, 0))
        #expect(view.day == "6月2日 周一" && !view.isOpen && view.lines.isEmpty)
    }

    @Test func `programs get the same facts`() throws {
        var board = BoardState()
        board.move("B", .awayMeal, at: mondayAt(9, 30))
        let json = String(decoding: try JSONEncoder().encode(board.view()), as: UTF8.self)
        for piece in [
            "\"isConfirmed\":true", "\"presence\":\"away_meal\"", "\"name\":\"白榆\"", "\"seq\":7",
        ] {
            #expect(json.contains(piece), "\(piece)")
        }
    }
}

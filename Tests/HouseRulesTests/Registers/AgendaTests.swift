import Testing

@testable import HouseRules

@Suite struct `The agenda` {
    private func moment(_ second: Int64) -> Moment { Moment(milliseconds: second * 1000) }

    @Test func `has the earliest first, and equal ones as they came`() {
        var agenda = Agenda()
        agenda.set(.message("b"), from: moment(5))
        agenda.set(.message("a"), from: moment(3))
        agenda.set(.message("c"), from: moment(5))
        #expect(agenda.deadlines.map(\.subject) == [.message("a"), .message("b"), .message("c")])
        #expect(agenda.first?.from == moment(3))
    }

    @Test func `knows each subject once: the last word counts`() {
        var agenda = Agenda()
        agenda.set(.promise("a"), from: moment(3))
        agenda.set(.promise("a"), from: moment(9))
        #expect(agenda.deadlines.map(\.from) == [moment(9)])
        #expect(agenda.has(.promise("a")) && !agenda.has(.promiseReminder("a")))
        agenda.drop(.promise("a"))
        #expect(agenda.first == nil)
    }
}

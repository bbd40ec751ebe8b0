import HTTPTypes
import HouseRules

/// A line of the call register as the form sends it (REC-59, REC-63, REC-64).
struct CallForm: Sendable {
    let name: String?
    let phone: String?
    let text: PrivateText
    let numberRefused: Bool
    let isFirst: Bool
    let isSuspect: Bool
    let invitation: Invitation?
    let appointment: Moment?

    /// Reads the fields; what is wrong is told for each field.
    init(_ form: FormFields) throws(Problem) {
        name = form.text("name")
        phone = form.text("phone").map { $0.filter { !" -".contains($0) } }
        var text = PrivateText()
        text.needs = form.text("needs")
        text.sourceChannel = form.text("source_channel")
        text.expectedVisit = form.text("expected_visit")
        text.grade = form.text("grade")
        text.result = form.text("result")
        numberRefused = form["number_refused"] == "1"
        isFirst = form["first"] == "1"
        isSuspect = form["suspect"] == "1"
        text.isRefused = numberRefused ? true : nil
        text.isSuspect = isSuspect ? true : nil
        self.text = text
        invitation = form.text("invitation").flatMap(Invitation.init)
        let agreed = form.text("agreed")
        appointment = agreed.flatMap { Moment(local: $0) }
        var faults: [Problem.Field] = []
        if agreed != nil, appointment == nil {
            faults.append(.init(name: "agreed", sentence: "约定到访要写成日期和时刻。"))
        }
        if let phone, PersonKey.digits(phone).count < 5 || phone.count > 20 {
            faults.append(.init(name: "phone", sentence: phoneFault))
        }
        if let name, name.count > 40 {
            faults.append(.init(name: "name", sentence: "称呼最多 40 个字。"))
        }
        guard faults.isEmpty else {
            throw Problem(
                status: .unprocessableContent, title: "有几处要改",
                detail: faults.map(\.sentence).joined(), fields: faults)
        }
    }

    /// The columns that are filled; time and answerer the system knows.
    var filled: [CallColumn] {
        var columns: [CallColumn] = []
        if name != nil { columns.append(.name) }
        if phone != nil { columns.append(.phone) }
        if text.needs != nil { columns.append(.needs) }
        if text.sourceChannel != nil { columns.append(.sourceChannel) }
        if text.expectedVisit != nil { columns.append(.expectedVisit) }
        if text.grade != nil { columns.append(.grade) }
        if text.result != nil { columns.append(.result) }
        return columns
    }
}

extension Moment {
    /// `2025-06-07T10:00`, as forms send a local time; nil when it is none.
    init?(local text: String) {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = BusinessDay(parts[0]), let time = TimeOfDay(parts[1])
        else { return nil }
        self = day.at(time)
    }
}

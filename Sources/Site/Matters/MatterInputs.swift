import HouseRules

/// The questions of a short form as inputs.
struct MatterInputs: Sendable {
    let names: StaffDirectory
    let viewer: StaffID
    let now: Moment
    /// The customer whose page led here, and their masked words.
    var customer: (id: PersonID, words: String)?
    /// Changes that wait for a signature.
    var changes: [Choice] = []
    /// Tells the inputs of several forms on one page apart.
    var suffix = ""

    func html(_ field: MatterField) -> HTML {
        switch field {
        case .customer: subject
        case .other(let label): phone("other", label)
        case .numbers(let label):
            TextArea(name: "numbers", label: label, maxLength: 2000, suffix: suffix).html
        case .staff(let name, let label, let isSelf, let isRequired):
            SelectField(
                name: name, label: label, choices: names.consultants,
                selected: isSelf ? viewer.rawValue : nil, isRequired: isRequired, suffix: suffix
            ).html
        case .supervisor(let name, let label):
            SelectField(
                name: name, label: label, choices: supervisors, isRequired: true, suffix: suffix
            ).html
        case .colleagues(let label): boxes("people", label, names.consultants)
        case .choice(let name, let label, let choices):
            SelectField(
                name: name, label: label, choices: choices,
                selected: choices.count == 1 ? choices[0].value : nil, isRequired: true,
                suffix: suffix
            ).html
        case .choices(let name, let label, let choices): boxes(name, label, choices)
        case .day(let name, let label): time(name, label, "date", now.day.text)
        case .moment(let name, let label): time(name, label, "datetime-local", now.localText)
        case .flag(let name, let label):
            """
            <label class="check"><input type="checkbox" name="\(name)" value="1"> \(label)</label>
            """
        case .word(let name, let label, let isRequired):
            TextField(name, label, isRequired: isRequired, maxLength: 40, suffix: suffix).html
        case .money(let name, let label, let isRequired):
            TextField(
                name, label + "（元）", isRequired: isRequired, inputMode: "decimal", maxLength: 14,
                suffix: suffix
            ).html
        case .number(let name, let label):
            TextField(
                name, label, value: "1", isRequired: true, inputMode: "numeric", maxLength: 4,
                suffix: suffix
            ).html
        case .note(let label):
            TextArea(
                name: "note", label: label, isRequired: true, maxLength: 500, suffix: suffix
            ).html
        case .lines(let name, let label, let hint):
            TextArea(name: name, label: label, hint: hint, suffix: suffix).html
        case .change:
            SelectField(
                name: "change", label: "哪一张申请", choices: changes, isRequired: true,
                suffix: suffix
            ).html
        }
    }

    private func time(_ name: String, _ label: String, _ type: String, _ value: String) -> HTML {
        TextField(name, label, type: type, value: value, isRequired: true, suffix: suffix).html
    }

    private var supervisors: [Choice] {
        names.people.filter { $0.isActive && $0.role == .salesSupervisor }.map {
            Choice(value: $0.staff.rawValue, label: $0.name)
        }
    }

    private var subject: HTML {
        guard let customer else { return phone("phone", "客户的电话") }
        return """
            <p>客户：<strong>\(customer.words)</strong></p>
            <input type="hidden" name="customer" value="\(customer.id.rawValue)">
            """
    }

    private func phone(_ name: String, _ label: String) -> HTML {
        TextField(
            name, label, type: "tel", hint: "登记过的完整号码。", isRequired: true, inputMode: "tel",
            maxLength: 40, suffix: suffix
        ).html
    }

    private func boxes(_ name: String, _ label: String, _ choices: [Choice]) -> HTML {
        let lines: [HTML] = choices.map {
            """
            <label class="check"><input type="checkbox" name="\(name)" value="\($0.value)"> \
            \($0.label)</label>
            """
        }
        return "<fieldset class=\"field\"><legend>\(label)</legend>\(lines)</fieldset>"
    }
}

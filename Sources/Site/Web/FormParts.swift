/// The label, hint and fault around an input, tied to it for screen readers.
private struct FieldFrame {
    let name: String
    let label: String
    let hint: String?
    let fault: String?
    let isRequired: Bool
    /// Tells fields of one name on one page apart.
    var suffix = ""

    var id: String { "field-" + name + suffix }

    /// Attributes the input itself carries.
    var attributes: HTML {
        let described = [hint.map { _ in id + "-hint" }, fault.map { _ in id + "-fault" }]
            .compactMap(\.self).joined(separator: " ")
        let description: HTML? =
            described.isEmpty ? nil : " aria-describedby=\"\(described)\""
        let invalid: HTML? = fault.map { _ in " aria-invalid=\"true\"" }
        return """
             id="\(id)" name="\(name)"\(flag: "required", isRequired)\(description)\(invalid)
            """
    }

    func around(_ input: HTML) -> HTML {
        let mark: HTML? = isRequired ? nil : "<span class=\"optional\">（可不填）</span>"
        return """
            <div class="field"><label for="\(id)">\(label)\(mark)</label>
            \(input)\(notes)</div>

            """
    }

    var notes: HTML {
        let hintLine: HTML? = hint.map { "\n<p class=\"hint\" id=\"\(id)-hint\">\($0)</p>" }
        let faultLine: HTML? = fault.map {
            "\n<p class=\"fault\" id=\"\(id)-fault\">\(Icon.warning.html)\($0)</p>"
        }
        return "\(hintLine)\(faultLine)"
    }
}

/// One line of text.
struct TextField: Sendable {
    let name: String
    let label: String
    var type = "text"
    var value = ""
    var hint: String?
    var fault: String?
    var isRequired = false
    var autocomplete = "off"
    /// `numeric`, `tel` or `decimal` bring up the right keyboard on phones.
    var inputMode: String?
    var maxLength = 200
    /// Tells fields of one name on one page apart, such as `-2`.
    var suffix = ""

    init(
        _ name: String, _ label: String, type: String = "text", value: String = "",
        hint: String? = nil, fault: String? = nil, isRequired: Bool = false,
        autocomplete: String = "off", inputMode: String? = nil, maxLength: Int = 200,
        suffix: String = ""
    ) {
        (self.name, self.label, self.type, self.value) = (name, label, type, value)
        (self.hint, self.fault, self.isRequired) = (hint, fault, isRequired)
        (self.autocomplete, self.inputMode, self.maxLength) = (autocomplete, inputMode, maxLength)
        self.suffix = suffix
    }

    var html: HTML {
        let frame = FieldFrame(
            name: name, label: label, hint: hint, fault: fault, isRequired: isRequired,
            suffix: suffix)
        let mode: HTML? = inputMode.map { " inputmode=\"\($0)\"" }
        return frame.around(
            """
            <input type="\(type)"\(frame.attributes) value="\(value)" \
            autocomplete="\(autocomplete)" maxlength="\(maxLength)"\(mode)>
            """)
    }
}

/// Several lines of text.
struct TextArea: Sendable {
    let name: String
    let label: String
    var value = ""
    var hint: String?
    var fault: String?
    var isRequired = false
    var rows = 3
    var maxLength = 2000
    /// Tells fields of one name on one page apart, such as `-2`.
    var suffix = ""

    var html: HTML {
        let frame = FieldFrame(
            name: name, label: label, hint: hint, fault: fault, isRequired: isRequired,
            suffix: suffix)
        return frame.around(
            """
            <textarea\(frame.attributes) rows="\(rows)" maxlength="\(maxLength)">
            \(value)</textarea>
            """)
    }
}

/// Something that can be chosen.
struct Choice: Sendable {
    let value: String
    let label: String
    /// A few words below the label.
    var note: String?
}

/// One of a longer list.
struct SelectField: Sendable {
    let name: String
    let label: String
    let choices: [Choice]
    var selected: String?
    var hint: String?
    var fault: String?
    var isRequired = false
    /// Tells fields of one name on one page apart, such as `-2`.
    var suffix = ""

    var html: HTML {
        let frame = FieldFrame(
            name: name, label: label, hint: hint, fault: fault, isRequired: isRequired,
            suffix: suffix)
        let options: [HTML] = choices.map {
            """
            <option value="\($0.value)"\(flag: "selected", $0.value == selected)>\
            \($0.label)</option>
            """
        }
        let none: HTML = "<option value=\"\">请选择</option>"
        return frame.around("<select\(frame.attributes)>\(none)\(options)</select>")
    }
}

/// One of a few, all in sight and a thumb wide.
struct ChoiceChips: Sendable {
    let name: String
    let label: String
    let choices: [Choice]
    var selected: String?
    var hint: String?
    var fault: String?
    var isRequired = false

    var html: HTML {
        let frame = FieldFrame(
            name: name, label: label, hint: hint, fault: fault, isRequired: isRequired)
        let description: HTML? =
            hint != nil || fault != nil
            ? " aria-describedby=\"\(frame.id)-\(fault == nil ? "hint" : "fault")\"" : nil
        let chips: [HTML] = choices.map { choice in
            let note: HTML? = choice.note.map { "<small>\($0)</small>" }
            return """
                <label class="chip"><input type="radio" name="\(name)" value="\(choice.value)"\
                \(flag: "checked", choice.value == selected)\(flag: "required", isRequired)>\
                <span>\(choice.label)\(note)</span></label>

                """
        }
        return """
            <fieldset class="field chips"\(description)><legend>\(label)</legend>
            <div class="chip-row">\(chips)</div>\(frame.notes)</fieldset>

            """
    }
}

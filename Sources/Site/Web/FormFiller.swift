/// Puts what was typed into the markup of one form, and every fault behind its field.
struct FormFiller {
    private let text: Substring
    private let typed: FormFields
    private let faults: [Problem.Field]
    private var output = ""
    private var at: String.Index
    /// The end of the opening tag, in the output.
    private var head = ""
    /// Names of fields whose fault is told.
    private(set) var faulted: Set<String> = []
    /// A fault that stands behind the group of boxes it belongs to.
    private var waiting: HTML?
    private var select: String?

    init(_ text: Substring, typed: FormFields, faults: [Problem.Field]) {
        (self.text, self.typed, self.faults) = (text, typed, faults)
        at = text.startIndex
    }

    /// The opening tag of the form, and all the rest.
    var parts: (head: String, rest: String) { (head, output) }

    /// What is wrong with fields that the form does not have.
    func untold(beside problem: Problem) -> String? {
        let left = faults.filter { !faulted.contains($0.name) }.map(\.sentence)
        return left.isEmpty ? nil : left.joined()
    }

    mutating func run() {
        while let start = text[at...].firstIndex(of: "<") {
            output += text[at..<start]
            let end = text[start...].firstIndex(of: ">").map { text.index(after: $0) }
            at = end ?? text.endIndex
            take(text[start..<at])
        }
        output += text[at...]
    }

    private mutating func take(_ tag: Substring) {
        let name = tag.dropFirst().prefix { $0.isLetter || $0 == "/" }
        switch name {
        case "form":
            (head, output) = (String(tag), "")
        case "input": input(tag)
        case "textarea": area(tag)
        case "select":
            select = MarkupTag(tag)["name"]
            output += marked(tag, select)
        case "option": output += option(tag)
        case "/select":
            output += tag
            tell(select)
            select = nil
        case "/fieldset":
            if let fault = waiting { output += fault.string }
            waiting = nil
            output += tag
        default: output += tag
        }
    }

    private mutating func input(_ tag: Substring) {
        let parsed = MarkupTag(tag)
        let name = parsed["name"]
        switch parsed["type"] ?? "text" {
        case "hidden", "password", "file", "submit": output += tag
        case "checkbox", "radio":
            let isOn = name.map { typed.all($0).contains(parsed["value"] ?? "on") } ?? false
            let plain = tag.replacing(" checked", with: "")
            output += isOn ? plain.dropLast() + " checked>" : plain
            if waiting == nil, let name, !faulted.contains(name), let fault = fault(of: name) {
                waiting = fault
            }
        default:
            output += valued(marked(tag, name), name)
            tell(name)
        }
    }

    private func valued(_ tag: String, _ name: String?) -> String {
        guard let name, let value = typed[name] else { return tag }
        let written = " value=\"\(HTML(text: value).string)\""
        guard let start = tag.firstRange(of: " value=\"") else {
            return tag.dropLast() + written + ">"
        }
        let rest = tag[start.upperBound...]
        let end = rest.firstIndex(of: "\"").map { tag.index(after: $0) } ?? tag.endIndex
        return tag[..<start.lowerBound] + written + tag[end...]
    }

    private mutating func area(_ tag: Substring) {
        let name = MarkupTag(tag)["name"]
        output += marked(tag, name)
        guard let end = text[at...].firstRange(of: "</textarea>") else { return }
        if let name, let value = typed[name] {
            output += "\n" + HTML(text: value).string
        } else {
            output += text[at..<end.lowerBound]
        }
        output += "</textarea>"
        at = end.upperBound
        tell(name)
    }

    private func option(_ tag: Substring) -> String {
        guard let select, let value = typed[select] else { return String(tag) }
        let plain = tag.replacing(" selected", with: "")
        return MarkupTag(tag)["value"] == value && !value.isEmpty
            ? plain.dropLast() + " selected>" : String(plain)
    }

    /// A faulty input says so and points at its sentence.
    private func marked(_ tag: Substring, _ name: String?) -> String {
        guard let name, faults.sentence(of: name) != nil, !faulted.contains(name),
            !tag.contains(" aria-invalid")
        else { return String(tag) }
        let plain = tag.replacing(/\ aria-describedby="[^"]*"/, with: "")
        return plain.dropLast()
            + " aria-invalid=\"true\" aria-describedby=\"fault-\(HTML(text: name).string)\">"
    }

    private mutating func tell(_ name: String?) {
        guard let name, let fault = fault(of: name) else { return }
        output += fault.string
    }

    private mutating func fault(of name: String) -> HTML? {
        guard let sentence = faults.sentence(of: name), faulted.insert(name).inserted else {
            return nil
        }
        return """
            <p class="fault" id="fault-\(name)">\(Icon.warning.html)\(sentence)</p>
            """
    }
}

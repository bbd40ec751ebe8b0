import Foundation

/// Any JSON.
enum JSONValue: Decodable, Equatable {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    subscript(key: String) -> JSONValue? {
        if case .object(let fields) = self { return fields[key] }
        return nil
    }

    var fields: [String: JSONValue] {
        if case .object(let fields) = self { return fields }
        return [:]
    }

    var items: [JSONValue] {
        if case .list(let items) = self { return items }
        return []
    }

    var string: String? {
        if case .text(let text) = self { return text }
        return nil
    }

    var double: Double? {
        if case .number(let number) = self { return number }
        return nil
    }
}

/// Checks values against the schemas of a description, as far as ours use the language.
struct SchemaCheck {
    let document: JSONValue

    /// What a schema, a response or a parameter stands for when it is a reference.
    func resolved(_ value: JSONValue) -> JSONValue {
        guard let place = value["$ref"]?.string else { return value }
        return place.split(separator: "/").dropFirst().reduce(document) {
            $0[String($1)] ?? .null
        }
    }

    /// What does not fit, each with its place; empty when all does.
    func faults(
        of value: JSONValue, against schema: JSONValue, at place: String = "$"
    ) -> [String] {
        let schema = resolved(schema)
        guard case .object(let rules) = schema else { return ["\(place): no schema"] }
        var faults: [String] = []
        if let types = rules["type"], !typeNames(types).contains(where: { fits(value, $0) }) {
            return ["\(place): \(value) is not \(typeNames(types))"]
        }
        if let choices = rules["enum"], !choices.items.contains(value) {
            faults.append("\(place): \(value) is none of the enum")
        }
        switch value {
        case .text(let text): faults += textFaults(text, rules, place)
        case .number(let number): faults += numberFaults(number, rules, place)
        case .list(let items):
            for (index, item) in items.enumerated() {
                faults += self.faults(
                    of: item, against: rules["items"] ?? .null, at: "\(place)[\(index)]")
            }
        case .object(let fields): faults += fieldFaults(fields, rules, place)
        case .null, .bool: break
        }
        return faults
    }

    private func typeNames(_ types: JSONValue) -> [String] {
        types.string.map { [$0] } ?? types.items.compactMap(\.string)
    }

    private func fits(_ value: JSONValue, _ type: String) -> Bool {
        switch (value, type) {
        case (.null, "null"), (.bool, "boolean"), (.number, "number"), (.text, "string"),
            (.list, "array"), (.object, "object"):
            true
        case (.number(let number), "integer"): number == number.rounded()
        default: false
        }
    }

    private func textFaults(
        _ text: String, _ rules: [String: JSONValue], _ place: String
    ) -> [String] {
        var faults: [String] = []
        if let pattern = rules["pattern"]?.string,
            text.range(of: pattern, options: .regularExpression) == nil
        {
            faults.append("\(place): '\(text)' does not match \(pattern)")
        }
        if let most = rules["maxLength"]?.double, Double(text.count) > most {
            faults.append("\(place): longer than \(most)")
        }
        if let least = rules["minLength"]?.double, Double(text.count) < least {
            faults.append("\(place): shorter than \(least)")
        }
        return faults
    }

    private func numberFaults(
        _ number: Double, _ rules: [String: JSONValue], _ place: String
    ) -> [String] {
        if let least = rules["minimum"]?.double, number < least { return ["\(place): too small"] }
        if let most = rules["maximum"]?.double, number > most { return ["\(place): too large"] }
        return []
    }

    private func fieldFaults(
        _ fields: [String: JSONValue], _ rules: [String: JSONValue], _ place: String
    ) -> [String] {
        let known = rules["properties"]?.fields ?? [:]
        var faults = (rules["required"]?.items ?? []).compactMap(\.string)
            .filter { fields[$0] == nil }.map { "\(place): no \($0)" }
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            if let schema = known[name] {
                faults += self.faults(of: value, against: schema, at: "\(place).\(name)")
            } else if rules["additionalProperties"] == .bool(false) {
                faults.append("\(place): \(name) is not described")
            }
        }
        return faults
    }
}

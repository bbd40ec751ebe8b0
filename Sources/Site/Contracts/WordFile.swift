import Foundation

/// Why a file is no Word file that may be filled in.
enum WordFault: Error, Equatable {
    /// No .docx at all.
    case notWord
    /// The .doc of old, or protected by a password.
    case closed
    /// It has macros.
    case macros
    /// Something else lies in it: a control, another file.
    case embedded
    /// It fetches something from elsewhere.
    case external
    /// A part with a name that leads out of the file, or twice the same.
    case strangeName
    /// Too large, packed or unpacked.
    case tooLarge
    /// A part that cannot be read.
    case broken

    /// What is wrong, and what to do.
    var sentence: String {
        switch self {
        case .notWord: "这不是 .docx 文件。范本只收 Word 的 .docx，按文件内容认，改后缀没有用。请在 Word 里另存为 .docx。"
        case .closed: "这是旧版 .doc，或设了打开密码。请在 Word 里去掉密码，另存为 .docx。"
        case .macros: "文件里有宏，不收。请在 Word 里另存为不带宏的 .docx。"
        case .embedded: "文件里嵌了控件、宏表格或别的文件，不收。请删掉再存。"
        case .external: "文件引用了外部的模板、图片、数据或命令域，不收。请改成文件自带的内容再存。"
        case .strangeName: "文件里有路径不对或重名的部件，不像 Word 存出来的。请在 Word 里打开，另存一份。"
        case .tooLarge: "文件太大：最大 10 MB，展开以后最大 60 MB。请压缩里面的图片。"
        case .broken: "文件坏了，读不出来。请在 Word 里打开，另存一份再传。"
        }
    }
}

/// A Word file in its parts, safe to fill in: no macros, nothing in it that is fetched or run.
struct WordFile: Sendable {
    /// The largest, in bytes.
    static let limit = Attachment.limit
    /// The largest unpacked: a small file can hold an endless one.
    static let unpackedLimit = 60 << 20
    /// How it is sent.
    static let media =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    /// One part.
    struct Part: Sendable {
        let name: String
        var bytes: [UInt8]
        /// Its nodes, when it holds text that may have places to be filled in.
        var nodes: [WordNode]?
    }

    private(set) var parts: [Part] = []

    private static let types = "[Content_Types].xml"
    private static let main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    /// Kinds of parts with text.
    private static let texts = ["document.main", "header", "footer", "footnotes", "endnotes"]
        .map { "\(main).\($0)+xml" }

    /// Reads a file as it was sent.
    init(_ bytes: [UInt8]) throws(WordFault) {
        guard bytes.count <= Self.limit else { throw .tooLarge }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .closed }
        guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { throw .notWord }
        do throws(ZipParts.Fault) {
            let zip = try ZipParts(Data(bytes), largest: Self.unpackedLimit)
            guard zip.contains(Self.types) else { throw .unsupported }
            try take(zip)
        } catch {
            switch error {
            case .broken: throw .broken
            case .unsupported: throw .notWord
            case .tooLarge: throw .tooLarge
            }
        }
        try check()
        try open()
    }

    /// The file again, with what was changed.
    var content: [UInt8] {
        ZipFile(
            parts.map { part in
                guard let nodes = part.nodes else { return (part.name, part.bytes) }
                var bytes: [UInt8] = []
                bytes.reserveCapacity(part.bytes.count)
                for node in nodes { node.write(to: &bytes) }
                return (part.name, bytes)
            }
        ).content
    }

    /// Changes the nodes of every part with text.
    mutating func change(_ change: ([WordNode]) -> [WordNode]) {
        for index in parts.indices {
            if let nodes = parts[index].nodes { parts[index].nodes = change(nodes) }
        }
    }

    private mutating func take(_ zip: ZipParts) throws(ZipParts.Fault) {
        for name in zip.names where !name.hasSuffix("/") {
            var content: [UInt8] = []
            _ = try zip.unpack(name) { content += $0 }
            parts.append(Part(name: name, bytes: content))
            guard parts.count <= 2000 else { throw .tooLarge }
        }
    }

    /// Names that stay inside, no macros, nothing foreign.
    private func check() throws(WordFault) {
        let names = parts.map { $0.name.lowercased() }
        guard Set(names).count == names.count, names.allSatisfy(Self.staysInside) else {
            throw .strangeName
        }
        if names.contains(where: { $0.contains("vbaproject") || $0.contains("vbadata") }) {
            throw .macros
        }
        if names.contains(where: { $0.contains("/activex/") || $0.contains("/embeddings/") }) {
            throw .embedded
        }
        for part in parts where part.name.hasSuffix(".rels") { try checkLinks(of: part) }
    }

    private static func staysInside(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix("/") && !name.contains("\\") && !name.contains(":")
            && !name.contains("\0") && name.utf8.count <= 250
            && !name.split(separator: "/", omittingEmptySubsequences: false).contains {
                $0 == ".." || $0 == "." || $0.isEmpty
            }
    }

    /// Only links that a reader may click lead elsewhere.
    private func checkLinks(of part: Part) throws(WordFault) {
        guard let nodes = WordReader.nodes(of: part.bytes) else { throw .broken }
        for link in nodes.compactMap(\.element).flatMap(\.children).compactMap(\.element) {
            let kind = (link.attribute("Type") ?? "").lowercased()
            if ["afchunk", "oleobject", "control", "package"].contains(where: kind.hasSuffix) {
                throw .embedded
            }
            guard link.attribute("TargetMode")?.lowercased() == "external" else { continue }
            let target = (link.attribute("Target") ?? "").lowercased()
            guard kind.hasSuffix("/hyperlink"),
                ["http://", "https://", "mailto:"].contains(where: target.hasPrefix)
            else { throw .external }
        }
    }

    /// The parts with text as nodes; the list of kinds tells which they are.
    private mutating func open() throws(WordFault) {
        let list = parts.first { $0.name == Self.types }?.bytes ?? []
        guard let nodes = WordReader.nodes(of: list) else { throw .broken }
        var kinds: [String: String] = [:]
        for entry in nodes.compactMap(\.element).flatMap(\.children).compactMap(\.element) {
            let kind = entry.attribute("ContentType") ?? ""
            let plain = kind.lowercased()
            if plain.contains("macroenabled") || plain.contains("vba") { throw .macros }
            if plain.contains("activex") || plain.contains("oleobject") { throw .embedded }
            if let name = entry.attribute("PartName") { kinds[name] = kind }
        }
        guard kinds.values.contains(Self.texts[0]) else { throw .notWord }
        for index in parts.indices {
            guard let kind = kinds["/" + parts[index].name], Self.texts.contains(kind) else {
                continue
            }
            guard let nodes = WordReader.nodes(of: parts[index].bytes) else { throw .broken }
            try checkCommands(in: nodes)
            parts[index].nodes = nodes
        }
        guard parts.contains(where: { $0.nodes != nil }) else { throw .broken }
    }

    /// Fields that run a program or fetch a file when Word opens the document.
    private static let commands = ["DDE", "INCLUDETEXT", "INCLUDEPICTURE", "IMPORT", "LINK"]

    private func checkCommands(in nodes: [WordNode]) throws(WordFault) {
        for code in nodes.flatMap(Self.codes) {
            let word = code.uppercased().split(whereSeparator: { !$0.isLetter }).first ?? ""
            if Self.commands.contains(where: word.hasPrefix) { throw .external }
        }
    }

    /// What the fields of a paragraph say, however many runs they are split over.
    private static func codes(in node: WordNode) -> [String] {
        guard let element = node.element else { return [] }
        if element.name.hasSuffix(":fldSimple") {
            return [element.attribute("w:instr") ?? ""] + element.children.flatMap(codes)
        }
        guard element.name.hasSuffix(":p") else { return element.children.flatMap(codes) }
        var open: [String] = []
        var found: [String] = []
        collect(element, &open, &found)
        return found + open
    }

    private static func collect(
        _ element: WordElement, _ open: inout [String], _ found: inout [String]
    ) {
        for child in element.children.compactMap(\.element) {
            if child.name.hasSuffix(":instrText") {
                open.append((open.popLast() ?? "") + child.text)
            } else if child.name.hasSuffix(":fldChar") {
                switch child.attribute("w:fldCharType") {
                case "begin": open.append("")
                case "end": if let code = open.popLast() { found.append(code) }
                default: break
                }
            } else if child.name.hasSuffix(":fldSimple") {
                found.append(child.attribute("w:instr") ?? "")
                collect(child, &open, &found)
            } else {
                collect(child, &open, &found)
            }
        }
    }
}

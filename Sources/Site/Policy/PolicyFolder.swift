import Foundation
import HouseRules

/// A folder of rule packs, `P001.yaml` and so on.
public struct PolicyFolder: Sendable {
    /// The folder's path.
    public let path: String

    /// A folder by its path.
    public init(_ path: String) { self.path = path }

    /// The names of the packs in it, in order; none when it cannot be read.
    public var names: [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
    }

    /// The pack of this name, with the packs it starts from.
    public func pack(_ name: String) throws(SourceFaults) -> PolicyPack {
        try pack(name, under: [])
    }

    /// A pack in a file anywhere whose bases lie in this folder.
    public func pack(file: String, shown: String? = nil) throws(SourceFaults) -> PolicyPack {
        try read(file, shown: shown ?? file, under: [])
    }

    private func pack(_ name: String, under chain: [String]) throws(SourceFaults) -> PolicyPack {
        let file = "\(path)/\(name).yaml"
        guard isPlain(name), !chain.contains(name) else {
            let sentence =
                chain.contains(name)
                ? "底本绕成了一个圈：\((chain + [name]).joined(separator: " → "))。"
                : "“\(name)”不像制度包的名字。"
            throw SourceFaults([SourceFault(file: file, line: 1, column: 1, sentence)])
        }
        return try read(file, shown: file, under: chain + [name])
    }

    private func read(_ file: String, shown: String, under chain: [String]) throws(SourceFaults)
        -> PolicyPack
    {
        let text = try SourceText.read(path: file, shown: shown)
        return try PolicyPack.read(text: text, file: shown) {
            (base) throws(SourceFaults) -> PolicyPack? in try pack(base, under: chain)
        }
    }

    private func isPlain(_ name: String) -> Bool {
        !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    }
}

/// Reads each pack once while many scenarios are read.
final class PackMemo {
    private let folder: PolicyFolder
    private var known: [String: PolicyPack] = [:]

    init(_ folder: PolicyFolder) { self.folder = folder }

    func pack(_ name: String) throws(SourceFaults) -> PolicyPack {
        if let pack = known[name] { return pack }
        let pack = try folder.pack(name)
        known[name] = pack
        return pack
    }
}

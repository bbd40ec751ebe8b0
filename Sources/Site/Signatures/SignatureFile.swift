import Foundation
import HouseRules

/// A signature as it is kept beside the signed papers: what was drawn or typed, as what, and the
/// very words that were signed. Its hash stands in the journal.
struct SignatureFile: Codable, Sendable, Hashable {
    /// The paper's heading.
    let paper: String
    /// As what somebody signed.
    let place: String
    /// The full name, typed instead of drawn.
    let name: String?
    /// The strokes as the pad sent them.
    let strokes: String?
    /// What was signed.
    let text: String

    private enum CodingKeys: String, CodingKey {
        case format = "anchang_signature"
        case paper, place, name, strokes, text
    }

    /// How every such file begins.
    static let beginning = Array("{\"anchang_signature\":1,".utf8)

    /// A file of a signature given now.
    init(_ mark: SignatureMark, on paper: String, as place: String, text: String) {
        (self.paper, self.place, self.text) = (paper, place, text)
        switch mark {
        case .drawn(let drawn): (strokes, name) = (drawn.text, nil)
        case .typed(let typed): (strokes, name) = (nil, typed)
        }
    }

    /// A file that was kept; nil when it is none.
    init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: Self.beginning),
            let file = try? JSONDecoder().decode(SignatureFile.self, from: Data(bytes)),
            file.mark != nil
        else { return nil }
        self = file
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        paper = try container.decode(String.self, forKey: .paper)
        place = try container.decode(String.self, forKey: .place)
        name = try container.decodeIfPresent(String.self, forKey: .name)
        strokes = try container.decodeIfPresent(String.self, forKey: .strokes)
        text = try container.decode(String.self, forKey: .text)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .format)
        try container.encode(paper, forKey: .paper)
        try container.encode(place, forKey: .place)
        try container.encodeIfPresent(name, forKey: .name)
        try container.encodeIfPresent(strokes, forKey: .strokes)
        try container.encode(text, forKey: .text)
    }

    /// What was drawn or typed; nil when the file holds neither.
    var mark: SignatureMark? {
        if let strokes { return (try? SignatureStrokes(sent: strokes)).map { .drawn($0) } }
        return name.map { .typed($0) }
    }

    /// The same as bytes, always the same for the same signature.
    var bytes: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return Array(try encoder.encode(self))
        }
    }
}

extension Attachment {
    /// A signature given on the screen.
    init(_ signature: SignatureFile) throws {
        self.init(.signature, try signature.bytes)
    }
}

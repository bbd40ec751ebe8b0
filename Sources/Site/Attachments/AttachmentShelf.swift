import Foundation
import HTTPTypes

/// What an attachment is, told by its first bytes and never by its name.
enum AttachmentType: String, Sendable, CaseIterable {
    case jpeg, png, pdf
    /// Given on the screen; nobody brings one as a file.
    case signature

    /// What people bring as files.
    static let brought: [AttachmentType] = [.jpeg, .png, .pdf]

    /// Nil for what is none of those that people bring.
    init?(of bytes: [UInt8]) {
        guard let found = Self.brought.first(where: { bytes.starts(with: $0.beginning) }) else {
            return nil
        }
        self = found
    }

    private var beginning: [UInt8] {
        switch self {
        case .jpeg: [0xFF, 0xD8, 0xFF]
        case .png: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        case .pdf: Array("%PDF-".utf8)
        case .signature: SignatureFile.beginning
        }
    }

    /// The type as it is sent.
    var media: String {
        switch self {
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .pdf: "application/pdf"
        case .signature: "application/json"
        }
    }

    /// What pages call it.
    var label: String {
        switch self {
        case .jpeg, .png: "照片"
        case .pdf: "PDF"
        case .signature: "屏幕签名"
        }
    }

    /// How its file's name ends.
    var ending: String {
        switch self {
        case .jpeg: "jpg"
        case .png, .pdf: rawValue
        case .signature: "json"
        }
    }
}

/// A file that may be kept.
struct Attachment: Sendable {
    let type: AttachmentType
    let bytes: [UInt8]
    /// SHA-256 of the content, in hexadecimal: its name.
    let hash: String

    /// What the journal says of it: so it cannot be exchanged later.
    var mark: String { "〔附件 SHA-256 \(hash)〕" }

    /// The largest, in bytes.
    static let limit = 10 << 20
    /// The largest body of a form with one: the file, the fields and what is around them.
    static let bodyLimit = limit + (64 << 10)

    /// Refuses what is too large, empty, or neither JPEG, PNG nor PDF.
    init(_ bytes: [UInt8]) throws(Problem) {
        guard bytes.count <= Self.limit else {
            throw Problem(
                status: .contentTooLarge, title: "附件太大",
                detail: "一个附件最大 10 MB。请把照片拍小一些，或把 PDF 分开。")
        }
        guard !bytes.isEmpty else { throw .badRequest("附件是空的，请重新选文件。") }
        guard let type = AttachmentType(of: bytes) else {
            throw Problem(
                status: .unsupportedMediaType, title: "这种文件不能作附件",
                detail: "附件只收 JPEG、PNG 照片和 PDF，按文件内容认，改后缀没有用。请重新拍照或另存。")
        }
        self.init(type, bytes)
    }

    /// What is known to be of a type.
    init(_ type: AttachmentType, _ bytes: [UInt8]) {
        (self.type, self.bytes) = (type, bytes)
        hash = hex(sha256(bytes))
    }
}

/// Attachments in a folder: each under the hash of its content, sealed.
struct AttachmentShelf: Sendable {
    let folder: URL
    let key: PersonKey

    /// Keeps a file; the same content again changes nothing.
    /// - Throws: What writing throws; nothing half-written remains.
    func keep(_ attachment: Attachment) throws {
        try keep(attachment.bytes, under: attachment.hash)
    }

    /// Keeps a file of any kind under the hash of its content.
    func keep(_ bytes: [UInt8], under hash: String) throws {
        let place = place(hash)
        guard !FileManager.default.fileExists(atPath: place.path) else { return }
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        let sealed = key.sealed(bytes, as: context(hash))
        try Data(sealed).write(to: place, options: .atomic)
    }

    /// The content; nil when the file is gone, was changed, or belongs to another key.
    func read(_ hash: String) -> [UInt8]? {
        guard let data = try? Data(contentsOf: place(hash)),
            let plain = try? key.opened(Array(data), as: context(hash)),
            hex(sha256(plain)) == hash
        else { return nil }
        return plain
    }

    /// Takes a file away.
    func remove(_ hash: String) { try? FileManager.default.removeItem(at: place(hash)) }

    private func place(_ hash: String) -> URL {
        folder.appending(path: String(hash.prefix(2))).appending(path: hash)
    }

    private func context(_ hash: String) -> String { "attachment\u{0}\(hash)" }
}

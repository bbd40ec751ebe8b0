import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The site's own files and the fetched ones, in memory under addresses that name their content.
struct AssetShelf: Sendable {
    private struct Asset: Sendable {
        let body: ByteBuffer
        let type: String
        let tag: String
    }

    private let byPath: [String: Asset]
    private let pathByName: [String: String]

    /// The files that came with this program.
    static let shared = AssetShelf(
        directory: resources.appendingPathComponent("Resources/public"))

    /// The folder beside the program that holds its resources.
    static var resources: URL { Bundle.module.bundleURL }

    /// The address of a file such as `css/app.css`; nil when it is not there, as when the fetched
    /// files were not fetched.
    static func url(_ name: String) -> String? { shared.url(name) }

    /// Reads every file below `directory`. The style sheets become one, `css/app.css`.
    init(directory: URL) {
        var files = Self.files(below: directory)
        let sheets = files.keys.filter { $0.hasPrefix("css/") }.sorted()
        if !sheets.isEmpty {
            var joined = Data(Self.layers.utf8)
            for sheet in sheets { joined += files.removeValue(forKey: sheet) ?? Data() }
            files["css/app.css"] = joined
        }
        var byPath: [String: Asset] = [:]
        var pathByName: [String: String] = [:]
        for (name, content) in files {
            guard let type = Self.types[(name as NSString).pathExtension] else { continue }
            let hash = String(hex(sha256(content)).prefix(12))
            let stem = (name as NSString).deletingPathExtension
            let path = "/assets/\(stem).\(hash).\((name as NSString).pathExtension)"
            byPath[path] = Asset(
                body: ByteBuffer(bytes: content), type: type, tag: "\"\(hash)\"")
            pathByName[name] = path
        }
        (self.byPath, self.pathByName) = (byPath, pathByName)
    }

    /// The order in which later sheets win, whatever the order of the files.
    private static let layers =
        "@layer reset, tokens, base, layout, components, features, print;\n"

    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
        "svg": "image/svg+xml", "png": "image/png", "ico": "image/x-icon",
        "woff2": "font/woff2", "webmanifest": "application/manifest+json",
    ]

    private static func files(below directory: URL) -> [String: Data] {
        let root = directory.resolvingSymlinksInPath().path + "/"
        let all = FileManager.default.enumerator(at: directory, includingPropertiesForKeys: nil)
        var files: [String: Data] = [:]
        for case let url as URL in all ?? FileManager.DirectoryEnumerator() {
            let path = url.resolvingSymlinksInPath().path
            guard path.hasPrefix(root), let content = try? Data(contentsOf: url) else { continue }
            files[String(path.dropFirst(root.count))] = content
        }
        return files
    }

    /// The address of a file, with its content's hash in it.
    func url(_ name: String) -> String? { pathByName[name] }

    /// The route that gives the files out.
    var route: Route {
        Route(.get, "/assets/**", access: .anyone, kind: .asset, summary: "样式、脚本和图片") {
            [self] call in try answer(call.request)
        }
    }

    /// Looks the address up as it was sent: nothing outside the table can be reached.
    private func answer(_ request: Request) throws(Problem) -> Answer {
        guard let asset = byPath[request.uri.path] else { throw .notFound }
        var answer = Answer(type: asset.type, body: ResponseBody(byteBuffer: asset.body))
        if request.headers[.ifNoneMatch]?.contains(asset.tag) == true {
            answer = Answer(status: .notModified)
        }
        answer.isStored = true
        answer.headers[.cacheControl] = "public, max-age=31536000, immutable"
        answer.headers[.eTag] = asset.tag
        return answer
    }
}

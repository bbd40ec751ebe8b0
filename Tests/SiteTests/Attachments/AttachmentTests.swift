import Database
import Foundation
import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite struct `Attachments of a customer` {
    private static let path = "/customers/p-v1/attachments"

    private func files(_ world: PrivacyWorld) -> [String] {
        let folder = world.site.folder.appending(path: "attachments").path
        let found = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
        return found.filter { $0.count > 60 }.sorted()
    }

    @Test(arguments: [Paper.jpeg, Paper.png, Paper.pdf])
    func `are kept under the hash of their content, sealed, and come back as they were`(
        paper: [UInt8]
    ) async throws {
        try await withPrivacy { world in
            let own = try await world.site.visitor(.anran)
            #expect(try await own.upload(Self.path, ["note": "签字"], file: paper).status == 303)
            let hash = hex(sha256(paper))
            #expect(files(world) == ["\(hash.prefix(2))/\(hash)"])
            let stored = world.site.folder.appending(path: "attachments/\(hash.prefix(2))/\(hash)")
            #expect(try Data(contentsOf: stored).range(of: Data(paper)) == nil, "it is sealed")
            let answer = try await own.get("\(Self.path)/\(hash)")
            #expect(answer.status == 200 && answer.bytes == paper)
            #expect(answer.headers[.contentDisposition]?.hasPrefix("attachment;") == true)
            #expect(answer.headers[.contentType] == AttachmentType(of: paper)?.media)
            #expect(answer.headers[.xContentTypeOptions] == "nosniff")
            let page = try await world.words("/customers/p-v1", .anran)
            #expect(page.contains("签字 安然 6月2日") && page.contains(String(hash.prefix(16))))
        }
    }

    @Test func `take ten megabytes, and not one byte more`() async throws {
        try await withPrivacy { world in
            let own = try await world.site.visitor(.anran)
            let most = Paper.photo(10 << 20)
            #expect(try await own.upload(Self.path, ["note": "满"], file: most).status == 303)
            let back = try await own.get("\(Self.path)/\(hex(sha256(most)))")
            #expect(back.bytes.count == 10_485_760)
            let more = try await own.upload(
                Self.path, ["note": "超"], file: Paper.photo((10 << 20) + 1))
            #expect(more.status == 413 && more.text.contains("附件太大"))
            let far = try await own.upload(
                Self.path, ["note": "超"], file: Paper.photo((10 << 20) + (70 << 10)))
            #expect(far.status == 413)
            #expect(try await world.site.count("attachment") == 1)
        }
    }

    @Test(arguments: [
        ("<html><script>alert(1)</script>", "a.jpg", 415), ("", "a.jpg", 400),
        ("GIF89a", "a.png", 415), ("MZ", "a.pdf", 415), ("%PDF", "a.pdf", 415),
    ])
    func `of another kind are refused, whatever they are called`(
        content: String, name: String, status: Int
    ) async throws {
        try await withPrivacy { world in
            let answer = try await world.site.visitor(.anran).upload(
                Self.path, ["note": "甲"], file: Array(content.utf8), named: name)
            #expect(answer.status == status, "\(answer.words)")
            #expect(files(world).isEmpty)
            #expect(try await world.site.count("attachment") == 0)
        }
    }

    @Test(arguments: ["../../../escaped", "/etc/escaped", "a\\..\\escaped", ".", "甲.html"])
    func `take no path from the name of a file`(name: String) async throws {
        try await withPrivacy { world in
            let own = try await world.site.visitor(.anran)
            let done = try await own.upload(
                Self.path, ["note": "甲"], file: Paper.jpeg, named: name)
            #expect(done.status == 303)
            #expect(files(world).count == 1)
            let around = try FileManager.default.contentsOfDirectory(atPath: world.site.folder.path)
            #expect(!around.contains { $0.contains("escaped") })
        }
    }

    @Test(arguments: ["..%2F..%2Fsite.sqlite", "%2Fetc%2Fpasswd", "abc"])
    func `are read by their hash alone`(hash: String) async throws {
        try await withPrivacy { world in
            let answer = try await world.site.visitor(.anran).get("\(Self.path)/\(hash)")
            #expect(answer.status == 404)
        }
    }

    @Test func `are for the consultant of the customer and for management`() async throws {
        try await withPrivacy { world in
            let own = try await world.site.visitor(.anran)
            _ = try await own.upload(Self.path, ["note": "甲"], file: Paper.pdf)
            let place = "\(Self.path)/\(hex(sha256(Paper.pdf)))"
            for who in [ServedSite.Person.baiyu, .desk, .auditor] {
                let other = try await world.site.visitor(who)
                let sent = try await other.upload(Self.path, ["note": "乙"], file: Paper.png)
                #expect(sent.status == 403)
                #expect(try await other.get(place).status == 403)
            }
            #expect(try await world.site.visitor(.manager).get(place).status == 200)
            #expect(files(world).count == 1)
        }
    }

    @Test func `need words, one file and a whole form`() async throws {
        try await withPrivacy { world in
            let own = try await world.site.visitor(.anran)
            #expect(try await own.upload(Self.path, ["note": ""], file: Paper.pdf).status == 400)
            #expect(try await own.upload(Self.path, ["note": "甲"], file: nil).status == 400)
            #expect(try await own.post(Self.path, ["note": "甲"]).status == 400)
            for broken in ["", "--edge", "--edge\r\n", "--edge\r\n\r\n\r\n--edge--", "x"] {
                let answer = try await own.sendBytes(Self.path, Array(broken.utf8))
                #expect([400, 403].contains(answer.status), "\(broken)")
            }
            let other = try await own.sendBytes(Self.path, [1], type: "text/plain")
            #expect(other.status == 415)
            #expect(files(world).isEmpty)
        }
    }

    @Test func `without the form's token are refused`() async throws {
        try await withPrivacy { world in
            var own = try await world.site.visitor(.anran)
            own.token = "another"
            let answer = try await own.upload(Self.path, ["note": "甲"], file: Paper.pdf)
            #expect(answer.status == 403 && files(world).isEmpty)
        }
    }

    @Test func `that were changed on the disk are not shown`() async throws {
        try await withPrivacy { world in
            let own = try await world.site.visitor(.anran)
            _ = try await own.upload(Self.path, ["note": "甲"], file: Paper.pdf)
            let file = world.site.folder.appending(path: "attachments/\(files(world)[0])")
            try Data(Paper.pdf).write(to: file)
            let answer = try await own.get("\(Self.path)/\(hex(sha256(Paper.pdf)))")
            #expect(answer.status == 404 && answer.text.contains("附件打不开"))
        }
    }

    @Test func `go with the person, unless somebody else has the same paper`() async throws {
        try await withPrivacy { world in
            let own = try await world.site.visitor(.anran)
            _ = try await own.upload(Self.path, ["note": "甲"], file: Paper.pdf)
            _ = try await own.upload(Self.path, ["note": "乙"], file: Paper.png)
            let shared = AttachmentRow.insertion(
                try Attachment(Paper.png), of: .customer("other"), at: ServedSite.site,
                note: "乙", by: "yunqi-anran", ServedSite.now)
            try await world.site.server.database.write { _ = try $0.execute(shared) }
            #expect(try await world.erased().status == 303)
            #expect(files(world).map { String($0.suffix(64)) } == [hex(sha256(Paper.png))])
            #expect(try await world.site.count("attachment") == 1)
        }
    }
}

@Suite struct `Attachments of a deal` {
    private static let fields: KeyValuePairs = [
        "id": "q1", "staff": "yunqi-baiyu", "note": "我也谈过",
    ]

    @Test func `come with the evidence, and the journal names their hash`() async throws {
        try await withCase { world, _ in
            let baiyu = try await world.site.visitor(.baiyu)
            let answer = try await baiyu.upload(
                "/adjudications/D-1/contest", Self.fields, file: Paper.png)
            #expect(answer.status == 303, "\(answer.words)")
            let hash = hex(sha256(Paper.png))
            #expect(try await world.dispute()?.note == "我也谈过〔附件 SHA-256 \(hash)〕")
            #expect(
                try await world.site.count("journal", where: "command LIKE \("%\(hash)%")") == 1)
            let page = plainWords(try await world.site.visitor(.manager).page("/adjudications/D-1"))
            #expect(page.contains("照片，1 KB 提出归属争议 白榆"))
            let file = try await baiyu.get("/adjudications/D-1/attachments/\(hash)")
            #expect(file.status == 200 && file.bytes == Paper.png)
            #expect(file.headers[.contentDisposition]?.hasPrefix("attachment;") == true)
        }
    }

    @Test func `are not for those who have nothing to do with it`() async throws {
        try await withCase { world, _ in
            _ = try await world.site.visitor(.baiyu).upload(
                "/adjudications/D-1/contest", Self.fields, file: Paper.png)
            let path = "/adjudications/D-1/attachments/\(hex(sha256(Paper.png)))"
            for (who, status) in [(ServedSite.Person.censhan, 403), (.desk, 403), (.clerk, 200)] {
                #expect(try await world.site.visitor(who).get(path).status == status)
            }
            let stranger = try await world.site.visitor(.censhan).page("/adjudications/D-1")
            #expect(!stranger.contains("/attachments/"))
            let none = try await world.site.visitor(.clerk).get(
                "/adjudications/D-9/attachments/\(hex(sha256(Paper.png)))")
            #expect(none.status == 404)
        }
    }

    @Test func `of another kind stop the whole form`() async throws {
        try await withCase { world, _ in
            let answer = try await world.site.visitor(.baiyu).upload(
                "/adjudications/D-1/contest", Self.fields, file: Array("<svg/>".utf8))
            #expect(answer.status == 415)
            #expect(try await world.dispute() == nil)
        }
    }

    @Test func `are not needed`() async throws {
        try await withCase { world, _ in
            let answer = try await world.site.visitor(.baiyu).upload(
                "/adjudications/D-1/contest", Self.fields, file: nil)
            #expect(answer.status == 303)
            #expect(try await world.dispute()?.note == "我也谈过")
        }
    }
}

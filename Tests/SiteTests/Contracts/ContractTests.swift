import Database
import Foundation
import HTTPTypes
import HouseRules
import Testing

@testable import Site

extension ContractWorld {
    /// A template that is there, and a contract prepared by it.
    func prepare(_ body: String = Self.body, approval: Bool = false) async throws {
        #expect(try await bring(WordSample.file(body)).status == 303)
        try await sale.granted("/sales/O-1/signing", ["at": "2025-06-05T10:00"], by: .anran)
        if approval {
            try await sale.granted(
                "/matters/clauses",
                [
                    "id": "ap1", "phone": SaleWorld.phone, "kind": "template",
                    "clauses": "送地下室一间\n车位优先 <选>", "document": "K-3",
                ], by: .manager)
        }
        try await sale.granted(
            "/sales/O-1/contract",
            [
                "template": "2025 版", "staff": "yunqi-anran",
                "changes": approval ? "送地下室一间\n车位优先 <选>" : "",
                "approval": approval ? "ap1" : "",
            ], by: .anran)
    }

    func produce(
        _ format: String = "docx", id: String = "c1", by person: ServedSite.Person = .anran
    ) async throws -> Received {
        try await site.visitor(person).post(
            "/sales/O-1/contract-file", ["id": id, "format": format])
    }
}

@Suite(.timeLimit(.minutes(15))) struct `A contract from its template` {
    @Test func `has the order's data, and the journal has its hash`() async throws {
        try await withContracts { world in
            try await world.prepare()
            let form = try await world.page("/sales/O-1", .anran)
            #expect(form.contains("生成合同") && form.contains("没有装 LibreOffice"))
            let answer = try await world.produce()
            #expect(answer.status == 200 && answer.headers[.contentType] == WordFile.media)
            #expect(
                answer.headers[.contentDisposition]
                    == "attachment; filename*=UTF-8''\(percentEncode("合同 O-1.docx"))")
            #expect(
                WordSample.words(of: answer.bytes) == "买受人：赵小云，电话 13800000001|"
                    + "1-101 100.00 共 1,188,000.00（壹佰壹拾捌万捌仟元整），按揭|"
                    + "签约 2025年6月5日，顾问 安然|无|")
            let order = try #require(try await world.site.book.state.sales.orders["O-1"])
            let produced = try #require(order.produced)
            #expect(produced.hash == hex(sha256(answer.bytes)) && produced.template == "2025 版")
            #expect(produced.source == (try await world.templates["2025 版"]?.hash))
            let events: SQL = "events LIKE \("%\(produced.hash)%")"
            #expect(try await world.site.count("journal", where: events) == 1)
            let page = try await world.page("/sales/O-1", .manager)
            #expect(page.contains("Word，SHA-256 \(produced.hash.prefix(16))…"))
            #expect(try await world.site.count("reveal_log", where: "place = 'contract'") == 1)
        }
    }

    @Test func `asked for twice is one decision, and the same file`() async throws {
        try await withContracts { world in
            try await world.prepare()
            let before = try await world.site.count("journal")
            let first = try await world.produce()
            let second = try await world.produce()
            #expect(first.bytes == second.bytes)
            #expect(try await world.site.count("journal") == before + 1)
            let third = try await world.produce(id: "c2")
            #expect(third.bytes == first.bytes)
            #expect(try await world.site.count("journal") == before + 2)
        }
    }

    @Test func `has a row for each instalment`() async throws {
        try await withContracts { world in
            try await world.prepare(ContractWorld.table + ContractWorld.body)
            let early = try await world.produce()
            #expect(early.status == 400 && early.words.contains("请先在订单页排应收款"))
            try await world.sale.granted(
                "/sales/O-1/instalments", ["parts": "2025-06-10 500000\n2025-07-01 1188000"],
                by: .anran)
            let answer = try await world.produce()
            #expect(
                WordSample.words(of: answer.bytes).hasPrefix(
                    "1|2025年6月10日|500,000.00|2|2025年7月1日|688,000.00|买受人"))
        }
    }

    @Test func `prints approved changes in red, or is not made`() async throws {
        try await withContracts { world in
            try await world.prepare(WordSample.paragraph("{{总价}}"), approval: true)
            let lacking = try await world.produce()
            #expect(lacking.status == 400 && lacking.words.contains("没有 {{改动条款}}"))
            #expect(try await world.site.book.state.sales.orders["O-1"]?.produced == nil)
        }
        try await withContracts { world in
            try await world.prepare(approval: true)
            let bytes = try await world.produce().bytes
            #expect(WordSample.words(of: bytes).hasSuffix("|送地下室一间↵车位优先 <选>|"))
            let red = "<w:rPr><w:color w:val=\"FF0000\"/></w:rPr><w:t xml:space=\"preserve\">送地下室"
            #expect(WordSample.body(of: bytes)?.contains(red) == true)
            let record = try #require(
                try await world.site.server.database.read {
                    try $0.row("SELECT reasons FROM journal ORDER BY seq DESC LIMIT 1")
                })
            #expect(try record.text("reasons").contains("送地下室一间"))
        }
    }

    @Test func `is for those who carry the deal on`() async throws {
        try await withContracts { world in
            try await world.prepare()
            for (person, status) in [
                (ServedSite.Person.title, 200), (.manager, 200), (.clerk, 200), (.baiyu, 403),
                (.till, 403), (.auditor, 403), (.desk, 403),
            ] {
                let answer = try await world.produce(id: "by-\(person)", by: person)
                #expect(answer.status == status, "\(person)")
            }
            let other = try await world.site.visitor(.anran).post(
                "/sales/O-9/contract-file", ["format": "docx"])
            #expect(other.status == 404)
            #expect(try await world.produce("exe").status == 400)
        }
    }

    @Test func `is made by the version of the draft alone, and never once it is signed`()
        async throws
    {
        try await withContracts { world in
            try await world.sale.granted(
                "/sales/O-1/contract", ["template": "手写", "staff": "yunqi-anran"], by: .anran)
            #expect(try await world.produce().words.contains("还没有用上传的范本起草"))
            try await world.prepare()
            let form = try await world.site.visitor(.anran).page("/sales/O-1")
            #expect(form.contains("<option value=\"2025 版\" selected>2025 版（6月2日 周一起）"))
            let foreign = try await world.sale.refused(
                "/sales/O-1/contract", ["template": "手写", "staff": "yunqi-anran"], by: .anran)
            #expect(foreign.contains("合同范本“手写”没有上传"))
            try await world.sale.granted(
                "/sales/O-1/contract-review", ["staff": "yunqi-baiyu"], by: .title)
            try await world.sale.granted("/sales/O-1/sign-contract", [:], by: .anran)
            let looks = try await world.site.count("reveal_log")
            let late = try await world.produce()
            let place = try #require(late.location)
            #expect(try await world.site.visitor(.anran).page(place).contains("notice tone-stop"))
            #expect(try await world.site.count("reveal_log") == looks, "nobody's number was shown")
            #expect(!(try await world.page("/sales/O-1", .anran)).contains("生成合同"))
        }
    }

    @Test func `cannot be made from a file that was exchanged on the disk`() async throws {
        try await withContracts { world in
            try await world.prepare()
            let hash = try #require(try await world.templates["2025 版"]?.hash)
            let file = world.site.folder.appending(path: "attachments/\(hash.prefix(2))/\(hash)")
            try Data(WordSample.file(ContractWorld.table)).write(to: file)
            let answer = try await world.produce()
            #expect(answer.status == 404 && answer.words.contains("范本打不开"))
        }
    }
}

@Suite(.timeLimit(.minutes(15))) struct `A contract as PDF` {
    /// A program that does what it says instead of an office.
    private func office(
        _ script: String, _ body: (String) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "office-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let program = folder.appending(path: "soffice")
        try Data("#!/bin/sh\n\(script)\n".utf8).write(to: program)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: program.path)
        try await body(program.path)
    }

    @Test func `is said to be missing where there is no office`() async throws {
        try await withContracts { world in
            try await world.prepare()
            let before = try await world.site.count("journal")
            let answer = try await world.produce("pdf")
            #expect(answer.status == 501 && answer.words.contains("没有装 LibreOffice"))
            #expect(try await world.site.count("journal") == before)
        }
    }

    @Test func `comes from the office, with its own hash in the journal`() async throws {
        // The last argument is the Word file; the one before the last the folder.
        let script = """
            for last; do :; done
            test -s "$last" || exit 3
            printf '%%PDF-1.7 %s' "$(head -c 2 "$last")" > "$(dirname "$last")/contract.pdf"
            """
        try await office(script) { program in
            try await withContracts(office: program) { world in
                try await world.prepare()
                #expect(try await world.page("/sales/O-1", .anran).contains("PDF"))
                let answer = try await world.produce("pdf")
                #expect(answer.text == "%PDF-1.7 PK", "\(answer.words)")
                #expect(answer.headers[.contentType] == "application/pdf")
                let produced = try await world.site.book.state.sales.orders["O-1"]?.produced
                #expect(produced?.hash == hex(sha256(answer.bytes)) && produced?.format == .pdf)
            }
        }
    }

    @Test(arguments: [
        "exit 1", "exit 0", "for f; do :; done; echo no > $(dirname $f)/contract.pdf",
    ])
    func `that does not come out is no contract`(script: String) async throws {
        try await office(script) { program in
            try await withContracts(office: program) { world in
                try await world.prepare()
                let answer = try await world.produce("pdf")
                #expect(answer.status == 502 && answer.words.contains("PDF 没有出成"))
                #expect(try await world.site.book.state.sales.orders["O-1"]?.produced == nil)
            }
        }
    }

    @Test func `looks for the office where programs are, unless it is told`() async throws {
        try await office("exit 0") { program in
            let folder = String(program.dropLast(8))
            let found = ServerSettings.officeProgram(["PATH": "/nowhere:\(folder)"])
            #expect(found == program)
            #expect(ServerSettings.officeProgram(["PATH": folder, "ANCHANG_OFFICE": ""]) == nil)
            #expect(ServerSettings.officeProgram(["ANCHANG_OFFICE": program]) == program)
            #expect(ServerSettings.officeProgram([:]) == nil)
        }
    }
}

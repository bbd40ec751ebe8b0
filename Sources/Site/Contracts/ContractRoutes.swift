import Database
import HTTPTypes
import HouseRules

/// 生成合同: an order's contract from its template, as Word or PDF; version and hash go into the
/// journal before the file is handed out (SAL-18).
struct ContractRoutes: Sendable {
    let house: House

    var routes: [Route] {
        [
            Route(
                .post, "/sales/{id}/contract-file", access: .permission(.carryDeals), kind: .form,
                summary: "生成合同，下载 Word 或 PDF", handler: produce)
        ]
    }

    @Sendable private func produce(_ call: Call) async throws -> Answer {
        let id = OrderID(try call.plainParameter("id"))
        let account = try house.account(call)
        let now = house.now(call)
        let present = try await house.book(call).view(at: now)
        guard let order = present.state.sales.orders[id] else { throw Problem.notFound }
        guard account.role.permissions.contains(.knowBuyers) || order.staff == account.staff else {
            throw Problem.forbidden(nil)
        }
        guard let format = ContractFormat(rawValue: call.form["format"] ?? "") else {
            throw Problem.badRequest("请用页面上的按钮，选 Word 或 PDF。")
        }
        let form = try house.commandID(call.form["id"], call)
        guard let contract = order.contract,
            let template = present.state.sales.templates[contract.template]
        else { throw Problem.badRequest("这份订单还没有用上传的范本起草合同。请先起草合同。") }
        var file = ContractFile(
            of: id, from: template.version, source: template.hash, hash: "", as: format)
        // What the rules refuse leaves nothing to make, and shows no personal data.
        guard template.isInForce(on: now.day), order.mayPrepare else {
            return try await told(file, form, call)
        }
        let bytes = try await merged(order, contract, template, present, call)
        let content = format == .docx ? bytes : try await pdf(of: bytes)
        file.hash = hex(sha256(content))
        let record = try await perform(file, form, call)
        guard record.refusal == nil else { return back(to: id, record) }
        return .bytes(content, type: format == .docx ? WordFile.media : "application/pdf")
            .attached(as: "合同 \(id).\(format.rawValue)")
    }

    /// The same file asked for twice is one decision; another file is another.
    private func perform(
        _ file: ContractFile, _ form: String, _ call: Call
    ) async throws -> DecisionRecord {
        let decision = String(form.prefix(46)) + "-" + String(file.hash.prefix(16))
        return try await house.perform(.sales(.produceContract(file)), id: decision, call)
    }

    private func told(_ file: ContractFile, _ form: String, _ call: Call) async throws -> Answer {
        back(to: file.order, try await perform(file, form, call))
    }

    private func back(to order: OrderID, _ record: DecisionRecord) -> Answer {
        .redirect(to: "\(orderPath(order))?decision=\(record.id)")
    }

    private func merged(
        _ order: SalesOrder, _ contract: ContractPaper, _ template: ContractTemplate,
        _ present: (seq: Int, state: SiteState, policy: Policy), _ call: Call
    ) async throws -> [UInt8] {
        let source = try house.bytes(of: template)
        let account = try house.account(call)
        let data = ContractData(
            order: order, contract: contract, row: present.state.sales.units[order.unit]?.row,
            buyer: try await buyer(order, call), siteName: call.siteName,
            names: try await house.names.directory(account.site),
            rounding: present.policy.sales.rounding, today: house.now(call).day)
        if let gap = data.gaps(in: template) { throw Problem.badRequest(gap) }
        guard var file = try? WordFile(source) else { throw Self.unreadable }
        var merge = WordMerge(data.values)
        file.change { merge.filled($0) }
        guard merge.unknown.isEmpty, merge.faults.isEmpty else { throw Self.unreadable }
        return file.content
    }

    /// A template that was sound when it was brought and is not by the rules of today.
    private static let unreadable = Problem(
        status: .conflict, title: "范本要重新上传",
        detail: "这份范本用现在的写法读不通了。请在“合同范本”里试读原文件，改好再传一个版本。")

    /// Name and number in plain; who saw them what for is kept.
    private func buyer(_ order: SalesOrder, _ call: Call) async throws -> PersonDetails {
        let account = try house.account(call)
        let people = People(site: account.site, key: house.personKey)
        let (log, now) = (call.web.surroundings.newID(), house.now(call))
        do {
            return try await house.database.write { transaction in
                try people.reveal(
                    order.person, to: account.staff, for: "生成订单 \(order.order) 的合同",
                    on: .contract, logID: log, at: now, in: transaction)
            }
        } catch is PersonProblem {
            throw Problem.badRequest("买房人的资料打不开，或已经按本人要求删除，不能生成合同。")
        }
    }

    private func pdf(of bytes: [UInt8]) async throws -> [UInt8] {
        do { return try await house.office.pdf(of: bytes) } catch let fault as OfficeProgram.Fault {
            switch fault {
            case .missing:
                throw Problem(
                    status: .notImplemented, title: "这台服务器不能出 PDF",
                    detail: "服务器上没有装 LibreOffice。请下载 Word 文件，在 Word 里另存为 PDF；要装请找系统管理员。")
            case .busy: throw Problem.busy(after: 20)
            case .failed:
                throw Problem(
                    status: .badGateway, title: "PDF 没有出成",
                    detail: "LibreOffice 没有转成，这次没有记录。请再试一次，或下载 Word 文件自己另存。")
            }
        }
    }
}

/// The form of an order's page that makes its contract.
struct ContractFileForm: Sendable {
    let order: OrderID
    let hasOffice: Bool
    let csrf: HTML
    let decisionID: String

    var html: HTML {
        let pdf: HTML? = hasOffice ? button("PDF", .plain, name: "format", value: "pdf") : nil
        let hint: HTML? =
            hasOffice ? nil : "服务器上没有装 LibreOffice，只出 Word；PDF 请在 Word 里另存。"
        return """
            <form method="post" class="form" action="\(url: orderPath(order) + "/contract-file")" \
            data-act="contract-file">\(csrf)
            <input type="hidden" name="id" value="\(decisionID)-file">
            <p class="hint">用起草时的范本填好下载；版本和文件的 SHA-256 记进台账，看过号码也有记录。\(hint)</p>
            <p class="actions">\(button("生成合同", .primary, name: "format", value: "docx"))\(pdf)</p>
            </form>
            """
    }
}

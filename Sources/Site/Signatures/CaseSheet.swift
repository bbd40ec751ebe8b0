import Database
import HouseRules

/// The file of a deal as it is signed: the result, and what led to it; nothing that changes while
/// the result stands.
extension House {
    /// The sheet of the result that stands; nil: it is not decided.
    func caseSheet(_ deal: DealID, _ call: Call) async throws -> SigningSheet? {
        let account = try account(call)
        let state = await (try book(call)).view(at: now(call)).state
        guard let file = state.caseFile(of: deal) else { throw Problem.notFound }
        guard file.isDecided else { return nil }
        let people = People(site: account.site, key: personKey)
        let mayKnow = try mayKnow(file, call)
        let customer =
            !mayKnow
            ? "客户"
            : try await database.read { transaction in
                do {
                    return try people.masked(file.deal.person, in: transaction).name
                } catch let problem as PersonProblem {
                    return problem.words
                }
            }
        let names = try await self.names.directory(account.site)
        return file.sheet(customer: customer, siteName: call.siteName, names.name)
    }

    /// The sheet's places, and what was signed of earlier results.
    func caseSignatures(
        _ file: CaseFile, _ state: SiteState, _ call: Call
    ) async throws -> CaseSignatures {
        let account = try account(call)
        let names = try await self.names.directory(account.site)
        let mayOpen = account.role.permissions.contains(.signPapers)
        let sheet = file.sheet(customer: "", siteName: "", names.name)
        let given = state.registers.signatures(on: sheet.paper)
        let earlier = (1..<max(1, file.edition)).map { edition in
            let paper = SignedPaper.caseFile(file.deal.deal, edition: edition)
            return (
                edition: edition,
                signatures: state.registers.signatures(on: paper).map {
                    placed($0, $0.place.shortWords(names.name), names)
                }
            )
        }
        return CaseSignatures(
            places: placed(
                sheet, given, names, for: mayOpen && file.isDecided ? account : nil),
            earlier: earlier.filter { !$0.signatures.isEmpty }, isDecided: file.isDecided)
    }
}

extension CaseFile {
    fileprivate func sheet(
        customer: String, siteName: String, _ names: Names
    ) -> SigningSheet {
        let shares = current.shares
        let all: [(String, String?)] = [
            ("成交单", deal.deal.rawValue), ("客户", customer),
            ("签单", "\(names(deal.staff)) \(deal.at.words)"),
            ("替谁接", deal.owner.map { names($0) }),
            ("第几次结论", "\(edition)"), ("结论时刻", current.at.words),
            ("业绩", shares.words(.performance, names)),
            ("提成", shares.words(.commission, names)),
            ("查实截止", deal.verifyUntil.words), ("申诉截止", appealUntil?.words),
        ]
        let ruling = current.ruling == nil ? nil : dispute?.rulings.last
        let grounds = ruling.map {
            "裁决理由：\($0.why)。不适用的规则：\($0.inapplicable)。"
        }
        let path = "/adjudications/\(percentEncode(deal.deal.rawValue))"
        return SigningSheet(
            paper: .caseFile(deal.deal, edition: edition),
            title: "判客单 \(deal.deal.rawValue)", siteName: siteName,
            rows: all.compactMap { name, value in value.map { (name: name, value: $0) } },
            lines: (grounds.map { [$0] } ?? []) + current.runnersUp.map { $0.sentence(names) }
                + ["依据：" + clauses.map(\.id).joined(separator: "、")],
            places: places, shelf: .deal(deal.deal), page: path, base: path)
    }
}

/// What people signed of a deal's file.
struct CaseSignatures: Sendable {
    /// Of the result that stands.
    let places: [PlacedSignature]
    /// Of the results before, by their number.
    var earlier: [(edition: Int, signatures: [PlacedSignature])] = []
    let isDecided: Bool

    /// On the page of the file.
    var card: HTML {
        Site.card(
            "签字", body: isDecided ? "\(signs)\(before)" : "<p>争议裁定以后再签字。</p>\(before)")
    }

    /// On paper; what was signed before is told in a line and kept.
    var printed: HTML {
        let lines: [HTML] = earlier.map { edition, signatures in
            let who = signatures.map { "\($0.label)（\($0.caption)）" }.joined(separator: "；")
            return "<li>第 \(edition) 次结论：\(who)</li>"
        }
        let kept: HTML? =
            lines.isEmpty
            ? nil : "<h2>改判以前的签字（已留存）</h2><ul>\(lines)</ul>"
        return "<h2>签字</h2>\(signs)\(kept)"
    }

    private var signs: HTML { "<div class=\"slip-signs\">\(places.map(\.html))</div>" }

    private var before: HTML? {
        guard !earlier.isEmpty else { return nil }
        let parts: [HTML] = earlier.map { edition, signatures in
            """
            <p>第 \(edition) 次结论</p>
            <div class="slip-signs">\(signatures.map(\.html))</div>
            """
        }
        return """
            <details class="more"><summary>改判以前的签字</summary>\(parts)</details>
            """
    }
}

import Database
import HTTPTypes
import HouseRules

/// What the pages of all sites stand on: the books, the people's names, the clauses' words.
struct House: Sendable {
    let database: any Database
    let shelf: SiteShelf
    let names: StaffNames
    let personKey: PersonKey
    let clauses: ClauseShelf
    /// Where text messages are put, in the transaction of what they follow from.
    let outbox: Outbox
    /// Signed papers.
    let attachments: AttachmentShelf
    /// Turns contracts into PDF.
    var office = OfficeProgram(path: nil)
    /// How long customers' data are kept.
    var retention = RetentionTerms()
    /// Periods that are decided again under other rules.
    let whatIfs = WhatIfShelf()
    /// Old ledgers that are tried and written.
    let imports = ImportShelf()
    /// Names that were opened for lists.
    let labels = LabelShelf()
    /// How often somebody wanted a unit that was taken.
    let clashes = ClashCounts()

    /// The book of the site of whoever asks.
    func book(_ call: Call) async throws -> SiteBook {
        try await shelf.book(try account(call).site)
    }

    /// The account of whoever asks; routes for anyone must not call this.
    func account(_ call: Call) throws(Problem) -> Account {
        guard let session = call.session else { throw .signInFirst }
        return session.account
    }

    /// The present moment of the site's clock.
    func now(_ call: Call) -> Moment { Moment(milliseconds: call.web.surroundings.now()) }

    /// Decides a command in the name of whoever asks; the id comes from the form, so that a second
    /// click is answered with the first decision.
    func perform(
        _ command: Command, id: String?, _ call: Call, alongside: [SQL] = []
    ) async throws -> DecisionRecord {
        guard let session = call.session else { throw Problem.signInFirst }
        let book = try await shelf.book(session.account.site)
        let decision = DecisionID(try commandID(id, call))
        do {
            let record = try await book.perform(
                command, id: decision, by: session.actor, alongside: alongside)
            call.web.metrics.count(decision: record.refusal == nil)
            return record
        } catch is SiteBusy {
            throw Problem.busy(after: 2)
        } catch is DecisionIDReused {
            throw Problem(
                status: .conflict, title: "这张表单已经交过",
                detail: "同一张表单先交过别的内容，这次没有保存。请刷新页面重新填写。")
        }
    }

    /// The id that a form brought, or a fresh one when it brought none.
    func commandID(_ id: String?, _ call: Call) throws(Problem) -> String {
        guard let id, !id.isEmpty else { return call.web.surroundings.newID() }
        guard id.utf8.count <= 64, id.utf8.allSatisfy(isPlainByte) else {
            throw .badRequest("表单编号 id 只能由字母、数字和连字符组成，最多 64 个字符。")
        }
        return id
    }
}

extension Identifier {
    /// An id that a form or a program sent; whether there is such a thing the rules say.
    init(sent text: String) throws(Problem) {
        guard (1...100).contains(text.utf8.count) else { throw .badRequest("编号最长 100 个字节。") }
        self.init(text)
    }
}

/// Letters, digits, hyphen, dot and underscore: what ids are made of.
func isPlainByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."):
        true
    default: false
    }
}

import Database
import HouseRules

/// 个人信息查询: everything that is held about one person, in sections of lines.
struct SubjectReport: Sendable, Encodable {
    /// One kind of data.
    struct Section: Sendable, Encodable {
        let title: String
        let lines: [Line]
    }

    /// One fact: when it came to be, and what it says.
    struct Line: Sendable, Encodable {
        let at: String
        let text: String

        init(_ at: Moment?, _ text: String) {
            self.at = at.map { $0.day.text + " " + $0.clockWords } ?? ""
            self.text = text
        }

        init(on day: BusinessDay, _ text: String) { (at, self.text) = (day.text, text) }
    }

    let person: String
    let site: String
    let madeAt: String
    let madeBy: String
    let reason: String
    let sections: [Section]

    /// The same as rows of a file.
    var workbook: Workbook {
        Workbook(
            sheet: "个人信息",
            heading: "\(site) 个人信息查询 \(person)，\(madeBy) \(madeAt)，用途：\(reason)",
            columns: [
                .init(title: "类别", width: 14), .init(title: "时间", width: 22),
                .init(title: "内容", width: 80),
            ],
            rows: sections.flatMap { section in
                section.lines.map { [.text(section.title), .text($0.at), .text($0.text)] }
            })
    }
}

/// Gathers what is held about a person; the rows it reads are those the pages read.
struct SubjectReading: Sendable {
    let people: People
    let person: PersonID
    let state: SiteState
    let names: StaffDirectory
    let today: BusinessDay

    private var site: SiteID { people.site }

    /// Every section, the empty ones too: that nothing is held is an answer.
    func sections(
        _ details: PersonDetails, in transaction: any Transaction
    ) throws -> [SubjectReport.Section] {
        [
            .init(title: "本人资料", lines: try own(details, in: transaction)),
            .init(title: "来访", lines: try visits(in: transaction)),
            .init(title: "跟进", lines: try contacts(in: transaction)),
            .init(title: "写过的话", lines: try notes(in: transaction)),
            .init(title: "归谁", lines: owners),
            .init(title: "成交", lines: deals),
            .init(title: "渠道报备", lines: try reports(in: transaction)),
            .init(title: "附件", lines: try attachments(in: transaction)),
            .init(title: "同意", lines: try consents(in: transaction)),
            .init(title: "删除申请", lines: try erasures(in: transaction)),
            .init(title: "谁看过", lines: try looks(in: transaction)),
        ]
    }

    private func own(
        _ details: PersonDetails, in transaction: any Transaction
    ) throws -> [SubjectReport.Line] {
        let created = try transaction.row(
            "SELECT created_at FROM person WHERE site = \(site) AND person = \(person)"
        ).map { Moment(milliseconds: try $0.int("created_at")) }
        let facts = [
            ("姓名", details.name), ("电话", details.phone ?? ""), ("证件号", details.idNumber ?? ""),
        ]
        return facts.map { .init(created, "\($0.0)：\($0.1.isEmpty ? "没有留" : $0.1)") }
    }

    private func visits(in transaction: any Transaction) throws -> [SubjectReport.Line] {
        try transaction.rows(
            """
            SELECT arrived_at, class, receptionist, status FROM visit_row
            WHERE site = \(site) AND person = \(person) ORDER BY arrived_at
            """
        ).map { row in
            let kind = try row.text("class")
            let staff = try row.optionalText("receptionist").map { names.name(StaffID($0)) }
            return .init(
                Moment(milliseconds: try row.int("arrived_at")),
                "\(VisitClass(rawValue: kind)?.label ?? kind)，\(staff ?? "没有人")接待"
                    + (try row.text("status") == VisitStatus.void.rawValue ? "（登记有误，已作废）" : ""))
        }
    }

    private func contacts(in transaction: any Transaction) throws -> [SubjectReport.Line] {
        try ContactRow.of([person], at: site, limit: ListFile.limit, in: transaction).map { row in
            let how = [row.medium?.label, row.result?.label].compactMap { $0 }
            return .init(row.at, "\(names.name(row.staff)) \(how.joined(separator: "，"))")
        }
    }

    private func notes(in transaction: any Transaction) throws -> [SubjectReport.Line] {
        try PrivateNotes(site: site, key: people.key).about(person, in: transaction).map { note in
            .init(note.at, "\(names.name(note.staff))：\(note.text?.words ?? "打不开")")
        }
    }

    private var owners: [SubjectReport.Line] {
        state.ownership.records(of: person).map { record in
            let until = record.boughtOn == nil ? "到 \(record.until.text)" : "不失效"
            return .init(
                on: record.clock.began,
                "\(names.name(record.staff))，\(record.basis.label)，\(until)，"
                    + record.status(on: today).label)
        }
    }

    private var deals: [SubjectReport.Line] {
        (state.adjudication.dealsOf[person] ?? []).compactMap { id in
            state.adjudication.deals[id].map {
                .init($0.deal.at, "成交 \(id)，\(names.name($0.deal.staff)) 签单")
            }
        }
    }

    private func reports(in transaction: any Transaction) throws -> [SubjectReport.Line] {
        try transaction.rows(
            """
            SELECT slip, company, agent, sent_at, consent_hash FROM channel_report
            WHERE site = \(site) AND person = \(person) ORDER BY sent_at
            """
        ).map { row in
            let company = names.name(StaffID(try row.text("company")))
            let agent = names.name(StaffID(try row.text("agent")))
            return .init(
                Moment(milliseconds: try row.int("sent_at")),
                "\(company) \(agent) 报备，同意文本 \(try row.text("consent_hash"))")
        }
    }

    private func attachments(in transaction: any Transaction) throws -> [SubjectReport.Line] {
        let deals = state.adjudication.dealsOf[person] ?? []
        let places = try AttachmentRow.places(of: person, deals, at: site, in: transaction)
        return try places.flatMap { place in
            try AttachmentRow.of(place, at: site, in: transaction).map {
                .init($0.at, "\($0.note)（\($0.type.label)），SHA-256 \($0.hash)")
            }
        }
    }

    private func consents(in transaction: any Transaction) throws -> [SubjectReport.Line] {
        try Consents(site: site).changes(of: person, in: transaction).map { change in
            let said = change.isGiven ? "同意" : "撤回"
            let text = change.textHash.map { "，文本 \($0)" } ?? ""
            return .init(
                change.at,
                "\(change.purpose.label)：\(said)（\(change.way.label)），"
                    + "\(names.name(change.staff)) 登记\(text)")
        }
    }

    private func erasures(in transaction: any Transaction) throws -> [SubjectReport.Line] {
        try ErasureRow.of(person, at: site, in: transaction).map {
            .init($0.askedAt, "\($0.reason)：\($0.state.word)")
        }
    }

    private func looks(in transaction: any Transaction) throws -> [SubjectReport.Line] {
        try LookRow.last(ListFile.limit, at: person, of: site, in: transaction).map {
            .init($0.at, "\(names.name($0.staff))：\($0.purpose)（\($0.placeWords)）")
        }
    }
}

extension PrivateNotes {
    /// Everything that was written down about a person, the oldest first.
    func about(
        _ person: PersonID, in transaction: any Transaction
    ) throws -> [PrivateNote] {
        try transaction.rows(
            """
            SELECT kind, about, version, person, staff, at, sealed FROM private_note
            WHERE site = \(site) AND person = \(person) ORDER BY at, kind, about, version
            """
        ).compactMap { row in
            try Kind(rawValue: try row.text("kind")).map { try note(row, $0) }
        }
    }
}

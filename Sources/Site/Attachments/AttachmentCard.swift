import HouseRules

/// 附件: signed papers of a deal or a customer.
struct AttachmentCard: Sendable {
    let place: AttachmentPlace
    let rows: [AttachmentRow]
    let names: StaffDirectory

    var html: HTML { card("附件", body: list) }

    /// The same with a form for a further one.
    func html(form: HTML) -> HTML { card("附件", body: "\(list)\(form)") }

    private var list: HTML {
        guard !rows.isEmpty else { return "<p>还没有附件。</p>" }
        let lines: [HTML] = rows.map { row in
            """
            <li><a href="\(url: "\(place.path)/\(row.hash)")" download>\(row.type.label)，\
            \((row.size + 1023) / 1024) KB</a> \(row.note)
            <span class="muted">\(names.name(row.staff)) \(row.at.words)，SHA-256 \
            \(row.hash.prefix(16))…</span></li>
            """
        }
        return "<ul class=\"plain\">\(lines)</ul>"
    }
}

/// The field of a form that takes a file.
struct FileField: Sendable {
    let label: String
    let isRequired: Bool
    var suffix = ""

    var html: HTML {
        let id = "field-file" + suffix
        let mark: HTML? = isRequired ? nil : "<span class=\"optional\">（可不填）</span>"
        return """
            <div class="field"><label for="\(id)">\(label)\(mark)</label>
            <input type="file" id="\(id)" name="file" accept="image/jpeg,image/png,application/pdf"\
            \(flag: "required", isRequired) aria-describedby="\(id)-hint">
            <p class="hint" id="\(id)-hint">JPEG、PNG 照片或 PDF，最大 10 MB。</p></div>
            """
    }
}

/// A form for an attachment of a customer.
struct CustomerAttachmentForm: Sendable {
    let person: PersonID
    let csrf: HTML

    var html: HTML {
        """
        <details class="more"><summary>加附件</summary>
        <form method="post" class="form" enctype="multipart/form-data" \
        action="\(url: AttachmentPlace.customer(person).path)">\(csrf)
        \(FileField(label: "签字的纸或截图", isRequired: true).html)
        \(TextField("note", "这是什么", isRequired: true, maxLength: 100, suffix: "-f").html)
        <p class="actions">\(button("上传", .primary))</p></form></details>
        """
    }
}

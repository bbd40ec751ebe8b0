import HTTPTypes
import HouseRules

/// One person signs one paper: its words in full, the pad, and what the signature means.
struct SigningPage: Sendable {
    let sheet: SigningSheet
    let pad: SignaturePad
    let csrf: HTML
    let id: String
    /// Whoever signs is not the one who is signed in.
    let isHandedOver: Bool

    static let vow = "以上内容我已看过，签字确认。"

    var html: HTML {
        let hint: HTML? =
            isHandedOver ? "<p class=\"muted\">请把屏幕交给签字人本人，看过再签。</p>" : nil
        return """
            <h1>签字：\(sheet.title)</h1>
            \(sheet.html)
            <form method="post" class="card form" action="\(url: sheet.base + "/signatures")">
            \(csrf)<input type="hidden" name="id" value="\(id)">
            <input type="hidden" name="place" value="\(pad.place.key)">
            <input type="hidden" name="text" value="\(sheet.textHash)">
            \(hint)<p>\(Self.vow)</p>
            \(pad.html)
            <p class="actions">\(button("确认签字", .primary))
            \(linkButton("不签，回到单据", to: sheet.page, .quiet))</p></form>
            """
    }
}

extension Problem {
    /// The words changed between showing and signing.
    static let paperChanged = Problem(
        status: .conflict, title: "单据刚刚变了，没有签上",
        detail: "您打开以后，这张单据的内容变了。请重新打开单据，看过新的内容再签。")

    /// A quarrel waits for its ruling.
    static let paperUndecided = Problem(
        status: .conflict, title: "还不能签字",
        detail: "这一单的争议还没有裁定，裁定以后再签字。")
}

import HouseRules

/// A place on a paper with what stands on it.
struct PlacedSignature: Sendable {
    /// What is left of a signature.
    enum Drawing: Sendable {
        case mark(SignatureMark)
        /// Its file went with the customer's data, or was changed on the disk.
        case gone
    }

    /// Who signs here.
    let label: String
    /// Nil: not signed.
    var drawing: Drawing?
    /// When, how, and on whose screen.
    var caption = ""
    /// Where the viewer may sign; nil: nowhere.
    var address: String?

    /// The place on paper and on the screen: the signature, or a line to sign on.
    var html: HTML {
        """
        <div class="sign-place"><p class="sign-label">\(label)：</p>
        \(content)</div>
        """
    }

    private var content: HTML {
        guard let drawing else {
            let link: HTML? = address.map {
                linkButton("在屏幕上签字", to: $0, .plain)
            }
            return """
                <p><span class="sign-line"></span> 日期：<span class="sign-line"></span></p>
                <p class="no-print">\(link)</p>
                """
        }
        let what: HTML =
            switch drawing {
            case .mark(.drawn(let strokes)): strokes.html(of: label)
            case .mark(.typed(let name)): "<p class=\"signature-typed\">\(name)</p>"
            case .gone: "<p>签名的文件已经随客户资料删除，或者打不开了；签过字的记录还在台账里。</p>"
            }
        return "\(what)<p class=\"sign-caption\">\(caption)</p>"
    }
}

extension House {
    /// What stands on the places of a sheet, with a way to sign what is still empty.
    func placed(
        _ sheet: SigningSheet, _ given: [GivenSignature], _ names: StaffDirectory,
        for account: Account?
    ) -> [PlacedSignature] {
        sheet.places.map { place in
            let label = place.shortWords(names.name)
            if let found = given.first(where: { $0.place == place }) {
                return placed(found, label, names)
            }
            let mayTry = account.map { place.mayBeSigned(by: Actor($0.staff, $0.role)) } ?? false
            return PlacedSignature(label: label, address: mayTry ? sheet.address(place) : nil)
        }
    }

    /// A signature that was given.
    func placed(
        _ given: GivenSignature, _ label: String, _ names: StaffDirectory
    ) -> PlacedSignature {
        let signature = given.signature
        let file = attachments.read(signature.content).flatMap { SignatureFile($0) }
        let mark = file.flatMap { hex(sha256($0.text)) == signature.text ? $0.mark : nil }
        let screen = given.staff == given.by ? "" : "，\(names.name(given.by))经手"
        let who = given.place.staff == nil ? given.staff.map { names.name($0) + " " } ?? "" : ""
        return PlacedSignature(
            label: label, drawing: mark.map { PlacedSignature.Drawing.mark($0) } ?? .gone,
            caption: "\(who)\(given.at.words) \(signature.way.label)\(screen)，"
                + "校验值 \(signature.content.prefix(16))…")
    }
}

extension SigningPlace {
    /// A party by name alone; anybody else with what they sign as.
    func shortWords(_ names: Names) -> String {
        role == .party ? staff.map { names($0) } ?? role.label : words(names)
    }
}

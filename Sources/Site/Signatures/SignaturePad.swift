import HouseRules

/// Where one person signs: by hand with the script of the page, by typing the full name without it.
struct SignaturePad: Sendable {
    let place: SigningPlace
    let legend: String
    /// As it was drawn and typed before the form came back.
    var strokes = ""
    var name = ""
    var fault: String?
    var isRequired = true

    /// The script that pages with a pad need.
    static let script = "signing.js"

    init(_ place: SigningPlace, _ legend: String, isRequired: Bool = true) {
        (self.place, self.legend, self.isRequired) = (place, legend, isRequired)
    }

    private var strokeField: String { "strokes-" + place.key }
    private var nameField: String { "signer-" + place.key }

    /// The pad of a form that came back.
    func returned(_ form: FormFields, _ problem: Problem?) -> SignaturePad {
        var pad = self
        pad.strokes = form[strokeField] ?? ""
        pad.name = form[nameField] ?? ""
        pad.fault = problem?.fields.sentence(of: nameField)
        return pad
    }

    /// What was signed; nil: nothing, where nothing need be.
    /// - Parameter owner: The name of who signs, where it is known.
    func mark(in form: FormFields, of owner: String?) throws(Problem) -> SignatureMark? {
        do throws(SignatureFault) {
            let mark = try read(form, owner)
            if mark == nil, isRequired { throw .missing }
            return mark
        } catch {
            throw .fault(nameField, error.sentence)
        }
    }

    private func read(_ form: FormFields, _ owner: String?) throws(SignatureFault) -> SignatureMark?
    {
        if let strokes = form.text(strokeField) {
            return .drawn(try SignatureStrokes(sent: strokes))
        }
        guard let name = form.text(nameField) else { return nil }
        guard (2...20).contains(name.count) else { throw .notAName }
        if let owner, name != owner { throw .anotherName }
        return .typed(name)
    }

    var html: HTML {
        let typed = TextField(
            nameField, "不手写的，输入全名", value: name, hint: "输入全名和手写签名一样算本人签字。", fault: fault,
            isRequired: isRequired, maxLength: 20)
        return """
            <fieldset class="field sign-pad" data-sign-pad><legend>\(legend)</legend>
            <div class="sign-drawing" hidden>
            <svg class="sign-surface" viewBox="0 0 \(SignatureStrokes.width) \
            \(SignatureStrokes.height)" role="img" aria-label="\(legend)：手写签名的框">\
            <path d=""/></svg>
            <div class="sign-tools">
            <button type="button" class="button button-plain" data-sign-undo>撤一笔</button>
            <button type="button" class="button button-plain" data-sign-clear>重写</button>
            <span class="muted" role="status" data-sign-state></span></div></div>
            <input type="hidden" name="\(strokeField)" value="\(strokes)">
            \(typed.html)</fieldset>

            """
    }
}

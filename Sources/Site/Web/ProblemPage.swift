import HTTPTypes

/// How a problem is told.
extension Problem {
    /// As a part of a page, put where notices stand.
    var notice: HTML {
        let faults: [HTML] = fields.map { "<li>\($0.sentence)</li>" }
        let list: HTML? = faults.isEmpty ? nil : "<ul>\(faults)</ul>"
        return """
            <div class="notice notice-refusal" role="alert">
            \(Icon.warning.html)
            <div><p class="notice-title">\(title)</p><p>\(detail)</p>\(list)</div>
            </div>
            """
    }

    /// As a page of its own.
    func page(isSignedIn: Bool) -> HTML {
        let (href, label): (String, String) = isSignedIn ? ("/", "回到首页") : ("/sign-in", "去登录")
        return """
            <section class="problem">
            <p class="problem-code">\(status.code)</p>
            <h1>\(title)</h1>
            <p>\(detail)</p>
            <p class="actions"><a class="button button-primary" href="\(url: href)">\(label)</a></p>
            </section>
            """
    }

    /// As RFC 9457 problem details, with the clauses that decided.
    var details: Answer {
        let body = Details(
            type: "about:blank", title: title, status: Int(status.code), detail: detail,
            clauses: clauses.isEmpty ? nil : clauses,
            errors: fields.isEmpty
                ? nil : fields.map { .init(field: $0.name, detail: $0.sentence) })
        let answer = try? Answer.json(body, status: status, type: "application/problem+json")
        return (answer ?? Answer(status: status))
            .with(.wwwAuthenticate, status == .unauthorized ? "Bearer" : nil)
    }

    private struct Details: Encodable {
        struct Fault: Encodable {
            let field: String
            let detail: String
        }
        let type: String
        let title: String
        let status: Int
        let detail: String
        let clauses: [String]?
        let errors: [Fault]?
    }
}

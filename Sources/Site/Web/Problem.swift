import HTTPTypes

/// Why a request was not carried out, in words for the person who made it.
/// Thrown by handlers; shown as a page, a fragment or RFC 9457 problem details.
struct Problem: Error, Sendable, Equatable {
    /// The HTTP status.
    var status: HTTPResponse.Status
    /// What happened, in a few words.
    var title: String
    /// What to do next, in one or two sentences.
    var detail: String
    /// Faults of single form fields: name and sentence.
    var fields: [Field] = []
    /// Clause ids such as `REC-20` that led to a refusal.
    var clauses: [String] = []
    /// When it is worth trying again, in seconds.
    var retryAfter: Int?
    /// Methods the address does have; only for 405.
    var allow: String?

    /// A fault of one form field.
    struct Field: Sendable, Equatable {
        var name: String
        var sentence: String
    }

    /// The connection cannot be used again because part of the request was left unread.
    var closesConnection: Bool { status == .contentTooLarge || status == .requestTimeout }
}

extension [Problem.Field] {
    /// What is wrong with a field; nil: nothing.
    func sentence(of name: String) -> String? { first { $0.name == name }?.sentence }
}

extension Problem {
    static func badRequest(_ detail: String) -> Problem {
        Problem(status: .badRequest, title: "看不懂这次提交", detail: detail)
    }

    /// One field of a form that cannot be taken as it was typed. A page that shows the form again
    /// answers 422; told on a page of its own it stays 400.
    static func fault(_ name: String, _ sentence: String) -> Problem {
        Problem(
            status: .badRequest, title: "有一处要改", detail: sentence,
            fields: [Field(name: name, sentence: sentence)])
    }

    static let signInFirst = Problem(
        status: .unauthorized, title: "请先登录", detail: "登录以后会回到这一页，填过的内容不会丢。")

    static func forbidden(_ permission: Permission?) -> Problem {
        Problem(
            status: .forbidden, title: "您的岗位不能做这件事",
            detail: "这项操作归别的岗位。需要时请找销售经理，或请系统管理员调整您的岗位。")
    }

    static let expiredForm = Problem(
        status: .forbidden, title: "这张表单已经过期",
        detail: "页面打开太久，或者您换过账号。请刷新页面再提交一次，填过的内容不会丢。")

    static let foreignOrigin = Problem(
        status: .forbidden, title: "提交来自别的网站",
        detail: "为了安全，只接受从本系统页面发出的提交。请回到本系统的页面再做一次。")

    static let notFound = Problem(
        status: .notFound, title: "没有这一页",
        detail: "地址可能写错了，或者这条记录不在本案场。请从导航重新进入。")

    static func methodNotAllowed(allow: String) -> Problem {
        Problem(
            status: .methodNotAllowed, title: "这个地址不能这样用",
            detail: "请从页面上的按钮操作，不要直接改地址。", allow: allow)
    }

    static func contentTooLarge(limit: Int) -> Problem {
        Problem(
            status: .contentTooLarge, title: "提交的内容太大",
            detail: "一次最多 \(max(1, limit / 1024)) KB。请分几次提交，或缩小文件。")
    }

    static let unsupportedType = Problem(
        status: .unsupportedMediaType, title: "提交的格式不对",
        detail: "页面表单用 application/x-www-form-urlencoded，接口用 application/json。")

    static let slowBody = Problem(
        status: .requestTimeout, title: "提交太慢，没有收完",
        detail: "网络可能不稳。内容没有保存，请检查网络后再提交一次。")

    static let addressTooLong = Problem(
        status: .uriTooLong, title: "地址太长", detail: "请从页面上的按钮进入，不要直接改地址。")

    static func busy(after seconds: Int) -> Problem {
        Problem(
            status: .serviceUnavailable, title: "系统正忙",
            detail: "这次没有保存。请过 \(seconds) 秒再提交，重复提交不会重复登记。",
            retryAfter: seconds)
    }

    static let noRoom = Problem(
        status: .serviceUnavailable, title: "现在存不进去",
        detail: "服务器的磁盘满了或不让写，这次没有保存。请马上告诉系统管理员；填过的内容先留在这一页。",
        retryAfter: 60)

    static func tooMany(after seconds: Int) -> Problem {
        Problem(
            status: .tooManyRequests, title: "操作太频繁",
            detail: "请过 \(seconds) 秒再试。", retryAfter: seconds)
    }

    /// A bug or broken storage; `id` finds it in the log.
    static func internalError(id: String) -> Problem {
        Problem(
            status: .internalServerError, title: "系统出错了",
            detail: "这次没有保存。请再试一次；还是不行，把编号 \(id) 告诉系统管理员。")
    }
}

import HTTPTypes
import HouseRules

/// Keeping the line (REC-54, REC-55, REC-57).
struct LineRoutes: Sendable {
    let house: House

    var routes: [Route] {
        let access = Access.permission(.receiveVisitors)
        return [
            Route(
                .post, "/line/rung", access: access, kind: .form, summary: "记一次响铃或漏接",
                handler: rung),
            Route(
                .post, "/line/second", access: access, kind: .form, summary: "第二部电话响了",
                handler: second),
            Route(
                .post, "/line/hand", access: access, kind: .form, summary: "交接电话岗",
                handler: hand),
            Route(
                .post, "/line/order", access: access, kind: .form, summary: "电话次序生效或确认"
            ) { call in
                try await perform(
                    call.form["step"] == "confirm" ? .confirmOrder : .issueOrder, call)
            },
        ]
    }

    private func perform(
        _ command: CallCommand, id: String? = nil, _ call: Call
    ) async throws -> Answer {
        let record = try await house.perform(.calls(command), id: id ?? call.form["id"], call)
        return .redirect(to: "/calls?decision=\(record.id)")
    }

    /// 来电 again with what is wrong, and what was typed.
    private func returned(
        _ field: String, _ sentence: String, _ call: Call
    ) async throws -> Answer {
        try await PhoneRoutes(house: house).page(call, refused: .fault(field, sentence))
    }

    @Sendable private func rung(_ call: Call) async throws -> Answer {
        guard let rings = call.form.int("rings"), (1...50).contains(rings) else {
            return try await returned("rings", "响了几声要填 1 到 50 的数。", call)
        }
        let id = try house.commandID(call.form["id"], call)
        let staff = try call.form.text("staff").map(StaffID.init(sent:))
        return try await perform(.rang(CallID(id), .rings(Int(rings)), by: staff), id: id, call)
    }

    @Sendable private func second(_ call: Call) async throws -> Answer {
        let id = try house.commandID(call.form["id"], call)
        guard let first = call.form.text("call") else { throw Problem.badRequest("请从通话那一行操作。") }
        let open = try await house.book(call).state.calls.open[CallID(sent: first)]
        guard let staff = open?.answerer else {
            return try await returned("call", "那一通已经结束，请直接登记新的来电。", call)
        }
        return try await perform(.secondLine(CallID(id), staff), id: id, call)
    }

    @Sendable private func hand(_ call: Call) async throws -> Answer {
        guard let from = call.form.text("from"), let to = call.form.text("to") else {
            return try await returned("from", "请选谁离开、交给谁。", call)
        }
        return try await perform(
            .handLine(try StaffID(sent: from), to: try StaffID(sent: to)), call)
    }
}

import Database
import HTTPTypes
import HouseRules

/// Appointments with customers, and meetings on days of rest.
struct AppointmentRoutes: Sendable {
    let house: House

    var routes: [Route] {
        [
            Route(
                .get, "/appointments", access: .permission(.endReceptions), kind: .page,
                summary: "预约", handler: { try await page($0) }),
            Route(
                .post, "/appointments", access: .permission(.endReceptions), kind: .form,
                summary: "登记预约", handler: make),
            Route(
                .post, "/appointments/rest-day", access: .permission(.endReceptions), kind: .form,
                summary: "轮休日会老客户", handler: meet),
        ]
    }

    @Sendable private func make(_ call: Call) async throws -> Answer {
        do {
            let form = try AppointmentForm(call.form, at: house.now(call))
            let id = try house.commandID(call.form["id"], call)
            let customer = try await house.customer(
                name: form.name, phone: form.phone, id: id, call)
            let appointment = Appointment(
                customer.person ?? PersonID("p-" + id), with: form.staff, at: form.at,
                substitute: form.substitute, isAbsent: form.isAbsent)
            let record = try await house.perform(
                .claims(.appoint(appointment)), id: id, call, alongside: customer.alongside)
            return .redirect(to: "/appointments?decision=\(record.id)")
        } catch let problem as Problem where !problem.fields.isEmpty {
            var answer = try await page(call, refused: problem)
            answer.status = .unprocessableContent
            return answer
        }
    }

    @Sendable private func meet(_ call: Call) async throws -> Answer {
        try await .returning({ try await page(call, refused: $0) }) { try await met(call) }
    }

    private func met(_ call: Call) async throws -> Answer {
        guard let phone = try call.form.phone("phone") else {
            throw Problem.fault("phone", "请填客户手机，用来核对是不是自己的老客户。")
        }
        guard let person = try await house.knownCustomer(phone: phone, call) else {
            throw Problem.fault("phone", "登记里没有这个号码，不是谁的老客户，轮休日不能接待。")
        }
        let knobs = try await house.book(call).view(at: house.now(call)).policy.claims
        let command = ClaimCommand.meetOnRestDay(
            try call.form.neededStaff("staff"), person,
            inUniform: call.form["uniform"] == "1" || !knobs.restDayUniform)
        let record = try await house.perform(.claims(command), id: call.form["id"], call)
        return .redirect(to: "/appointments?decision=\(record.id)")
    }

    private func page(_ call: Call, refused: Problem? = nil) async throws -> Answer {
        let book = try await house.book(call)
        let now = house.now(call)
        let present = await book.view(at: now)
        let directory = try await house.names.directory(book.site)
        let account = try house.account(call)
        let own = account.role == .consultant ? account.staff : nil
        var page = AppointmentPage(
            csrf: call.csrfField,
            decisionID: call.web.surroundings.newID(),
            consultants: consultantChoices(present.state, directory), own: own?.rawValue,
            today: now.day.text,
            needsSubstitute: present.policy.claims.appointmentNeedsSubstitute,
            needsUniform: present.policy.claims.restDayUniform)
        let shown = present.state.customers.appointments
            .filter { own == nil || $0.staff == own || $0.substitute == own }
            .sorted { $0.at < $1.at }
        page.lines = try await lines(shown, book.site, directory)
        page.notice =
            try await house.notice(of: try call.query().text("decision"), call)
            ?? refused.map { notice(.stop, title: $0.title, text: $0.detail) }
        if let refused {
            page.typed = call.form
            page.faults = refused.fields
        }
        return call.page(
            "预约", current: own == nil ? "/reception" : "/me", body: page.html)
    }

    private func lines(
        _ appointments: [Appointment], _ site: SiteID, _ directory: StaffDirectory
    ) async throws -> [AppointmentPage.Line] {
        let people = People(site: site, key: house.personKey)
        let customers = try await house.database.read { transaction in
            try appointments.map {
                try people.label($0.person, in: transaction)
            }
        }
        return zip(appointments, customers).map { appointment, customer in
            AppointmentPage.Line(
                at: appointment.at.words, customer: customer,
                staff: directory.name(appointment.staff),
                substitute: appointment.substitute.map(directory.name),
                isAbsent: appointment.isAbsent, isReminded: appointment.reminded,
                milliseconds: appointment.at.milliseconds)
        }
    }
}

/// An appointment as it was filled in.
struct AppointmentForm: Sendable {
    let staff: StaffID
    let at: Moment
    let phone: String
    let name: String?
    let substitute: StaffID?
    let isAbsent: Bool

    /// Reads a form; throws a problem that names each field at fault.
    init(_ form: FormFields, at now: Moment) throws(Problem) {
        var faults: [Problem.Field] = []
        let day = form.text("day").flatMap { BusinessDay($0) }
        let time = form.text("time").flatMap { TimeOfDay($0) }
        let staff = try form.staff("staff")
        let phone = plainPhone(form.text("phone") ?? "")
        if staff == nil { faults.append(.init(name: "staff", sentence: "请选约客户的顾问。")) }
        if day == nil { faults.append(.init(name: "day", sentence: "请填哪天来。")) }
        if time == nil { faults.append(.init(name: "time", sentence: "时刻要写成 14:05。")) }
        if !isPhone(phone) {
            faults.append(.init(name: "phone", sentence: phoneFault))
        }
        if let day, day > now.day.adding(days: 366) {
            faults.append(.init(name: "day", sentence: "最多约到一年以后。"))
        }
        name = form.text("name")
        if let name, name.count > 40 {
            faults.append(.init(name: "name", sentence: "客户称呼最多 40 个字。"))
        }
        guard let staff, let day, let time, faults.isEmpty else {
            throw Problem(
                status: .unprocessableContent, title: "有几处要改",
                detail: faults.map(\.sentence).joined(), fields: faults)
        }
        self.staff = staff
        self.phone = phone
        at = day.at(time)
        substitute = try form.staff("substitute")
        isAbsent = form["absent"] == "1"
    }
}

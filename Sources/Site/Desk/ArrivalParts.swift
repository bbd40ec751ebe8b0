import HouseRules
import Synchronization

/// The questions of the arrival form: most of its page, and the same for everybody until the ring,
/// a name or the handbook changes.
struct ArrivalParts: Sendable {
    /// What is asked of everybody, the class and the colleague named.
    let first: HTML
    /// What stands behind the fold.
    let further: HTML

    init(
        consultants: [Choice],
        required: Set<FirstQuestionField> = [.firstVisit, .knownConsultant],
        typed: FormFields = FormFields(), faults: [Problem.Field] = []
    ) {
        func fault(_ name: String) -> String? { faults.sentence(of: name) }
        let classes = ChoiceChips(
            name: "class", label: "或者直接选类别", choices: ArrivalForm.choices,
            selected: typed["class"], fault: fault("class"))
        let named = SelectField(
            name: "named", label: "指名的置业顾问", choices: consultants, selected: typed["named"],
            hint: "说得出名字的，和来电指名、老客户、老带新、自身人脉、业主、成交办事、参观团，都要选。",
            fault: fault("named"))
        let name = TextField(
            "name", "客户称呼", value: typed["name"] ?? "", hint: "只存加密的，台账里看不到。",
            fault: fault("name"), maxLength: 40)
        let phone = TextField(
            "phone", "手机", type: "tel", value: typed["phone"] ?? "", fault: fault("phone"),
            inputMode: "tel", maxLength: 20)
        let arrivedAt = TextField(
            "arrived_at", "到场时刻", type: "time", value: typed["arrived_at"] ?? "",
            hint: "现在到的不用填；补登才填，要在今天、不能晚于现在。", fault: fault("arrived_at"))
        let questions = FirstQuestionParts(
            consultants: consultants, required: required, typed: typed, fault: fault)
        first = "\(questions.first)\(classes.html)\(named.html)"
        further = """
            <div class="form-row">\(name.html)\(phone.html)</div>\(arrivedAt.html)\
            \(questions.further)
            """
    }
}

/// The empty form of each site, remembered: it is asked for far more often than it changes.
final class ArrivalFormShelf: Sendable {
    private struct Kept {
        let seq: Int
        let edition: StaffDirectory.Edition
        let required: Set<FirstQuestionField>
        let parts: ArrivalParts
    }

    private let kept = Mutex<[SiteID: Kept]>([:])

    /// The form as of a number of the journal whose state this is.
    func parts(
        of site: SiteID, seq: Int, _ state: SiteState, _ required: Set<FirstQuestionField>,
        _ directory: StaffDirectory
    ) -> ArrivalParts {
        if let found = kept.withLock({ $0[site] }), found.seq == seq,
            found.edition === directory.edition, found.required == required
        {
            return found.parts
        }
        let parts = ArrivalParts(
            consultants: consultantChoices(state, directory), required: required)
        kept.withLock {
            $0[site] = Kept(
                seq: seq, edition: directory.edition, required: required, parts: parts)
        }
        return parts
    }
}

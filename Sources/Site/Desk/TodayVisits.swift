import Database
import HouseRules
import Synchronization

/// Today's visits in words, remembered until the journal, the day or the names change: the page is
/// asked for far more often than anything happens.
final class TodayVisits: Sendable {
    /// One page of the day.
    struct Page: Sendable {
        let lines: [ReceptionPage.Line]
        let pages: Int
    }

    private struct Kept {
        let number: Int
        let day: BusinessDay
        let seq: Int
        let edition: StaffDirectory.Edition
        let page: Page
    }

    private let kept = Mutex<[SiteID: Kept]>([:])

    /// A page as of a number of the journal that the caller has seen, or newer.
    func page(
        _ number: Int, of site: SiteID, on day: BusinessDay, seq: Int,
        _ directory: StaffDirectory, in database: any Database
    ) async throws -> Page {
        if let found = kept.withLock({ $0[site] }), found.number == number, found.day == day,
            found.seq == seq, found.edition === directory.edition
        {
            return found.page
        }
        let list = try await database.read {
            try VisitList.page(number, of: site, on: day, in: $0)
        }
        let page = Page(lines: list.rows.map { .init($0, directory) }, pages: list.pages)
        kept.withLock {
            $0[site] = Kept(
                number: number, day: day, seq: seq, edition: directory.edition, page: page)
        }
        return page
    }
}

extension ReceptionPage.Line {
    fileprivate init(_ row: VisitRow, _ directory: StaffDirectory) {
        let stands = row.onBehalfOf.map { "（代 \(directory.name($0))）" } ?? ""
        let words: (String, Tone) =
            switch row.status {
            case .receiving: ("接待中", .busy)
            case .finished: ("已送客", .off)
            case .waiting, .cover: ("等候中", .warn)
            case .void: ("已作废", .off)
            }
        self.init(
            number: row.number, time: row.arrivedAt.shortWords,
            visitClass: row.visitClass.label,
            receptionist: row.receptionist.map { directory.name($0) + stands } ?? "管理人员先招呼",
            effect: row.effect?.label, status: words.0, tone: words.1, visit: row.visit.rawValue,
            decision: row.decision.rawValue, isInHand: row.status == .receiving)
    }
}

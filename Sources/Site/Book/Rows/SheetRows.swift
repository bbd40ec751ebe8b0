import Database
import HouseRules

extension ListWriter {
    /// `day_row` and `sheet_row`: the days of the site and their orders of visits and calls.
    static let sheets = ListWriter(
        name: "sheet_row",
        clear: {
            [
                "DELETE FROM day_row WHERE site = \($0)",
                "DELETE FROM sheet_row WHERE site = \($0)",
            ]
        },
        write: { entry, site in
            entry.events.flatMap { (event) -> [SQL] in
                switch event {
                case .reception(let event): return receptionSheet(event, entry, site)
                case .calls(let event): return callSheet(event, entry, site)
                case .presence, .duty, .claims, .registers, .ownership, .adjudication, .channels,
                    .sales, .selection, .commission:
                    return []
                }
            }
        })

    private static func receptionSheet(
        _ event: ReceptionEvent, _ entry: Entry, _ site: SiteID
    ) -> [SQL] {
        switch event {
        case .sheetPublished(let sheet):
            return [
                """
                INSERT INTO day_row (site, day, mechanism, published_at, published_by, decision) \
                VALUES (\(site), \(sheet.day), \(sheet.mechanism.rawValue), \(entry.at), \
                \(entry.actor.staff), \(entry.id)) ON CONFLICT (site, day) DO UPDATE SET \
                mechanism = excluded.mechanism, published_at = excluded.published_at, \
                published_by = excluded.published_by, decision = excluded.decision, \
                confirmed_at = NULL, closed_at = NULL, closed_by_itself = NULL, next_head = NULL
                """
            ] + order(sheet.order, "reception", sheet.day, site)
        case .sheetConfirmed(let day):
            return [
                """
                UPDATE day_row SET confirmed_at = \(entry.at) \
                WHERE site = \(site) AND day = \(day)
                """
            ]
        case .dayClosed(let day, let head, let automatic):
            return [
                """
                UPDATE day_row SET closed_at = \(entry.at), closed_by_itself = \(automatic), \
                next_head = \(head) WHERE site = \(site) AND day = \(day)
                """
            ]
        case .sheetJoined(let staff, let before, _):
            return [joined(staff, before: before, "reception", entry, site)]
        default:
            return []
        }
    }

    private static func callSheet(_ event: CallEvent, _ entry: Entry, _ site: SiteID) -> [SQL] {
        switch event {
        case .sheetPublished(let day, let staff): order(staff, "calls", day, site)
        case .joined(let staff): [joined(staff, before: nil, "calls", entry, site)]
        case .turnPassed, .answered, .callbackOpened, .ended, .lineHanded, .rangOut, .orderIssued,
            .orderConfirmed:
            []
        }
    }

    private static func order(
        _ staff: [StaffID], _ kind: String, _ day: BusinessDay, _ site: SiteID
    ) -> [SQL] {
        let drop: SQL = """
            DELETE FROM sheet_row WHERE site = \(site) AND day = \(day) AND kind = \(kind)
            """
        return [drop]
            + staff.enumerated().map { index, staff in
                """
                INSERT INTO sheet_row (site, day, kind, position, staff) \
                VALUES (\(site), \(day), \(kind), \(index + 1), \(staff))
                """
            }
    }

    /// Late comers stand after the printed order, with the name before which they come in.
    private static func joined(
        _ staff: StaffID, before: StaffID?, _ kind: String, _ entry: Entry, _ site: SiteID
    ) -> SQL {
        """
        INSERT INTO sheet_row (site, day, kind, position, staff, joined_at, joined_before) \
        SELECT \(site), \(entry.at.day), \(kind), coalesce(max(position), 0) + 1, \(staff), \
        \(entry.at), \(before) FROM sheet_row \
        WHERE site = \(site) AND day = \(entry.at.day) AND kind = \(kind)
        """
    }
}

/// One place of the order of a day.
public struct SheetRow: Sendable, Hashable {
    /// 1 is the first to receive; late comers follow the printed order.
    public let position: Int
    /// Who.
    public let staff: StaffID
    /// When they joined late.
    public let joinedAt: Moment?
    /// Before whom they come in.
    public let joinedBefore: StaffID?

    /// The order of visits of a day.
    public static func ofDay(_ day: BusinessDay, at site: SiteID) -> SQL {
        """
        SELECT position, staff, joined_at, joined_before FROM sheet_row
        WHERE site = \(site) AND day = \(day) AND kind = 'reception' ORDER BY position
        """
    }

    /// Reads a row of the query above.
    public init(_ row: Row) throws {
        position = Int(try row.int("position"))
        staff = StaffID(try row.text("staff"))
        joinedAt = try row.optionalMoment("joined_at")
        joinedBefore = try row.optionalText("joined_before").map { StaffID($0) }
    }
}

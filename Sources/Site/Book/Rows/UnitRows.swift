import Database
import HouseRules

extension ListWriter {
    /// The lists of sales: units with their one occupant, orders, receipts.
    static let sales: [ListWriter] = [
        units, unitMoves, orders, receipts, refunds, instalments,
    ]

    /// `unit_row`, `unit_price` and `unit_occupancy`: how every unit stands, and who has it. The
    /// key of the occupancy is the second fence against a double sale: one row a unit.
    static let units = ListWriter(
        name: "unit_row",
        clear: {
            [
                "DELETE FROM unit_occupancy WHERE site = \($0)",
                "DELETE FROM unit_price WHERE site = \($0)",
                "DELETE FROM unit_row WHERE site = \($0)",
            ]
        },
        write: { entry, site in
            entry.events.flatMap { event -> [SQL] in
                switch event {
                case .sales(let event): unit(event, entry, site)
                case .selection(.planned(let plan, _, let at)):
                    plan.units.map { bare($0, at, site) }
                default: []
                }
            }
        })

    private static func unit(_ event: SalesEvent, _ entry: Entry, _ site: SiteID) -> [SQL] {
        switch event {
        case .pricesDrafted(let list, _): list.rows.map { price($0, list.version, site) }
        case .pricesApproved(let version, let at): [approved(version, at, site)]
        case .moved(let move): [moved(move, site), occupancy(move, entry, site)]
        case .holdChanged(let unit, .extend, let until, _): [clock(unit, until, site)]
        case .payAtWindow(let unit, let until, _): [clock(unit, until, site)]
        case .orderStepped(let order, .financeDelay, _):
            [
                """
                UPDATE unit_row SET until = NULL WHERE site = \(site) AND orders = \(order)
                """
            ]
        case .changeApproved(let change, _, _, _): changed(change, site)
        default: []
        }
    }

    /// What an activity lists and no price list names.
    private static func bare(_ unit: ListedUnit, _ at: Moment, _ site: SiteID) -> SQL {
        """
        INSERT INTO unit_row (site, unit, building, floor, layout, area, price, version, status, \
        at) VALUES (\(site), \(unit.unit), \("\(unit.building)"), \(unit.floor), \
        \(unit.layout), 0, 0, '', 'unreleased', \(at)) ON CONFLICT (site, unit) DO NOTHING
        """
    }

    private static func price(_ row: PriceRow, _ version: PriceVersion, _ site: SiteID) -> SQL {
        """
        INSERT INTO unit_price (site, version, unit, building, floor, layout, area, price) \
        VALUES (\(site), \(version), \(row.unit), \(row.building), \(row.floor), \(row.layout), \
        \(row.area), \(row.unitPrice.fen))
        """
    }

    /// What nobody has gets the new price; what is taken keeps what it was sold by.
    private static func approved(_ version: PriceVersion, _ at: Moment, _ site: SiteID) -> SQL {
        """
        INSERT INTO unit_row (site, unit, building, floor, layout, area, price, version, status, \
        at) SELECT site, unit, building, floor, layout, area, price, version, 'unreleased', \
        \(at) FROM unit_price WHERE site = \(site) AND version = \(version) \
        ON CONFLICT (site, unit) DO UPDATE SET building = excluded.building, \
        floor = excluded.floor, layout = excluded.layout, area = excluded.area, \
        price = excluded.price, version = excluded.version \
        WHERE unit_row.status IN ('unreleased', 'reserved', 'available')
        """
    }

    private static func moved(_ move: UnitMove, _ site: SiteID) -> SQL {
        let runs = move.to == .held || move.to == .orderedUnpaid
        let until = runs ? move.holding?.until : nil
        return """
            UPDATE unit_row SET status = \(move.to.rawValue), person = \(move.holding?.person), \
            staff = \(move.holding?.staff), orders = \(move.holding?.order), until = \(until), \
            at = \(move.at) WHERE site = \(site) AND unit = \(move.unit)
            """
    }

    /// A row is added when somebody takes the unit, changed while they have it, and gone when it
    /// is free: a second occupant has nowhere to be written.
    private static func occupancy(_ move: UnitMove, _ entry: Entry, _ site: SiteID) -> SQL {
        guard move.to.isOccupied, let holding = move.holding else {
            return """
                DELETE FROM unit_occupancy WHERE site = \(site) AND unit = \(move.unit)
                """
        }
        guard move.from.isOccupied else {
            return """
                INSERT INTO unit_occupancy (site, unit, person, staff, orders, since, decision) \
                VALUES (\(site), \(move.unit), \(holding.person), \(holding.staff), \
                \(holding.order), \(holding.since), \(entry.id))
                """
        }
        return """
            UPDATE unit_occupancy SET person = \(holding.person), staff = \(holding.staff), \
            orders = \(holding.order) WHERE site = \(site) AND unit = \(move.unit)
            """
    }

    private static func clock(_ unit: UnitID, _ until: Moment?, _ site: SiteID) -> SQL {
        "UPDATE unit_row SET until = \(until) WHERE site = \(site) AND unit = \(unit)"
    }

    private static func changed(_ change: OrderChange, _ site: SiteID) -> [SQL] {
        switch change.kind {
        case .rename(let person):
            [
                """
                UPDATE unit_row SET person = \(person) \
                WHERE site = \(site) AND orders = \(change.order)
                """,
                """
                UPDATE unit_occupancy SET person = \(person) \
                WHERE site = \(site) AND orders = \(change.order)
                """,
            ]
        case .handOn(let staff):
            [
                """
                UPDATE unit_row SET staff = \(staff) \
                WHERE site = \(site) AND orders = \(change.order)
                """,
                """
                UPDATE unit_occupancy SET staff = \(staff) \
                WHERE site = \(site) AND orders = \(change.order)
                """,
            ]
        case .swap: []
        }
    }
}

/// One unit as lists and the board of units show it.
public struct UnitRow: Sendable, Hashable {
    /// Its row of the price list that holds for it.
    public let row: PriceRow
    /// The version of that list.
    public let version: PriceVersion
    /// How it stands.
    public let status: UnitStatus
    /// For whom it is.
    public let person: PersonID?
    /// Whose customer they are.
    public let staff: StaffID?
    /// Their order.
    public let order: OrderID?
    /// The last second in time of the clock that runs.
    public let until: Moment?
    /// Since when it stands so.
    public let at: Moment

    /// The units of a site, or of one building, floor by floor from the top.
    public static func all(at site: SiteID, building: String? = nil) -> SQL {
        """
        SELECT unit, building, floor, layout, area, price, version, status, person, staff, \
        orders, until, at FROM unit_row \
        WHERE site = \(site) AND (\(building ?? "") = '' OR building = \(building ?? "")) \
        ORDER BY building, floor DESC, unit
        """
    }

    /// Reads a row of the query above.
    public init(_ row: Row) throws {
        self.row = PriceRow(
            UnitID(try row.text("unit")), building: try row.text("building"),
            floor: Int(try row.int("floor")), layout: try row.text("layout"),
            area: Int(try row.int("area")), unitPrice: Money(fen: try row.int("price")))
        version = PriceVersion(try row.text("version"))
        status = try row.code("status")
        person = try row.optionalText("person").map { PersonID($0) }
        staff = try row.optionalText("staff").map { StaffID($0) }
        order = try row.optionalText("orders").map { OrderID($0) }
        until = try row.optionalMoment("until")
        at = Moment(milliseconds: try row.int("at"))
    }
}

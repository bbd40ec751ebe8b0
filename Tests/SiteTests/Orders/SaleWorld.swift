import Foundation
import HTTPTypes
import HouseRules
import Testing

@testable import Site

/// A served site with four priced units, two of them for sale, and a customer whom everybody knows.
struct SaleWorld {
    let site: ServedSite
    static let phone = "13800000001"

    static let csv = """
        房号,楼栋,楼层,户型,面积,单价
        1-101,1 号楼,1,A,100.00,12000
        1-102,1 号楼,1,B,89.5,12500.50
        1-201,1 号楼,2,A,100.00,12100
        2-101,2 号楼,1,A,120.25,13000
        """

    /// A form with a file, as a browser sends it.
    func bring(
        _ text: String, version: String = "v1", schemes: String = "一次性 98\n按揭 99",
        mode: String = "draft", id: String? = nil, by person: ServedSite.Person = .clerk
    ) async throws -> Received {
        let visitor = try await site.visitor(person)
        let fields = [
            "_csrf": visitor.token ?? "", "id": id ?? "price-\(version)-\(mode)",
            "version": version, "schemes": schemes, "mode": mode,
        ]
        var body = fields.map {
            "--edge\r\nContent-Disposition: form-data; name=\"\($0.key)\"\r\n\r\n\($0.value)\r\n"
        }.joined()
        body += "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
        body += "Content-Type: text/csv\r\n\r\n\(text)\r\n--edge--\r\n"
        return try await visitor.send(
            .post, "/prices", body: body, type: "multipart/form-data; boundary=edge")
    }

    /// Prices approved, the first two units released, the customer registered.
    func open() async throws {
        #expect(try await bring(Self.csv).status == 303)
        try await granted("/prices/v1/approval", [:], by: .manager)
        try await site.ask(.sales(.release(["1-101", "1-102"])))
        let person = try await site.visitor(.clerk).post(
            "/deals",
            ["deal": "D-0", "phone": Self.phone, "name": "赵小云", "staff": "yunqi-anran"])
        #expect(person.status == 303)
    }

    /// A form that the rules grant; gives the words of the page it leads to.
    @discardableResult
    func granted(
        _ path: String, _ fields: KeyValuePairs<String, String>, by person: ServedSite.Person,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> String {
        let page = try await site.visitor(person).follow(
            path, fields, sourceLocation: sourceLocation)
        let words = plainWords(page)
        #expect(!page.contains("notice tone-stop"), "\(words)", sourceLocation: sourceLocation)
        return words
    }

    /// A form that the rules refuse; gives the words of the page it leads to.
    @discardableResult
    func refused(
        _ path: String, _ fields: KeyValuePairs<String, String>, by person: ServedSite.Person,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> String {
        let page = try await site.visitor(person).follow(
            path, fields, sourceLocation: sourceLocation)
        #expect(page.contains("notice tone-stop"), sourceLocation: sourceLocation)
        return plainWords(page)
    }

    /// From the request to the signed order.
    func order(_ order: String = "O-1", of unit: String = "1-101") async throws {
        try await write(order, of: unit)
        try await granted("/sales/\(order)/review", ["staff": "yunqi-baiyu"], by: .baiyu)
        try await granted("/sales/\(order)/sign", [:], by: .anran)
    }

    /// From the request to the order that waits to be checked.
    func write(_ order: String = "O-1", of unit: String = "1-101") async throws {
        try await granted(
            "/units/\(unit)/hold",
            ["id": "q-\(order)", "phone": Self.phone, "staff": "yunqi-anran"], by: .anran)
        try await site.ask(
            .sales(.confirmHold(SalesRequestID("q-\(order)"), VerifyItem.allCases)))
        if try await status(UnitID(unit)) == .held {
            try await granted("/units/\(unit)/reconfirm", [:], by: .manager)
        }
        let person = try await buyer(of: unit)
        try await granted(
            "/units/\(unit)/order",
            [
                "id": "w-\(order)", "buyer": person, "number": order, "staff": "yunqi-anran",
                "scheme": "按揭", "deposit": "20000",
            ], by: .anran)
    }

    private func buyer(of unit: String) async throws -> String {
        let sales = try await site.book.state.sales
        let id = UnitID(unit)
        let person = sales.occupant(of: id)?.person ?? sales.verified[id]?.first?.person
        return try #require(person).rawValue
    }

    func status(_ unit: UnitID = "1-101") async throws -> UnitStatus? {
        try await site.book.state.sales.units[unit]?.status
    }
}

/// A site on which units are for sale; the unit is locked before the deposit on P002A.
func withSales(
    pack: String = "P002A", _ body: (SaleWorld) async throws -> Void
) async throws {
    try await withServedSite(pack: pack) { site in
        let world = SaleWorld(site: site)
        try await world.open()
        try await body(world)
    }
}

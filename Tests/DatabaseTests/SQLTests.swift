import Testing

@testable import Database

/// The text and values that an interpolated SQL becomes, without any database.
@Suite struct SQLTests {
    @Test func `an interpolated value is bound and never becomes part of the text`() {
        let name = "x'; DROP TABLE person; --"
        let sql: SQL = "SELECT id FROM person WHERE name = \(name) AND age > \(30)"
        #expect(sql.text == "SELECT id FROM person WHERE name = ? AND age > ?")
        #expect(sql.values == [.text(name), .integer(30)])
        #expect(sql.numberedText == "SELECT id FROM person WHERE name = $1 AND age > $2")
    }

    @Test func `every bindable type has its value`() {
        let none: String? = nil
        let sql: SQL = "\("a") \(1) \(2 as Int64) \(0.5) \(true) \(none) \(SQLValue.null)"
        #expect(
            sql.values == [
                .text("a"), .integer(1), .integer(2), .real(0.5), .integer(1), .null, .null,
            ])
    }

    @Test func `nested texts are numbered through`() {
        let condition: SQL = "site = \("s1") AND seq > \(7)"
        let sql: SQL = "SELECT \(1) FROM t WHERE \(sql: condition) LIMIT \(5)"
        #expect(sql.numberedText == "SELECT $1 FROM t WHERE site = $2 AND seq > $3 LIMIT $4")
        #expect(sql.values == [.integer(1), .text("s1"), .integer(7), .integer(5)])
    }

    @Test(arguments: [
        ("", "%%"), ("O-1", "%O-1%"), ("5%", "%5!%%"), ("a_b", "%a!_b%"), ("!", "%!!%"),
        ("房%_!", "%房!%!_!!%"),
    ])
    func `what is looked for means itself on the right of LIKE`(text: String, pattern: String) {
        #expect(SQL.containing(text) == pattern)
    }

    @Test func `texts are joined in order`() {
        let parts: [SQL] = ["a = \(1)", "b = \(2)", "c = \(3)"]
        let sql: SQL = "WHERE " + parts.joined(separator: " OR ")
        #expect(sql.numberedText == "WHERE a = $1 OR b = $2 OR c = $3")
        #expect(([] as [SQL]).joined().text == "")
    }

    @Test func `a question mark written in the text is not taken for a value`() {
        let sql: SQL = "SELECT '?' AS 问 WHERE a = \("ä?") AND b = '?'"
        #expect(sql.numberedText == "SELECT '?' AS 问 WHERE a = $1 AND b = '?'")
    }

    @Test func `a list binds each of its values, filled up so that few texts are prepared`() {
        let sql: SQL = "id IN \(sql: .list(["a", "b", "c"]))"
        #expect(sql.numberedText == "id IN ($1, $2, $3, $4)")
        #expect(sql.values == ["a", "b", "c", "c"].map(SQLValue.text))
        #expect(sql.isReusable && ("id = \("a")" as SQL).isReusable)
        let lengths = (1...64).map { SQL.list(Array(1...$0)).values.count }
        #expect(Set(lengths) == [1, 2, 4, 8, 16, 32, 64])
        #expect(zip(1..., lengths).allSatisfy { $0 <= $1 && $1 < 2 * $0 })
        let long = SQL.list(Array(1...65))
        #expect(long.values.count == 65 && !long.isReusable)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func `a number that is not finite is refused`(number: Double) {
        #expect(throws: DatabaseFailure.statement("value 1 is not a finite number")) {
            try ("SELECT \(number)" as SQL).check()
        }
    }

    @Test func `a NUL character is found wherever it stands`() {
        for text in ["\0", "a\0", "\0b", "案\0场", String(repeating: "x", count: 5_000) + "\0"] {
            #expect(text.holdsNUL)
        }
        for text in ["", "a", "案场", "\u{1}", String(repeating: "x", count: 5_000)] {
            #expect(!text.holdsNUL)
        }
    }
}

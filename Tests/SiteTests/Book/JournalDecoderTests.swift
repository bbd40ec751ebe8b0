import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `The journal's decoder` {
    private enum Event: Codable, Equatable {
        case nothing
        case one(String)
        case some(Int, at: Int64, why: String?)
        indirect case nested([Event], by: [String: Event])
    }

    private struct Sample: Codable, Equatable {
        var text = "来客🙂"
        var small: Int8 = -128
        var large = UInt64.max
        var rate = -0.125
        var few: Float = 1.5
        var flag = true
        var missing: Int?
        var list: [String?] = ["a", nil, ""]
        var table: [VisitID: [Bool]] = ["v2": [true, false], "v1": []]
        var events: [Event] = [.nothing, .one("\"\\\n"), .some(1, at: -5, why: nil)]
    }

    private func read<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        try JournalDecoder.decode(type, from: Array(text.utf8))
    }

    @Test func `reads what Foundation writes and what the journal's encoder writes`() throws {
        let sample = Sample()
        let ours = try JournalEncoder.encode(sample)
        #expect(try JournalDecoder.decode(Sample.self, from: ours) == sample)
        #expect(
            try JournalDecoder.decode(Sample.self, from: Array(JSONEncoder().encode(sample)))
                == sample)
        let pretty = JSONEncoder()
        pretty.outputFormatting = [.prettyPrinted, .sortedKeys]
        #expect(
            try JournalDecoder.decode(Sample.self, from: Array(pretty.encode(sample))) == sample)
    }

    @Test func `reads fields in whatever order they stand, once more and those not there`() throws {
        struct Pair: Codable, Equatable {
            var a: Int
            var b: Int?
            var c: Int
        }
        #expect(try read(Pair.self, #"{"c":3,"x":[{}],"a":1}"#) == Pair(a: 1, b: nil, c: 3))
        #expect(try read([Pair].self, #"[{"b":null,"c":0,"a":2}]"#) == [Pair(a: 2, c: 0)])
        #expect(throws: DecodingError.self) { try read(Pair.self, #"{"a":1,"b":2}"#) }
        #expect(throws: DecodingError.self) { try read(Pair.self, "{}") }
    }

    @Test(arguments: [
        (#""a\u0041\u00e9\n\/\\\"""#, "aAé\n/\\\""), (#""\ud83d\ude42!""#, "🙂!"),
        (#""\ud83dx""#, "\u{FFFD}x"), (#""""#, ""), (#"  "b" "#, "b"),
    ])
    func `undoes escapes`(_ json: String, _ text: String) throws {
        #expect(try read(String.self, json) == text)
    }

    @Test func `finds a field whose name is escaped`() throws {
        #expect(try read([String: Int].self, #"{"\u0061":1,"b\\":2}"#) == ["a": 1, "b\\": 2])
    }

    @Test(arguments: [
        "", " ", "{", "[", "[1", "[1,", "[1,]", "[,]", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#,
        #"{a:1}"#, "[1]x", "[1] [2]", "nul", "truex", "-", "1-", "1e", "\"", "\"a", "\"\n\"",
        #""\x""#, #""\u12g4""#, #""\u12"#, "[1}", #"{"a":1]"#, "'a'",
    ])
    func `refuses what is not JSON`(_ json: String) {
        #expect(throws: DecodingError.self) { try read([Int].self, json) }
        #expect(throws: DecodingError.self) { try JournalTape(Array(json.utf8)) }
    }

    @Test func `refuses what is JSON of another kind`() {
        #expect(throws: DecodingError.self) { try read(Int.self, "\"1\"") }
        #expect(throws: DecodingError.self) { try read(String.self, "1") }
        #expect(throws: DecodingError.self) { try read(Bool.self, "0") }
        #expect(throws: DecodingError.self) { try read([Int].self, "{}") }
        #expect(throws: DecodingError.self) { try read([String: Int].self, "[]") }
        #expect(throws: DecodingError.self) { try read([Int].self, "[null]") }
        #expect(throws: DecodingError.self) { try read(Event.self, #"{"nothing":{},"one":{}}"#) }
    }

    @Test func `a number that does not fit is refused, to the last digit`() throws {
        #expect(try read(Int64.self, "-9223372036854775808") == .min)
        #expect(try read(Int64.self, "9223372036854775807") == .max)
        #expect(throws: DecodingError.self) { try read(Int64.self, "9223372036854775808") }
        #expect(throws: DecodingError.self) { try read(Int64.self, "-9223372036854775809") }
        #expect(throws: DecodingError.self) { try read(UInt8.self, "256") }
        #expect(throws: DecodingError.self) { try read(UInt8.self, "-1") }
        #expect(throws: DecodingError.self) { try read(Int.self, "1.5") }
        #expect(try read(Double.self, "1e3") == 1000)
    }

    @Test func `objects may stand in each other two hundred deep, and no deeper`() {
        func nested(_ depth: Int) -> [UInt8] {
            [UInt8](repeating: UInt8(ascii: "["), count: depth)
                + [UInt8](repeating: UInt8(ascii: "]"), count: depth)
        }
        #expect(throws: Never.self) { try JournalTape(nested(200)) }
        #expect(throws: DecodingError.self) { try JournalTape(nested(201)) }
        #expect(throws: DecodingError.self) { try JournalTape(nested(1_000_000)) }
    }

    @Test func `a text cut anywhere is refused and never read half`() throws {
        let whole = try JournalEncoder.encode(Sample())
        for end in 0..<whole.count {
            #expect(throws: DecodingError.self) {
                try JournalDecoder.decode(Sample.self, from: Array(whole[..<end]))
            }
        }
    }

    @Test func `agrees with Foundation about values made at random`() throws {
        var random = SeededNumbers(seed: 11)
        for _ in 0..<300 {
            let event = Self.event(depth: 4, &random)
            let json = try JournalEncoder.encode([event])
            let ours = try JournalDecoder.decode([Event].self, from: json)
            #expect(try ours == JSONDecoder().decode([Event].self, from: Data(json)))
            #expect(ours == [event])
        }
    }

    private static func event(depth: Int, _ random: inout SeededNumbers) -> Event {
        let words = ["", "换", "a\"b", "\u{1}", "🙂\\", "plain"]
        switch Int.random(in: 0..<(depth > 0 ? 4 : 3), using: &random) {
        case 0: return .nothing
        case 1: return .one(words.randomElement(using: &random)!)
        case 2:
            return .some(
                .random(in: -9...9, using: &random), at: .random(in: .min ... .max, using: &random),
                why: Bool.random(using: &random) ? words.randomElement(using: &random) : nil)
        default:
            let list = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                event(depth: depth - 1, &random)
            }
            let names = words.shuffled(using: &random).prefix(list.count)
            return .nested(
                list, by: Dictionary(uniqueKeysWithValues: zip(names, list.reversed())))
        }
    }

    @Test func `what is wrong in the journal is told with its place`() {
        let failure = #expect(throws: (any Error).self) {
            try JournalText.decode([Event].self, #"[{"some":{"_0":1,"at":"x"}}]"#)
        }
        #expect("\(failure.map { "\($0)" } ?? "")".contains("at"))
    }
}

import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite struct `How a name sounds` {
    @Test(
        arguments: [
            ("张三", ["zhang", "san"]), ("欧阳修", ["ou", "yang", "xiu"]), ("吕女士", ["lv", "nv", "shi"]),
            ("John Smith", ["john", "smith"]), ("王Amy", ["wang", "amy"]), ("", []), ("·", []),
        ] as [(String, [String])])
    func `is told sign by sign, and word by word where it is not Chinese`(
        name: String, syllables: [String]
    ) {
        #expect(Pinyin.syllables(of: name) == syllables)
    }

    @Test(
        arguments: [
            ("单", "shan"), ("曾", "zeng"), ("解", "xie"), ("仇", "qiu"), ("区", "ou"), ("查", "zha"),
            ("任", "ren"), ("盖", "ge"), ("朴", "piao"), ("翟", "zhai"),
        ])
    func `follows the reading of surnames at its head only`(sign: String, reading: String) {
        #expect(Pinyin.syllables(of: sign + "先生").first == reading)
        let behind = Pinyin.syllables(of: "王" + sign)
        #expect(behind.count == 2 && behind.first == "wang")
    }

    @Test func `follows surnames of two signs`() {
        #expect(Pinyin.syllables(of: "长孙无忌").prefix(2) == ["zhang", "sun"])
        #expect(Pinyin.syllables(of: "尉迟恭").prefix(2) == ["yu", "chi"])
        #expect(Pinyin.syllables(of: "万俟卨").prefix(2) == ["mo", "qi"])
        #expect(Pinyin.syllables(of: "解长").last == "zhang", "as the system reads it alone")
    }
}

@Suite struct `Words to find a name by` {
    @Test func `are its signs, pairs of them, initials and syllables from the beginning`() {
        #expect(
            SearchWords.all(of: "张小三") == [
                "n:张", "n:小", "n:三", "n:张小", "n:小三", "s:z", "s:zx", "s:zxs", "s:zhang",
                "s:zhangxiao", "s:zhangxiaosan",
            ])
        #expect(SearchWords.all(of: "").isEmpty)
    }

    @Test func `take wide letters, marks and capitals for what they mean`() {
        #expect(SearchWords.simplified(" Ａmy·王 ") == "amy王")
        #expect(SearchWords.all(of: "阿卜杜拉·买买提").contains("n:拉买"))
        #expect(SearchWords.all(of: "AMY") == SearchWords.all(of: "amy"))
    }

    @Test func `stay few for a name of any length`() {
        #expect(SearchWords.all(of: String(repeating: "王小二", count: 500)).count < 200)
    }

    @Test func `are keyed by site, short, and unlike the hashes of numbers`() {
        let key = ServedSite.keys.person
        let token = key.searchToken("n:张", site: "a")
        #expect(token.count == 16 && token.allSatisfy(\.isHexDigit))
        #expect(token == key.searchToken("n:张", site: "a"))
        #expect(token != key.searchToken("n:张", site: "b"))
        #expect(token != key.searchToken("s:张", site: "a"))
        #expect(!key.tailHash("0001", site: "a").hasPrefix(key.searchToken("0001", site: "a")))
    }
}

@Suite struct `What somebody types to find a customer` {
    @Test func `is an end of a number, a part of a name or how it sounds`() throws {
        #expect(try CustomerQuery("0001") == .tail("0001"))
        #expect(try CustomerQuery(" 138-0000 0001 ") == .tail("13800000001"))
        #expect(try CustomerQuery("+86 13800000001") == .tail("13800000001"))
        #expect(try CustomerQuery("００１２") == .tail("0012"))
        #expect(try CustomerQuery("三") == .name("三"))
        #expect(try CustomerQuery("张 三") == .name("张三"))
        #expect(try CustomerQuery("ZS") == .sound("zs"))
        #expect(try CustomerQuery("zhang3") == .name("zhang3"))
    }

    @Test(arguments: ["", " ", "···", "12", "1 2 3", String(repeating: "三", count: 41)])
    func `is refused with what to write instead`(text: String) {
        let problem = #expect(throws: Problem.self) { try CustomerQuery(text) }
        #expect(problem?.status == .unprocessableContent && problem?.fields.first?.name == "q")
    }

    @Test func `is looked at again where pairs of signs may stand apart`() throws {
        let query = try CustomerQuery("王小王")
        #expect(query.words == ["n:王小", "n:小王"])
        #expect(query.means(PersonDetails(name: "王小王")))
        #expect(!query.means(PersonDetails(name: "小王王小")), "both pairs, but not in a row")
        #expect(try CustomerQuery("40001").means(PersonDetails(name: "", phone: "13812340001")))
        #expect(try !CustomerQuery("50001").means(PersonDetails(name: "", phone: "13812340001")))
        #expect(try !CustomerQuery("0001").means(PersonDetails(name: "张三")))
    }
}

import Testing

@testable import Site

@Suite struct `A customer's name and number` {
    private let plain = CustomerWords(name: "张三", phone: "13800001111")

    @Test(arguments: [
        ("张 三", "138-0000-1111"), ("　张三　", "１３８００００１１１１"), ("张三", "+86 138 0000 1111"),
        ("张\t三\n", "(138)00001111"), ("张三", "0086-13800001111"),
    ])
    func `are the same however they are spaced or widened`(words: (String, String)) {
        #expect(CustomerWords(name: words.0, phone: words.1) == plain)
    }

    @Test(arguments: [
        ("张先生", "13800001111"), ("章三", "13800001111"), ("张三", "13800001112"),
        ("张三", "1380000111"), ("张三丰", "13800001111"), ("张三", "138****1111"), ("張三", "13800001111"),
    ])
    func `are never guessed`(words: (String, String)) {
        #expect(CustomerWords(name: words.0, phone: words.1) != plain)
    }

    @Test func `have full-width letters and signs made half width, and nothing else`() {
        #expect(CustomerWords(name: "Ｌｉ　Ｌｅｉ", phone: "1").name == "LiLei")
        #expect(CustomerWords.halfWidth("（Ａ０～）。、") == "(A0~)。、")
    }

    @Test(arguments: ["138****1111", "138XXXX1111", "138####1111", "１３８＊＊＊＊１１１１"])
    func `show a masked number by its ends alone`(phone: String) {
        let masked = CustomerWords(name: "张三", phone: phone)
        #expect(masked.phone == nil)
        #expect(masked.tail == "1381111")
        #expect(plain.tail == "1381111")
    }

    @Test func `may lack a number`() {
        #expect(CustomerWords(name: "张三", phone: "没有").phone == nil)
        #expect(CustomerWords(name: "张三", phone: "").tail.isEmpty)
    }
}

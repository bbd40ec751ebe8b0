import Testing

@testable import Site

@Suite struct `The nearest word` {
    @Test(arguments: [
        ("", "", 0), ("a", "", 1), ("", "abc", 3), ("kitten", "sitting", 3), ("ring", "rign", 2),
        ("轮次", "轮空", 1), ("same", "same", 0), ("ab", "ba", 2),
    ])
    func `so many letters differ`(left: String, right: String, distance: Int) {
        #expect(editDistance(Array(left), Array(right)) == distance)
        #expect(editDistance(Array(right), Array(left)) == distance)
    }

    @Test func `distance obeys the triangle`() {
        var random = SeededNumbers(seed: 5)
        for _ in 0..<500 {
            let words = (0..<3).map { _ in
                (0..<(random.next() % 6)).map { _ in random.pick(Array("abc")) }
            }
            let direct = editDistance(words[0], words[2])
            let byWay = editDistance(words[0], words[1]) + editDistance(words[1], words[2])
            #expect(direct <= byWay, "\(words)")
            #expect((direct == 0) == (words[0] == words[2]))
        }
    }

    @Test(arguments: [
        ("rign", "ring"), ("RING", "ring"), ("taly", "tally"), ("tallly", "tally"),
        ("mechanism", "rotation.mechanism"), ("rotation.mecanism", "rotation.mechanism"),
    ])
    func `a slip of the finger is understood`(word: String, meant: String) {
        #expect(nearest(to: word, among: ["ring", "tally", "rotation.mechanism"]) == meant)
    }

    @Test(arguments: ["", "x", "somethingelse", "环"])
    func `what is far from all of them means none`(word: String) {
        #expect(nearest(to: word, among: ["mechanism", "publisher"]) == nil)
    }

    @Test func `the nearest counts, of equals the first`() {
        #expect(nearest(to: "bat", among: ["boat", "cart", "bar"]) == "boat")
        #expect(nearest(to: "bat", among: ["bards", "bar"]) == "bar")
        #expect(nearest(to: "anything", among: []) == nil)
    }
}

@testable import HouseRules
import Testing

@testable import Site

@Suite struct `Sentences about channels` {
    @Test func `of every reason are there, end, and hold no ASCII punctuation`() {
        for reason in FrozenChannels.reasons {
            let text = Reason.channels(reason).sentence(names: houseName)
            #expect(text.hasSuffix("。") && text.count > 3, "\(reason)")
            #expect(!text.contains(/\p{Han}[,;:]|[,;:]\p{Han}/), "\(text)")
        }
    }

    @Test func `of every refusal say what happened and what to do`() {
        let sentences = FrozenChannels.refusals.map { $0.sentence(names: houseName) }
        for text in sentences {
            #expect(text.hasSuffix("。") && text.count > 8, "\(text)")
            #expect(!text.contains(/\p{Han}[,;:]|[,;:]\p{Han}/), "\(text)")
        }
        #expect(Set(sentences).count == sentences.count)
    }

    @Test func `of what was asked are there for every command`() {
        for command in FrozenChannels.commands {
            let question = command.question(houseName)
            #expect(question.count >= 4 && !question.hasSuffix("。"), "\(command)")
        }
    }

    @Test func `tell how early a report was, and why it counts or not`() {
        let sent = mondayAt(13, 0)
        var finding = ReportFinding(
            report: "报一", channel: "X", agent: "小谢", countsAt: sent, lead: 1799,
            isTimely: false, differs: [.phone], isBarred: false)
        #expect(
            ChannelReason.weighed(finding).sentence(names: houseName)
                == "报备单 报一（X，6月2日 周一 13:00）：早 29 分 59 秒，无效；电话不一致。")
        finding.lead = -60
        #expect(ChannelReason.weighed(finding).sentence(names: houseName).contains("晚于到场"))
        finding.isBarred = true
        #expect(ChannelReason.weighed(finding).sentence(names: houseName).contains("已禁带"))
        #expect(
            ChannelReason.intercepted("报一", lead: 1799).sentence(names: houseName)
                == "报备单 报一 只早了 29 分 59 秒，算在售楼处拦截。")
        #expect(
            ChannelReason.intercepted("报一", lead: -1).sentence(names: houseName)
                == "报备单 报一 晚于到场，算在售楼处拦截。")
        #expect(
            ChannelReason.natural(missing: [.match]).sentence(names: houseName)
                == "按自然到访，缺：信息一致。")
        #expect(
            ChannelReason.dumped("A", .dismiss).sentence(names: houseName)
                == "查实安然把自然到访甩给渠道，建议开除，须人事复核。")
    }

    @Test func `name the company, or one of its agents`() {
        let all = ChannelReason.blocked(channel: "X", agent: nil, until: nil)
        #expect(all.sentence(names: { $0.rawValue }) == "X以后不得再给本案带客。")
        let one = ChannelReason.blocked(channel: "X", agent: "小谢", until: mondayAt(12, 0))
        #expect(
            one.sentence(names: { $0.rawValue }) == "X的小谢停止带客，到 6月2日 周一 12:00 为止。")
    }
}

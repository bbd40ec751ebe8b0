import HouseRules
import Testing

@testable import Site

@Suite struct `Sentences about customers` {
    @Test func `of every reason are there, end, and hold no ASCII punctuation`() {
        for reason in FrozenClaims.reasons {
            let text = Reason.claims(reason).sentence(names: houseName)
            #expect(text.hasSuffix("。") && text.count > 3, "\(reason)")
            #expect(!text.contains(/\p{Han}[,;:]|[,;:]\p{Han}/), "\(text)")
            #expect(!Reason.claims(reason).name.contains("("))
        }
    }

    @Test func `of every refusal say what happened and what to do, without ASCII punctuation`() {
        for refusal in FrozenClaims.refusals {
            let text = Refusal.claims(refusal).sentence(names: houseName)
            #expect(text.hasSuffix("。") && text.count > 8, "\(refusal)")
            #expect(!text.contains(/\p{Han}[,;:]|[,;:]\p{Han}/), "\(text)")
        }
        let sentences = FrozenClaims.refusals.map { $0.sentence(names: houseName) }
        #expect(Set(sentences).count == sentences.count)
    }

    @Test func `name people and moments`() {
        let until = mondayAt(10, 5)
        #expect(
            ClaimReason.claimed("A", until: until).sentence(names: houseName)
                == "安然认领，条件齐，窗口到 10:05。")
        #expect(
            ClaimReason.ownershipExpired("A", lapsedOn: until.day).sentence(names: houseName)
                == "与安然的归属在 2025年6月2日 周一 已经失效。")
        #expect(ClaimReason.turnReturned("A").sentence(names: houseName) == "退还安然一轮。")
        #expect(
            ClaimReason.changed(to: "B", .complaint).sentence(names: houseName)
                == "换成白榆，原因：投诉。")
        #expect(
            ClaimReason.ambiguous(["A", "B"]).sentence(names: houseName)
                == "说的特征对得上安然、白榆，请客户当面认；认不出按忘名。")
        #expect(
            ClaimReason.ownershipValid("A", until: nil).sentence(names: houseName)
                == "客户归安然。")
        #expect(
            ClaimReason.tied("A", .deal, until: until.day).sentence(names: houseName)
                == "成交记在安然名下。")
        #expect(
            ClaimReason.foundAfter(.notCounted).sentence(names: houseName)
                == "接完才知道不是看房的，不占接待指标。")
        #expect(
            ClaimReason.appointment("A", substitute: nil).sentence(names: houseName)
                == "安然约的客户。")
    }

    @Test func `of a refusal name people, moments and questions`() {
        #expect(
            ClaimRefusal.windowClosed(until: mondayAt(10, 5)).sentence(names: houseName)
                == "认领只到 10:05，已经过了。有异议请找销售经理改判。")
        #expect(
            ClaimRefusal.notOwned("B", lapsedOn: nil).sentence(names: houseName)
                == "登记簿上没有白榆与这位客户的有效记录，客户留在当轮。"
                + "另有证据的，请销售经理或主管在这一组的办理页“换顾问”或“改判类别”里裁定。")
        #expect(
            ClaimRefusal.designated(nil).sentence(names: houseName)
                == "客户想换别人。请经理批换人单。")
        #expect(
            ClaimRefusal.designated("A").sentence(names: houseName)
                == "客户点名要安然。要换人请经理批换人单。")
        #expect(
            ClaimRefusal.firstQuestionMissing([.firstVisit, .purpose]).sentence(names: houseName)
                == "首问还没问完：是不是第一次来、来做什么。请问完再派客。")
    }

    @Test func `of what was asked are there for every command`() {
        for command in FrozenClaims.commands {
            let question = command.question(houseName)
            #expect(question.count >= 4 && !question.hasSuffix("。"), "\(command)")
            #expect(command.kind.hasPrefix("claims."))
        }
        #expect(ClaimCommand.claim(Claim("v", by: "A")).question(houseName) == "安然认领客户")
    }

    @Test func `carry marks where a decision stands all the same`() {
        let marks = FrozenClaims.reasons.compactMap { Reason.claims($0).flag }
        #expect(
            marks.sorted() == [
                "DESIGNATION_IGNORED", "HANDOVER_UNREAD", "OWNERSHIP_EXPIRED", "TOUCH_AFTER_LAPSE",
            ])
    }

    @Test func `know whom a command is about`() {
        #expect(ClaimCommand.claim(Claim("v", by: "A")).subject == ("A", "v", nil))
        #expect(ClaimCommand.linkCall("c", "p").subject == (nil, nil, "c"))
        #expect(ClaimCommand.split("v", Arrival("w", .newFirst)).subject == (nil, "w", nil))
        #expect(ClaimCommand.handOver("p", to: "B", note: "").subject == ("B", nil, nil))
        #expect(ClaimCommand.prove("v").subject == (nil, "v", nil))
    }

    @Test func `of words in files and on screens differ from each other`() {
        differ(CustomerFact.Kind.allCases.map(\.label))
        differ(TieKind.allCases.map(\.label))
        differ(FirstQuestionField.allCases.map(\.label))
        differ(Referrer.allCases.map(\.label))
        differ(VisitPurpose.allCases.map(\.label))
        differ(VerifyKey.allCases.map(\.label))
        differ(ChangeCause.allCases.map(\.label))
        differ(QuestionAsker.allCases.map(\.label))
        differ(NamedAfterExpiry.allCases.map(\.label))
        differ(ReferralMoment.allCases.map(\.label))
        differ(OwnResourceProof.allCases.map(\.label))
        differ(FactKind.claimKinds.map(\.label))
    }

    private func differ(_ labels: [String]) {
        #expect(Set(labels).count == labels.count && !labels.contains(""))
    }
}

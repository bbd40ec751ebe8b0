import HouseRules
import Testing

@Suite struct `An identifier` {
    @Test func `is its text`() throws {
        let staff: StaffID = "甲"
        #expect(staff.description == "甲")
        #expect(StaffID("甲") == StaffID(rawValue: "甲"))
        #expect(StaffID("a") < StaffID("b"))
        #expect(try throughJSON([staff]) == [staff])
    }

    @Test func `keeps any text, odd ones too`() throws {
        for text in [
            "", " ", "\"\\", "a\u{0}b", "e\u{301}", "😀", String(repeating: "x", count: 999),
        ] {
            #expect(try throughJSON([VisitID(text)]) == [VisitID(text)])
        }
    }
}

@Suite struct `A clause` {
    @Test func `has two digits at least`() {
        #expect(Clause.rec(3).id == "REC-03")
        #expect(Clause.rec(66).description == "REC-66")
        #expect(Clause("SAL", 108).id == "SAL-108")
    }

    @Test func `is known by topic and number`() {
        #expect(Clause.rec(1) == Clause("REC", 1))
        #expect(Clause.rec(1) != Clause("SAL", 1))
        #expect(Set([Clause.rec(1), Clause("REC", 1), Clause("SAL", 1)]).count == 2)
        #expect(
            [Clause("SAL", 1), .rec(20), .rec(3)].sorted().map(\.id)
                == ["REC-03", "REC-20", "SAL-01"])
    }
}

@Suite struct `A role` {
    @Test(arguments: Role.allCases) func `is management or not`(role: Role) {
        #expect(role.isManagement == [.salesManager, .salesSupervisor].contains(role))
    }

    @Test func `keeps its word`() {
        #expect(
            Role.allCases.map(\.rawValue) == [
                "sales_manager", "sales_supervisor", "duty_officer", "front_desk_secretary",
                "consultant", "clerical_staff", "cashier", "title_clerk", "auditor",
                "administrator", "clock",
            ])
        #expect(
            Presence.allCases.map(\.rawValue) == [
                "on_stand", "receiving_turn", "receiving_existing", "away_official", "away_meal",
                "away_personal", "waived", "suspended", "off_duty",
            ])
        #expect(
            VisitClass.allCases.map(\.rawValue) == [
                "new_first", "new_unregistered", "new_expired", "call_named", "call_unnamed",
                "owned_returning", "forgot_consultant", "referral", "own_resource", "relation",
                "staff_referral", "channel", "peer", "developer_business", "owner", "tour_group",
                "deal_followup",
            ])
        #expect(
            TurnEffect.allCases.map(\.rawValue) == [
                "counted", "not_counted", "advance", "forfeited", "makeup_granted",
                "makeup_used", "returned_used", "advance_spent", "returned", "waived",
            ])
    }
}

@Suite struct `Where somebody is` {
    @Test(arguments: Presence.allCases) func `says who is there`(presence: Presence) {
        let receiving = [Presence.receivingTurn, .receivingExisting].contains(presence)
        #expect(presence.isReceiving == receiving)
        #expect(presence.isOnDuty == ![Presence.offDuty, .suspended].contains(presence))
    }

    @Test(arguments: Presence.allCases)
    func `turns private when the approved time is over`(presence: Presence) {
        let end = House.monday.at(TimeOfDay(13, 0))
        var member = Member("A", since: end)
        member.presence = presence
        member.until = end
        let lapses = presence == .awayMeal || presence == .awayOfficial
        #expect(member.presence(at: end) == presence)
        #expect(member.presence(at: Moment(milliseconds: end.milliseconds + 999)) == presence)
        #expect(member.presence(at: end.adding(seconds: 1)) == (lapses ? .awayPersonal : presence))
        member.until = nil
        #expect(member.presence(at: end.adding(seconds: 99_999)) == presence)
    }

    @Test func `follows the kind of leave`() {
        #expect(LeaveKind.allCases.map(\.presence) == [.awayOfficial, .awayMeal, .awayPersonal])
    }
}

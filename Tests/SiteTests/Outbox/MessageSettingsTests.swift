import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `Settings of messages` {
    private func settings(_ values: [String: String]) throws -> MessageSettings {
        try MessageSettings(environment: values)
    }

    @Test func `nothing set means the log`() throws {
        let none = try settings(["ANCHANG_WECOM_URL": ""])
        #expect(none.bots == [.log])
        #expect(none.sms == nil)
        let channels = none.channels(Silence(), .fixed(clock: StoppedClock(at: 0)))
        #expect(channels.map(\.name) == [.log, .sms])
        #expect(channels.allSatisfy { $0 is LogChannel })
    }

    @Test func `every way is taken from the environment`() throws {
        let all = try settings([
            "ANCHANG_SMS_URL": "https://sms.example/v1", "ANCHANG_SMS_SECRET": "a",
            "ANCHANG_WECOM_URL": "https://wecom.example/?key=b",
            "ANCHANG_DINGTALK_URL": "https://ding.example/?access_token=c",
            "ANCHANG_DINGTALK_SECRET": "d", "ANCHANG_FEISHU_URL": "https://feishu.example/e",
            "ANCHANG_FEISHU_SECRET": "f", "ANCHANG_QUIET_HOURS": "21:30-08:00",
        ])
        #expect(all.bots == [.wecom, .dingtalk, .feishu])
        #expect(all.dingtalk?.secret == "d")
        let channels = all.channels(Silence(), .fixed(clock: StoppedClock(at: 0)))
        #expect(channels.map(\.name) == [.log, .wecom, .dingtalk, .feishu, .sms])
        #expect(all.quietHours == QuietHours("21:30-08:00"))
    }

    @Test func `neither keys nor addresses are shown, whoever prints them`() throws {
        let all = try settings([
            "ANCHANG_WECOM_URL": "https://wecom.example/?key=hidden",
            "ANCHANG_DINGTALK_URL": "https://ding.example/", "ANCHANG_DINGTALK_SECRET": "hidden",
        ])
        for text in ["\(all)", String(reflecting: all), String(describing: all)] {
            #expect(text == "wecom, dingtalk")
        }
    }

    @Test(arguments: [
        ["ANCHANG_WECOM_URL": "http://wecom.example/"], ["ANCHANG_WECOM_URL": "wecom.example"],
        ["ANCHANG_FEISHU_URL": "file:///etc/passwd"], ["ANCHANG_SMS_URL": "https://sms.example"],
        ["ANCHANG_QUIET_HOURS": "22:15"], ["ANCHANG_QUIET_HOURS": "08:00-08:00"],
        ["ANCHANG_QUIET_HOURS": "25:00-08:00"],
    ])
    func `what cannot be used is refused without being repeated`(values: [String: String]) {
        #expect {
            try settings(values)
        } throws: { error in
            let text = "\(error)"
            return text.contains(values.keys.first!.prefix(11))
                && !text.contains(values.values.first!)
        }
    }

    @Test func `http is allowed to this machine only`() throws {
        #expect(try settings(["ANCHANG_WECOM_URL": "http://127.0.0.1:9/"]).bots == [.wecom])
    }

    @Test func `quiet hours reach over midnight and end on the second`() throws {
        let day = BusinessDay(year: 2025, month: 6, day: 2)!
        let night = try #require(QuietHours("21:30-08:00"))
        let noon = try #require(QuietHours("12:00-13:00"))
        func at(_ hour: Int, _ minute: Int, _ second: Int = 0) -> Moment {
            day.at(TimeOfDay(hour, minute, second))
        }
        #expect(!night.contains(at(21, 29, 59)))
        #expect(night.contains(at(21, 30)))
        #expect(night.contains(at(0, 0)))
        #expect(night.contains(at(7, 59, 59)))
        #expect(!night.contains(at(8, 0)))
        #expect(!noon.contains(at(11, 59, 59)))
        #expect(noon.contains(at(12, 0)) && noon.contains(at(12, 59, 59)))
        #expect(!noon.contains(at(13, 0)))
    }

    @Test func `templates name their places, and an order needs a value for each`() {
        let template = SMSTemplate.all[0]
        #expect(template.places == ["site", "consultant", "address"])
        let moment = Moment(milliseconds: 0)
        func order(_ values: [String: String], phone: String = "13800000001") -> SMSOrder? {
            SMSOrder(
                id: "m", phone: phone, template: template, values: values, at: moment,
                expiresAt: moment)
        }
        let full = ["site": "云栖府", "consultant": "安然", "address": "云栖路 1 号"]
        #expect(order(full) != nil)
        #expect(order(["site": "云栖府"]) == nil)
        #expect(order(full, phone: "1") == nil)
        #expect(Set(SMSTemplate.all.map(\.name)).count == SMSTemplate.all.count)
    }
}

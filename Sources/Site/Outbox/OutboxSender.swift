import Database
import HouseRules
import Logging
import ServiceLifecycle

/// Sends what is due, on every channel at its own pace, until the site stops.
struct OutboxSender: Service {
    let queue: OutboxQueue
    let channels: [any MessageChannel]
    let quietHours: QuietHours?
    let outbox: Outbox
    let names: StaffNames
    let siteName: @Sendable (SiteID) -> String
    let surroundings: Surroundings
    /// How often an empty outbox is looked at.
    var pace: Duration = .seconds(1)

    /// Sends until the site stops; what is in the air then is sent again by whoever comes next.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup { group in
                for channel in channels { group.addTask { await keepSending(channel) } }
            }
        }
    }

    private func keepSending(_ channel: any MessageChannel) async {
        while !Task.isCancelled {
            var hasMore = false
            do {
                hasMore = try await step(channel)
            } catch is CancellationError {
                return
            } catch {
                surroundings.log.warning(
                    "messages cannot be sent just now",
                    metadata: ["channel": "\(channel.name.rawValue)", "error": "\(error)"])
            }
            if !hasMore { try? await Task.sleep(for: pace) }
        }
    }

    /// Sends one parcel if one is due; tells whether there may be more.
    func step(_ channel: any MessageChannel) async throws -> Bool {
        let now = Moment(milliseconds: surroundings.now())
        let isQuiet = quietHours?.contains(now) ?? false
        guard
            case .send(let rows, let batch) = try await queue.next(
                channel, isQuiet: isQuiet, at: now)
        else { return false }
        let delivery = await deliver(rows, batch, channel, at: now)
        if case .refused = delivery {
            surroundings.log.error(
                "a message was refused",
                metadata: ["channel": "\(channel.name.rawValue)", "batch": "\(batch)"])
        }
        let sentBy = channel is LogChannel ? "log" : channel.name.rawValue
        let end = Moment(milliseconds: surroundings.now())
        // What was delivered is written down even when the site is stopping.
        try await Task {
            try await queue.settle(rows, batch: batch, delivery, sentBy: sentBy, at: end)
        }.value
        return true
    }

    private func deliver(
        _ rows: [MessageRow], _ batch: String, _ channel: any MessageChannel, at now: Moment
    ) async -> Delivery {
        guard let first = rows.first else { return .delivered }
        do {
            let directory = try await names.directory(first.site)
            var parcel = Parcel(
                batch: batch, site: siteName(first.site),
                sentences: rows.map { $0.kind.sentence($0.facts, directory) }, at: now)
            if first.kind == .sms {
                guard let sms = sms(first) else { return .refused("短信的内容打不开，或模板已不在。") }
                parcel.sms = sms
            }
            return await channel.deliver(parcel)
        } catch {
            return .later("读不到姓名，稍后再寄。")
        }
    }

    private func sms(_ row: MessageRow) -> SMSParcel? {
        guard let template = SMSTemplate.named(row.facts.template),
            let secret = row.sealed.flatMap({ outbox.open($0, of: row.id, at: row.site) })
        else { return nil }
        return SMSParcel(
            id: row.id, phone: secret.phone, template: template, values: secret.values)
    }
}

extension OutboxSender {
    /// The sender of a server.
    init(
        _ settings: ServerSettings, _ house: House, _ surroundings: Surroundings,
        names web: WebConfiguration, by poster: any RequestSender = HTTPPoster()
    ) {
        self.init(
            queue: OutboxQueue(
                database: house.database, holder: hex(randomBytes(8)),
                newID: surroundings.newID,
                backoff: Backoff(jitter: { Double.random(in: -1...1) }),
                mostTries: settings.messages.mostTries),
            channels: settings.messages.channels(poster, surroundings),
            quietHours: settings.messages.quietHours, outbox: house.outbox, names: house.names,
            siteName: { web.name(of: $0) }, surroundings: surroundings)
    }
}

extension MessageSettings {
    /// The ways out; what is not set up goes to the log.
    func channels(
        _ sender: any RequestSender, _ surroundings: Surroundings
    ) -> [any MessageChannel] {
        let log = LogChannel(name: .log, surroundings: surroundings)
        var all: [any MessageChannel] = [log]
        if let wecom { all.append(WeComBot(endpoint: wecom, sender: sender)) }
        if let dingtalk { all.append(DingTalkBot(endpoint: dingtalk, sender: sender)) }
        if let feishu { all.append(FeishuBot(endpoint: feishu, sender: sender)) }
        if let sms {
            all.append(SMSGateway(endpoint: sms, sender: sender))
        } else {
            all.append(LogChannel(name: .sms, surroundings: surroundings))
        }
        return all
    }
}

import Database
import Foundation
import HouseRules
import Logging
import Synchronization
import Testing

@testable import Site

@Suite struct `Names and numbers of customers` {
    private static let name = "欧阳青禾"
    private static let phone = "13912345678"

    @Test func `stand nowhere in the database, in the log or on a page`() async throws {
        let log = KeptLog()
        try await withServedSite(log: Logger(label: "kept") { _ in log }) { site in
            let desk = try await site.visitor(.desk)
            let form: KeyValuePairs = [
                "id": "v1", "class": "new_first", "name": Self.name, "phone": "139 1234-5678",
            ]
            var seen = try await desk.follow("/visits", form)
            seen += try await desk.post("/visits", form).text
            // A refused form shows the person who filled it in what they typed, and nobody else.
            _ = try await desk.post(
                "/visits", ["class": "owner", "name": Self.name, "phone": Self.phone])
            _ = try await desk.post(
                "/visits", ["class": "", "name": Self.name, "phone": Self.phone])
            seen += try await desk.postJSON(
                "/api/v1/visits",
                #"{"class":"new_first","name":"\#(Self.name)","phone":"\#(Self.phone)"}"#
            ).text
            for path in ["/board", "/decisions", "/decisions/v1", "/reception"] {
                seen += try await desk.page(path)
            }
            #expect(try await site.count("person") == 1, "two arrivals with one number")
            let stored = try site.everyByte()
            for secret in [Self.name, Self.phone, "139 1234-5678", "12345678"] {
                #expect(stored.range(of: Data(secret.utf8)) == nil, "\(secret) is in the file")
                #expect(!log.text.contains(secret), "\(secret) is in the log")
                #expect(!seen.contains(secret), "\(secret) is on a page")
            }
            #expect(stored.range(of: Data("new_first".utf8)) != nil, "the search finds plain text")
        }
    }

    @Test func `can be revealed by who has the key`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            _ = try await desk.post(
                "/visits",
                ["id": "v1", "class": "new_first", "name": Self.name, "phone": Self.phone])
            let people = People(site: ServedSite.site, key: ServedSite.keys.person)
            let found = try await site.server.database.write { transaction in
                try people.reveal(
                    "p-v1", to: "yunqi-manager", for: "回访", logID: "r1", at: ServedSite.now,
                    in: transaction)
            }
            #expect(found == PersonDetails(name: Self.name, phone: Self.phone))
        }
    }
}

/// Keeps what is logged.
private final class KeptLog: LogHandler {
    private let lines = Mutex("")
    var text: String { lines.withLock { $0 } }

    var logLevel: Logger.Level {
        get { .trace }
        set {}
    }
    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }
    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }

    func log(event: LogEvent) {
        lines.withLock { $0 += "\(event.message) \(event.metadata ?? [:])\n" }
    }
}

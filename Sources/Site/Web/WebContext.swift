import Hummingbird
import Logging
import NIOCore

/// What travels with a request: the connection it came by and its log.
struct WebContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Nil when a test calls the responder directly.
    let channel: (any Channel)?

    /// For requests from the network.
    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
    }

    /// For requests without a connection.
    init(logger: Logger) {
        coreContext = .init(source: LoggerSource(logger: logger))
        channel = nil
    }

    private struct LoggerSource: RequestContextSource {
        let logger: Logger
    }
}

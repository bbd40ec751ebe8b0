import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Closes a connection after an answer that says `Connection: close`: whoever sends a body that is
/// too long or too slow would otherwise be read to its end.
final class HangUp: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private var isLast = false

    func write(
        context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?
    ) {
        switch unwrapOutboundIn(data) {
        case .head(let head):
            isLast = head.headerFields[.connection] == "close"
            context.write(data, promise: promise)
        case .end where isLast:
            context.writeAndFlush(data, promise: promise)
            // A moment for the other side to read the answer before what it still sends is refused.
            let channel = context.channel
            channel.close(mode: .output, promise: nil)
            context.eventLoop.scheduleTask(in: .milliseconds(500)) {
                channel.close(promise: nil)
            }
        case .body, .end:
            context.write(data, promise: promise)
        }
    }
}

import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Gives up on a body that does not come: reading it ends with ``Overdue``.
///
/// Most bodies arrive in one piece with what stands above them, and those are never timed.
final class BodyClock: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart

    /// The rest of a body took too long.
    struct Overdue: Error {}

    private let limit: Duration
    private var isOpen = false
    /// Files are larger than forms, and take longer.
    private var isUpload = false
    private var alarm: Scheduled<Void>?

    init(limit: Duration) { self.limit = limit }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            isOpen = true
            let type = head.headerFields[.contentType] ?? ""
            isUpload = type.lowercased().hasPrefix("multipart/form-data")
        case .body: break
        case .end:
            isOpen = false
            stop()
        }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if isOpen, alarm == nil {
            let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
            let time = TimeAmount(limit * (isUpload ? 4 : 1))
            alarm = context.eventLoop.scheduleTask(in: time) {
                bound.value.fireErrorCaught(Overdue())
            }
        }
        context.fireChannelReadComplete()
    }

    func channelInactive(context: ChannelHandlerContext) {
        stop()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { stop() }

    private func stop() {
        alarm?.cancel()
        alarm = nil
    }
}

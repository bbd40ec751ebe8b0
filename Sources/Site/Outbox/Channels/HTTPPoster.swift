import Foundation
import FoundationNetworking
import Synchronization

/// Posts requests to other servers: certificates are checked, redirects are not followed, nothing
/// is kept.
final class HTTPPoster: RequestSender {
    private let session: URLSession
    /// Longer answers are cut off.
    private static let mostBytes = 64 << 10

    init(patience: Duration = .seconds(10)) {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = patience / .seconds(1)
        configuration.timeoutIntervalForResource = patience / .seconds(1)
        configuration.httpShouldSetCookies = false
        configuration.urlCache = nil
        session = URLSession(
            configuration: configuration, delegate: StayHere(), delegateQueue: nil)
    }

    deinit { session.invalidateAndCancel() }

    func send(_ request: OutgoingRequest) async throws -> IncomingAnswer {
        var outgoing = URLRequest(url: request.url)
        outgoing.httpMethod = "POST"
        outgoing.httpBody = Data(request.body)
        for (name, value) in request.headers { outgoing.setValue(value, forHTTPHeaderField: name) }
        let running = Mutex<URLSessionDataTask?>(nil)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let task = session.dataTask(with: outgoing) { data, response, error in
                    continuation.resume(with: Self.result(data, response, error))
                }
                running.withLock { $0 = task }
                task.resume()
                if Task.isCancelled { task.cancel() }
            }
        } onCancel: {
            running.withLock { $0 }?.cancel()
        }
    }

    /// In words of our own: the system's error names the address with its key.
    private static func result(
        _ data: Data?, _ response: URLResponse?, _ error: (any Error)?
    ) -> Result<IncomingAnswer, any Error> {
        if let error {
            guard (error as? URLError)?.code != .cancelled else {
                return .failure(CancellationError())
            }
            let isLate = (error as? URLError)?.code == .timedOut
            return .failure(
                UnreachableServer(description: isLate ? "对方在限定时间内没有回答。" : "连不上对方的服务器。"))
        }
        guard let answer = response as? HTTPURLResponse else {
            return .failure(UnreachableServer(description: "对方的回答看不懂。"))
        }
        let wait = answer.value(forHTTPHeaderField: "Retry-After").flatMap { Int($0) }
        return .success(
            IncomingAnswer(
                status: answer.statusCode, retryAfter: wait,
                body: Array((data ?? Data()).prefix(mostBytes))))
    }
}

/// A message goes where the operator said, and nowhere else.
private final class StayHere: NSObject, URLSessionTaskDelegate {
    func urlSession(
        _ session: URLSession, task: URLSessionTask,
        willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
        completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }
}

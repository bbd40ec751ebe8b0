/// What rules need to know of a site now: a fold of its events.
public struct SiteState: Codable, Hashable, Sendable {
    /// Turn order and open visits.
    public var rotation = Rotation()
    /// Call turns and open calls.
    public var calls = CallRotation()

    /// A site before its first event.
    public init() {}

    /// Makes one fact true; never reads a policy and never fails.
    public mutating func apply(_ event: SiteEvent) {
        switch event {
        case .reception(let event):
            rotation.apply(event)
        case .presence(let event):
            rotation.apply(event)
        case .calls(let event):
            calls.apply(event, members: &rotation.members)
        }
    }
}

/// A dictionary that forgets its oldest half when it is full, so that strangers cannot fill the
/// memory. "Oldest" is by when a key was first put in since the last clearing.
struct BoundedTable<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let half: Int
    private var young: [Key: Value] = [:]
    private var old: [Key: Value] = [:]

    /// Holds at most `limit` keys.
    init(limit: Int) { half = max(1, limit / 2) }

    /// How many keys are held.
    var count: Int { young.count + old.count }

    subscript(key: Key) -> Value? {
        get { young[key] ?? old[key] }
        set {
            guard let newValue else {
                young[key] = nil
                old[key] = nil
                return
            }
            if let place = young.index(forKey: key) {
                young.values[place] = newValue
                return
            }
            old[key] = nil
            if young.count >= half {
                old = young
                young = [:]
            }
            young[key] = newValue
        }
    }

    /// Drops everything that fits the description.
    mutating func removeAll(where isUnwanted: (Value) -> Bool) {
        young = young.filter { !isUnwanted($0.value) }
        old = old.filter { !isUnwanted($0.value) }
    }
}

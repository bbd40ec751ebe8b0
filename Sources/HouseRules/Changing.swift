extension Dictionary {
    /// Changes a value where it lies: found once, not taken out and put back. Nothing happens for a
    /// key that is not there.
    mutating func change(_ key: Key, _ body: (inout Value) -> Void) {
        guard let place = index(forKey: key) else { return }
        body(&values[place])
    }
}

import Glibc

/// The memory of the C library, of which threads may keep a heap of their own each. Its header is
/// not part of Swift's view of it; other libraries have no heaps, and nothing happens.
public enum MemoryArenas {
    /// At most so many heaps: with eight for every processor, as the library has it, what one
    /// thread has freed is not there for the others, and a server takes half as much again.
    public static func limit(to count: Int32) {
        let mostArenas: Int32 = -8
        typealias Option = @convention(c) (_ name: Int32, _ value: Int32) -> Int32
        guard let found = dlsym(nil, "mallopt") else { return }
        _ = unsafeBitCast(found, to: Option.self)(mostArenas, count)
    }

    /// Gives pages that nobody uses any more back to the machine, after work that needed many.
    static func giveBack() {
        typealias Trim = @convention(c) (_ keep: Int) -> Int32
        guard let found = dlsym(nil, "malloc_trim") else { return }
        _ = unsafeBitCast(found, to: Trim.self)(0)
    }
}

import CLibcrypto
import Dispatch

/// How dear one guess at a password is.
public struct PasswordCost: Sendable, Equatable {
    /// scrypt's N (a power of two), r and p.
    public var rounds: UInt64
    public var blockSize: UInt64
    public var lanes: UInt64

    /// About 140 ms and 32 MiB for each guess.
    public static let standard = PasswordCost(rounds: 32768, blockSize: 8, lanes: 1)
    /// Fast and weak: for tests and for people of a demonstration only.
    public static let cheap = PasswordCost(rounds: 16, blockSize: 1, lanes: 1)
}

/// A password's scrypt hash as text: `scrypt$N$r$p$salt$hash`, salt and hash in base64url.
public struct PasswordHash: Sendable, Equatable {
    /// The text that is stored.
    public let text: String
    private let cost: PasswordCost
    private let salt: [UInt8]
    private let hash: [UInt8]

    /// Hashes a new password under a fresh salt; runs away from Swift's thread pool.
    public static func make(
        of password: String, cost: PasswordCost = .standard
    ) async -> PasswordHash {
        let salt = randomBytes(16)
        let hash = await derive(password, salt, cost)
        return PasswordHash(cost: cost, salt: salt, hash: hash)
    }

    /// Reads a stored hash; throws `CryptoFailure.malformedPasswordHash` for anything else,
    /// also for costs beyond reason, which would let a doctored row exhaust the machine.
    public init(text: String) throws(CryptoFailure) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6, parts[0] == "scrypt",
            let rounds = UInt64(parts[1]), (2...1_048_576).contains(rounds),
            rounds.nonzeroBitCount == 1,
            let blockSize = UInt64(parts[2]), (1...32).contains(blockSize),
            let lanes = UInt64(parts[3]), (1...16).contains(lanes),
            let salt = try? bytes(base64url: parts[4]), salt.count >= 8,
            let hash = try? bytes(base64url: parts[5]), hash.count == 32
        else { throw .malformedPasswordHash }
        self.init(
            cost: PasswordCost(rounds: rounds, blockSize: blockSize, lanes: lanes),
            salt: salt, hash: hash)
    }

    private init(cost: PasswordCost, salt: [UInt8], hash: [UInt8]) {
        (self.cost, self.salt, self.hash) = (cost, salt, hash)
        text =
            "scrypt$\(cost.rounds)$\(cost.blockSize)$\(cost.lanes)"
            + "$\(base64url(salt))$\(base64url(hash))"
    }

    /// True when `password` is the one that was hashed.
    public func matches(_ password: String) async -> Bool {
        equalInConstantTime(await Self.derive(password, salt, cost), hash)
    }

    /// One guess at a time: each takes a core and up to 32 MiB.
    private static let queue = DispatchQueue(label: "anchang.password", qos: .utility)

    private static func derive(
        _ password: String, _ salt: [UInt8], _ cost: PasswordCost
    ) async -> [UInt8] {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: scrypt(password, salt, cost)) }
        }
    }

    private static func scrypt(
        _ password: String, _ salt: [UInt8], _ cost: PasswordCost
    ) -> [UInt8] {
        let secret = Array(password.utf8CString)
        let memory = 256 * cost.rounds * cost.blockSize + (1 << 22)
        return [UInt8](unsafeUninitializedCapacity: 32) { output, count in
            let done = EVP_PBE_scrypt(
                secret, secret.count - 1, salt, salt.count,
                cost.rounds, cost.blockSize, cost.lanes, memory, output.baseAddress, 32)
            precondition(done == 1, "scrypt refused its parameters")
            count = 32
        }
    }
}

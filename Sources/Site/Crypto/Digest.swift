import CLibcrypto

/// What can go wrong in cryptography. None of these carries a secret.
public enum CryptoFailure: Error, Sendable, Equatable {
    /// A key or nonce does not have the length its algorithm needs.
    case wrongLength
    /// A sealed text was changed, cut, or sealed with another key or context.
    case cannotOpen
    /// A stored password hash is not one of ours.
    case malformedPasswordHash
    /// A text is not hexadecimal or base64url.
    case malformedText
}

/// Fetched once: an implicit fetch on every digest costs more than the digest itself.
/// The library documents fetched algorithms as safe to share between threads.
nonisolated(unsafe) private let sha256Algorithm = EVP_MD_fetch(nil, "SHA256", nil)!

/// SHA-256 of `bytes`: 32 bytes.
public func sha256(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    let input = ContiguousArray(bytes)
    return [UInt8](unsafeUninitializedCapacity: 32) { output, count in
        let done = input.withUnsafeBufferPointer {
            EVP_Digest($0.baseAddress, $0.count, output.baseAddress, nil, sha256Algorithm, nil)
        }
        precondition(done == 1, "SHA-256 is always available")
        count = 32
    }
}

/// SHA-256 of the UTF-8 of `text`: 32 bytes.
public func sha256(_ text: String) -> [UInt8] { sha256(text.utf8) }

/// True when both are equal; the time it takes tells nothing about where they differ.
public func equalInConstantTime(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && CRYPTO_memcmp(left, right, left.count) == 0
}

/// Bytes from the operating system's generator by way of the library. Stops the process when
/// there are none.
public func randomBytes(_ count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { output, filled in
        let done = count == 0 || RAND_bytes(output.baseAddress, Int32(count)) == 1
        precondition(done, "no random numbers to be had")
        filled = count
    }
}

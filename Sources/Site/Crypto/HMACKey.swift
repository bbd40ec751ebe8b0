import CLibcrypto

/// A key for HMAC-SHA-256. The key schedule is prepared once, so signing costs about a microsecond.
public final class HMACKey: Sendable {
    /// Never changed after `init`; every signature works on a copy of its own.
    nonisolated(unsafe) private let prepared: OpaquePointer

    /// Prepares a key of any length; 32 random bytes are right.
    public init(_ key: [UInt8]) {
        prepared = OSSL_MAC_PARAM_DIGEST.withCString { parameterName in
            var digest = Array("SHA256".utf8CString)
            return digest.withUnsafeMutableBufferPointer { digest in
                Self.prepare(
                    key,
                    [
                        OSSL_PARAM_construct_utf8_string(parameterName, digest.baseAddress, 0),
                        OSSL_PARAM_construct_end(),
                    ])
            }
        }
    }

    private static func prepare(_ key: [UInt8], _ parameters: [OSSL_PARAM]) -> OpaquePointer {
        let algorithm = EVP_MAC_fetch(nil, "HMAC", nil)
        defer { EVP_MAC_free(algorithm) }
        let context = EVP_MAC_CTX_new(algorithm)
        // An empty key may not be a null pointer, which would mean "keep the key you have".
        let bytes = key.isEmpty ? [0] : key
        let done = EVP_MAC_init(context, bytes, key.count, parameters)
        precondition(done == 1, "HMAC-SHA-256 is always available")
        return context!
    }

    deinit { EVP_MAC_CTX_free(prepared) }

    /// The signature over the parts one after another: 32 bytes.
    /// Parts are joined without a mark between them; give lengths or separators where that matters.
    public func sign(_ parts: [UInt8]...) -> [UInt8] {
        let context = EVP_MAC_CTX_dup(prepared)
        defer { EVP_MAC_CTX_free(context) }
        for part in parts { EVP_MAC_update(context, part, part.count) }
        return [UInt8](unsafeUninitializedCapacity: 32) { output, count in
            let done = EVP_MAC_final(context, output.baseAddress, &count, 32)
            precondition(done == 1 && count == 32, "HMAC-SHA-256 gives 32 bytes")
        }
    }
}

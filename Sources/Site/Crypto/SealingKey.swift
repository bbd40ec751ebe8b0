import CLibcrypto

/// Seals bytes with AES-256-GCM: `nonce (12) + ciphertext + tag (16)`.
public struct SealingKey: Sendable {
    private let key: [UInt8]
    private static let nonceLength = 12
    private static let tagLength = 16
    /// Looked up once: to find it anew took as long as to open a name. Never changed.
    nonisolated(unsafe) private static let algorithm: OpaquePointer = {
        let found = EVP_CIPHER_fetch(nil, "AES-256-GCM", nil)
        precondition(found != nil, "AES-256-GCM is always available")
        return found!
    }()

    /// Takes exactly 32 bytes; throws `CryptoFailure.wrongLength` otherwise.
    public init(_ key: [UInt8]) throws(CryptoFailure) {
        guard key.count == 32 else { throw .wrongLength }
        self.key = key
    }

    /// Seals `plain` under a fresh random nonce. `context` is not stored but must be the same to
    /// open.
    public func seal(_ plain: [UInt8], context: [UInt8] = []) -> [UInt8] {
        let nonce = randomBytes(Self.nonceLength)
        let cipher = EVP_CIPHER_CTX_new()
        defer { EVP_CIPHER_CTX_free(cipher) }
        var written: Int32 = 0
        var sealed = [UInt8](repeating: 0, count: plain.count)
        var tag = [UInt8](repeating: 0, count: Self.tagLength)
        let done =
            EVP_EncryptInit_ex(cipher, Self.algorithm, nil, key, nonce) == 1
            && EVP_EncryptUpdate(cipher, nil, &written, context, Int32(context.count)) == 1
            && EVP_EncryptUpdate(cipher, &sealed, &written, plain, Int32(plain.count)) == 1
            && EVP_EncryptFinal_ex(cipher, nil, &written) == 1
            && EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_GET_TAG, 16, &tag) == 1
        precondition(done, "AES-256-GCM is always available")
        return nonce + sealed + tag
    }

    /// Opens what `seal` made; throws `CryptoFailure.cannotOpen` when anything was changed.
    public func open(
        _ sealed: [UInt8], context: [UInt8] = []
    ) throws(CryptoFailure) -> [UInt8] {
        let bodyLength = sealed.count - Self.nonceLength - Self.tagLength
        guard bodyLength >= 0 else { throw .cannotOpen }
        let nonce = Array(sealed.prefix(Self.nonceLength))
        let body = Array(sealed.dropFirst(Self.nonceLength).prefix(bodyLength))
        var tag = Array(sealed.suffix(Self.tagLength))
        let cipher = EVP_CIPHER_CTX_new()
        defer { EVP_CIPHER_CTX_free(cipher) }
        var written: Int32 = 0
        var plain = [UInt8](repeating: 0, count: bodyLength)
        let done =
            EVP_DecryptInit_ex(cipher, Self.algorithm, nil, key, nonce) == 1
            && EVP_DecryptUpdate(cipher, nil, &written, context, Int32(context.count)) == 1
            && EVP_DecryptUpdate(cipher, &plain, &written, body, Int32(bodyLength)) == 1
            && EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_SET_TAG, 16, &tag) == 1
            && EVP_DecryptFinal_ex(cipher, nil, &written) == 1
        guard done else { throw .cannotOpen }
        return plain
    }
}

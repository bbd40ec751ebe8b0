import HouseRules

/// Who may use a route.
enum Access: Sendable, Equatable {
    /// Everybody, signed in or not.
    case anyone
    /// Everybody who is signed in.
    case signedIn
    /// Those whose role has the permission.
    case permission(Permission)

    /// What stands between a person and a route.
    enum Verdict: Equatable {
        case allowed, signInFirst, refused(Permission)
    }

    /// Decides for a person of `role`, or nobody.
    func verdict(for role: Role?) -> Verdict {
        switch self {
        case .anyone: return .allowed
        case .signedIn: return role == nil ? .signInFirst : .allowed
        case .permission(let permission):
            guard let role else { return .signInFirst }
            return role.permissions.contains(permission) ? .allowed : .refused(permission)
        }
    }
}

extension RotationPolicy {
    /// The P001 column of the table of visit classes (REC-18).
    public static let defaultTurnTable: [VisitClass: TurnRow] = [
        .newFirst: TurnRow(.currentTurn, .counted),
        .newUnregistered: TurnRow(.currentTurn, .counted),
        .newExpired: TurnRow(.currentTurn, .counted),
        .callUnnamed: TurnRow(.currentTurn, .counted),
        .forgotConsultant: TurnRow(.currentTurn, .counted),
        .relation: TurnRow(.currentTurn, .counted),
        .channel: TurnRow(.currentTurn, .counted),
        .callNamed: TurnRow(.named, .notCounted),
        .ownedReturning: TurnRow(.named, .notCounted),
        .referral: TurnRow(.named, .advance),
        .ownResource: TurnRow(.named, .notCounted),
        .owner: TurnRow(.named, .notCounted),
        .dealFollowup: TurnRow(.named, .notCounted),
        .tourGroup: TurnRow(.named, .notCounted, missed: .makeup),
        .peer: TurnRow(.currentTurn, .notCounted, missed: .makeup),
        .developerBusiness: TurnRow(.currentTurn, .notCounted, missed: .makeup),
    ]
}

import HouseRules

enum SelectionEventShape: String, CaseIterable {
    case planned, entered, locked, amended, committed, drawn, followed, prepared, approved,
        called, missed, checkedIn, seated, timedOut, picked, ordered, paid, released, liked,
        objected, resolved, paused, resumed, contracted, bound, closed

    init(_ value: SelectionEvent) {
        switch value {
        case .planned: self = .planned
        case .entered: self = .entered
        case .locked: self = .locked
        case .amended: self = .amended
        case .committed: self = .committed
        case .drawn: self = .drawn
        case .followed: self = .followed
        case .prepared: self = .prepared
        case .approved: self = .approved
        case .called: self = .called
        case .missed: self = .missed
        case .checkedIn: self = .checkedIn
        case .seated: self = .seated
        case .timedOut: self = .timedOut
        case .picked: self = .picked
        case .ordered: self = .ordered
        case .paid: self = .paid
        case .released: self = .released
        case .liked: self = .liked
        case .objected: self = .objected
        case .resolved: self = .resolved
        case .paused: self = .paused
        case .resumed: self = .resumed
        case .contracted: self = .contracted
        case .bound: self = .bound
        case .closed: self = .closed
        }
    }
}

enum SelectionCommandShape: String, CaseIterable {
    case plan, enter, lock, amend, commit, draw, prepare, approve, callGroup, checkIn, seat,
        pick, order, pay, giveBack, like, object, resolve, pause, resume, ask, tell, close

    init(_ value: SelectionCommand) {
        switch value {
        case .plan: self = .plan
        case .enter: self = .enter
        case .lock: self = .lock
        case .amend: self = .amend
        case .commit: self = .commit
        case .draw: self = .draw
        case .prepare: self = .prepare
        case .approve: self = .approve
        case .callGroup: self = .callGroup
        case .checkIn: self = .checkIn
        case .seat: self = .seat
        case .pick: self = .pick
        case .order: self = .order
        case .pay: self = .pay
        case .giveBack: self = .giveBack
        case .like: self = .like
        case .object: self = .object
        case .resolve: self = .resolve
        case .pause: self = .pause
        case .resume: self = .resume
        case .ask: self = .ask
        case .tell: self = .tell
        case .close: self = .close
        }
    }
}

enum SelectionReasonShape: String, CaseIterable {
    case planned, rowRefused, accepted, locked, amended, drawFrom, drawn, sameOrder, missing,
        ready, letThrough, called, toTheEnd, out, present, mayChoose, timedOut, taken, exchanged,
        alreadyYours, rehearsed, ordered, paid, released, liked, objected, resolved, paused,
        resumed, notBound, contracted, bound, closed

    init(_ value: SelectionReason) {
        switch value {
        case .planned: self = .planned
        case .rowRefused: self = .rowRefused
        case .accepted: self = .accepted
        case .locked: self = .locked
        case .amended: self = .amended
        case .drawFrom: self = .drawFrom
        case .drawn: self = .drawn
        case .sameOrder: self = .sameOrder
        case .missing: self = .missing
        case .ready: self = .ready
        case .letThrough: self = .letThrough
        case .called: self = .called
        case .toTheEnd: self = .toTheEnd
        case .out: self = .out
        case .present: self = .present
        case .mayChoose: self = .mayChoose
        case .timedOut: self = .timedOut
        case .taken: self = .taken
        case .exchanged: self = .exchanged
        case .alreadyYours: self = .alreadyYours
        case .rehearsed: self = .rehearsed
        case .ordered: self = .ordered
        case .paid: self = .paid
        case .released: self = .released
        case .liked: self = .liked
        case .objected: self = .objected
        case .resolved: self = .resolved
        case .paused: self = .paused
        case .resumed: self = .resumed
        case .notBound: self = .notBound
        case .contracted: self = .contracted
        case .bound: self = .bound
        case .closed: self = .closed
        }
    }
}

enum SelectionRefusalShape: String, CaseIterable {
    case unknownActivity, numberTaken, unitListed, unitNotListed, rosterLocked, rosterOpen,
        noteMissing, notOnRoster, commitmentMissing, commitmentTooLate, seedMismatch,
        seedIncomplete, alreadyDrawn, notDrawn, nobodyLeft, notReady, approverRequired,
        wrongStage, officerRequired, unitTaken, alreadyHolds, notHeld, changeClosed,
        reviewerNotAuthorized, notOpen, rehearsalOver, tooManyFavourites, prerequisiteNotMet,
        paused, notPaused, unknownObjection, objectionsOpen, unpaidLeft, notReconciled

    init(_ value: SelectionRefusal) {
        switch value {
        case .unknownActivity: self = .unknownActivity
        case .numberTaken: self = .numberTaken
        case .unitListed: self = .unitListed
        case .unitNotListed: self = .unitNotListed
        case .rosterLocked: self = .rosterLocked
        case .rosterOpen: self = .rosterOpen
        case .noteMissing: self = .noteMissing
        case .notOnRoster: self = .notOnRoster
        case .commitmentMissing: self = .commitmentMissing
        case .commitmentTooLate: self = .commitmentTooLate
        case .seedMismatch: self = .seedMismatch
        case .seedIncomplete: self = .seedIncomplete
        case .alreadyDrawn: self = .alreadyDrawn
        case .notDrawn: self = .notDrawn
        case .nobodyLeft: self = .nobodyLeft
        case .notReady: self = .notReady
        case .approverRequired: self = .approverRequired
        case .wrongStage: self = .wrongStage
        case .officerRequired: self = .officerRequired
        case .unitTaken: self = .unitTaken
        case .alreadyHolds: self = .alreadyHolds
        case .notHeld: self = .notHeld
        case .changeClosed: self = .changeClosed
        case .reviewerNotAuthorized: self = .reviewerNotAuthorized
        case .notOpen: self = .notOpen
        case .rehearsalOver: self = .rehearsalOver
        case .tooManyFavourites: self = .tooManyFavourites
        case .prerequisiteNotMet: self = .prerequisiteNotMet
        case .paused: self = .paused
        case .notPaused: self = .notPaused
        case .unknownObjection: self = .unknownObjection
        case .objectionsOpen: self = .objectionsOpen
        case .unpaidLeft: self = .unpaidLeft
        case .notReconciled: self = .notReconciled
        }
    }
}

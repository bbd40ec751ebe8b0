-- Messages that leave the house: written in the transaction of the decision they follow from.
-- Texts are made when they are sent, so that no name stands here; what only an SMS may know is sealed.
CREATE TABLE message (
    site TEXT NOT NULL,
    id TEXT NOT NULL,
    channel TEXT NOT NULL,
    kind TEXT NOT NULL,
    staff TEXT,
    facts TEXT NOT NULL,
    sealed TEXT,
    urgent BIGINT NOT NULL CHECK (urgent IN (0, 1)),
    decision TEXT,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'dead', 'expired', 'void')),
    next_try BIGINT NOT NULL,
    tries BIGINT NOT NULL DEFAULT 0,
    batch TEXT,
    sent_at BIGINT,
    sent_by TEXT,
    seen_at BIGINT,
    fault TEXT,
    tended_by TEXT,
    tended_at BIGINT,
    note TEXT,
    PRIMARY KEY (site, id)
);
CREATE INDEX message_waiting ON message (channel, next_try) WHERE state = 'waiting';
CREATE INDEX message_batch ON message (batch) WHERE batch IS NOT NULL;
CREATE INDEX message_time ON message (site, created_at, id);
CREATE INDEX message_state ON message (site, state, created_at, id);
CREATE INDEX message_staff ON message (site, staff, created_at) WHERE staff IS NOT NULL;

-- Attempts of the last minutes: what a bot may be sent is counted over all processes.
CREATE TABLE sending (
    batch TEXT NOT NULL PRIMARY KEY,
    channel TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX sending_channel ON sending (channel, at);

-- Which process sends on a channel, and until when it may be believed to be alive.
CREATE TABLE sender_lease (
    channel TEXT NOT NULL PRIMARY KEY,
    holder TEXT NOT NULL,
    until_at BIGINT NOT NULL
);

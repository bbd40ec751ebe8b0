-- Who may sign in. A closed account keeps its row: decisions name its staff id.
CREATE TABLE account (
    site TEXT NOT NULL,
    staff TEXT NOT NULL,
    login TEXT NOT NULL,
    display_name TEXT NOT NULL,
    role TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    active BIGINT NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    created_at BIGINT NOT NULL,
    PRIMARY KEY (site, staff),
    UNIQUE (login)
);

-- Signed-in browsers. Only the hash of the cookie is kept: a copy of this table opens no door.
CREATE TABLE session (
    token_hash TEXT NOT NULL PRIMARY KEY,
    site TEXT NOT NULL,
    staff TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    last_seen BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    FOREIGN KEY (site, staff) REFERENCES account (site, staff)
);

CREATE INDEX session_by_staff ON session (site, staff);
CREATE INDEX session_by_expiry ON session (expires_at);

-- Keys for programs. They act as the account that made them.
CREATE TABLE api_token (
    token_hash TEXT NOT NULL PRIMARY KEY,
    site TEXT NOT NULL,
    staff TEXT NOT NULL,
    label TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    FOREIGN KEY (site, staff) REFERENCES account (site, staff)
);

CREATE INDEX api_token_by_staff ON api_token (site, staff);

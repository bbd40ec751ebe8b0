-- The truth of every site: one row per decision, refusals included (ADR 0002).
CREATE TABLE site (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE journal (
    site TEXT NOT NULL,
    seq BIGINT NOT NULL CHECK (seq > 0),
    id TEXT NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    role TEXT NOT NULL,
    policy_revision BIGINT NOT NULL,
    command TEXT NOT NULL,
    outcome TEXT,
    reasons TEXT NOT NULL,
    events TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (site, seq),
    UNIQUE (site, id)
);

-- Disposable: a site starts from the newest valid one and the journal after it.
CREATE TABLE site_snapshot (
    site TEXT NOT NULL,
    seq BIGINT NOT NULL,
    format BIGINT NOT NULL,
    head_hash TEXT NOT NULL,
    head_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    hash TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (site, seq)
);

-- Dated rule packs; a revision is never changed, only followed by another.
CREATE TABLE policy_revision (
    site TEXT NOT NULL,
    revision BIGINT NOT NULL CHECK (revision > 0),
    effective_from BIGINT NOT NULL,
    author TEXT NOT NULL,
    note TEXT NOT NULL,
    hash TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (site, revision)
);

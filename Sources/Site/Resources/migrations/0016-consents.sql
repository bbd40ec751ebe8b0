-- What customers agreed to and took back, each change a line. Only ids and the hash of the text that
-- was shown: who it was is gone with the person's key, while what was agreed can still be shown.
CREATE TABLE consent_text (
    site TEXT NOT NULL,
    purpose TEXT NOT NULL,
    version BIGINT NOT NULL,
    hash TEXT NOT NULL,
    text TEXT NOT NULL,
    staff TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (site, purpose, version)
);

CREATE TABLE consent_change (
    site TEXT NOT NULL,
    id TEXT NOT NULL,
    person TEXT NOT NULL,
    purpose TEXT NOT NULL,
    is_given BIGINT NOT NULL CHECK (is_given IN (0, 1)),
    how TEXT NOT NULL,
    text_hash TEXT,
    staff TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (site, id)
);
CREATE INDEX consent_change_person ON consent_change (site, person, at, id);

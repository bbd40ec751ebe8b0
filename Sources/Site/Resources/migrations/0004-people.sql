-- Customers. Names and numbers are sealed with a key of their own; erasing that key erases the
-- person, while the journal, which knows ids only, still verifies.
CREATE TABLE person (
    site TEXT NOT NULL,
    person TEXT NOT NULL,
    phone_hash TEXT,
    sealed_key TEXT,
    sealed TEXT,
    created_at BIGINT NOT NULL,
    erased_at BIGINT,
    PRIMARY KEY (site, person)
);
CREATE INDEX person_phone ON person (site, phone_hash);

-- Who looked at whose personal data, when and what for.
CREATE TABLE reveal_log (
    site TEXT NOT NULL,
    id TEXT NOT NULL,
    person TEXT NOT NULL,
    staff TEXT NOT NULL,
    at BIGINT NOT NULL,
    purpose TEXT NOT NULL,
    PRIMARY KEY (site, id)
);
CREATE INDEX reveal_log_person ON reveal_log (site, person, at);

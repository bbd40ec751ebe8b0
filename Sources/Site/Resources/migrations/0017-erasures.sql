-- Requests to erase a customer's data, and what management said. The reasons stay: they show that the
-- request was answered, and name nobody.
CREATE TABLE erasure (
    site TEXT NOT NULL,
    id TEXT NOT NULL,
    person TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    reason TEXT NOT NULL,
    decided_by TEXT,
    decided_at BIGINT,
    is_granted BIGINT CHECK (is_granted IN (0, 1)),
    ruling TEXT,
    PRIMARY KEY (site, id)
);
CREATE INDEX erasure_open ON erasure (site, asked_at) WHERE decided_at IS NULL;
CREATE INDEX erasure_person ON erasure (site, person, asked_at);
CREATE INDEX person_created ON person (site, created_at) WHERE erased_at IS NULL;

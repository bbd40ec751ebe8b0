-- Who opened, changed or closed an account, as the journal tells it.
CREATE TABLE account_row (
    site TEXT NOT NULL,
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    staff TEXT NOT NULL,
    change TEXT NOT NULL,
    role TEXT,
    changed_by TEXT NOT NULL,
    PRIMARY KEY (site, seq)
);

-- Papers that belong to a deal or a customer: photos and PDF of what somebody signed. The files lie in
-- the data folder, sealed, under the SHA-256 of their content; the journal names the hash.
CREATE TABLE attachment (
    site TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('deal', 'customer')),
    about TEXT NOT NULL,
    hash TEXT NOT NULL,
    type TEXT NOT NULL,
    size BIGINT NOT NULL,
    staff TEXT NOT NULL,
    at BIGINT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (site, kind, about, hash)
);
CREATE INDEX attachment_hash ON attachment (hash);

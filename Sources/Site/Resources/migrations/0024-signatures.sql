-- What was signed on the screen lies beside the signed papers: of a visit, and of a slip. A check of a
-- column cannot be changed in place on both databases, so the table is made anew.
ALTER TABLE attachment RENAME TO attachment_before;
DROP INDEX attachment_hash;
CREATE TABLE attachment (
    site TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('deal', 'customer', 'visit', 'slip')),
    about TEXT NOT NULL,
    hash TEXT NOT NULL,
    type TEXT NOT NULL,
    size BIGINT NOT NULL,
    staff TEXT NOT NULL,
    at BIGINT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (site, kind, about, hash)
);
INSERT INTO attachment (site, kind, about, hash, type, size, staff, at, note)
SELECT site, kind, about, hash, type, size, staff, at, note FROM attachment_before;
DROP TABLE attachment_before;
CREATE INDEX attachment_hash ON attachment (hash);

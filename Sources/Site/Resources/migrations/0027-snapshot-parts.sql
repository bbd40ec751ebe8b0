-- A large site's state is written in parts, so that it is never in memory several times at once.
-- Snapshots are disposable: those of before are dropped, and the next start reads the journal.
DELETE FROM site_snapshot;
ALTER TABLE site_snapshot DROP COLUMN state;
CREATE TABLE site_snapshot_part (
    site TEXT NOT NULL,
    seq BIGINT NOT NULL,
    part BIGINT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (site, seq, part)
);

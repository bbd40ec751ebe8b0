-- Lists of ownership, rebuilt from the journal: every stretch of a customer with a consultant, and
-- every contact with what came of it.
CREATE TABLE stretch_row (
    site TEXT NOT NULL,
    person TEXT NOT NULL,
    staff TEXT NOT NULL,
    began BIGINT NOT NULL,
    owns BIGINT NOT NULL,
    until BIGINT NOT NULL,
    valid_until BIGINT NOT NULL,
    is_lapsed BIGINT NOT NULL,
    ended_on BIGINT,
    PRIMARY KEY (site, person, staff, began, owns)
);
CREATE INDEX stretch_row_staff ON stretch_row (site, staff, until)
    WHERE ended_on IS NULL AND is_lapsed = 0 AND owns = 1;
CREATE INDEX stretch_row_until ON stretch_row (site, until)
    WHERE ended_on IS NULL AND is_lapsed = 0 AND owns = 1;

CREATE TABLE contact_row (
    site TEXT NOT NULL,
    seq BIGINT NOT NULL,
    ordinal BIGINT NOT NULL,
    person TEXT NOT NULL,
    staff TEXT NOT NULL,
    at BIGINT NOT NULL,
    entered_at BIGINT NOT NULL,
    result TEXT NOT NULL,
    medium TEXT NOT NULL,
    counts_for TEXT,
    void TEXT,
    decision TEXT NOT NULL,
    PRIMARY KEY (site, seq, ordinal)
);
CREATE INDEX contact_row_person ON contact_row (site, person, at);

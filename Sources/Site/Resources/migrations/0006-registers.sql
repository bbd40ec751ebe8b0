-- Lists of the registers, rebuilt from the journal like those of 0003. No names, numbers or words of
-- customers: only which columns are filled.
CREATE TABLE text_row (
    site TEXT NOT NULL,
    call TEXT NOT NULL,
    staff TEXT NOT NULL,
    day BIGINT NOT NULL,
    due_at BIGINT,
    closes_at BIGINT NOT NULL,
    status TEXT NOT NULL,
    sent_at BIGINT,
    passed BIGINT,
    decision TEXT NOT NULL,
    PRIMARY KEY (site, call)
);
CREATE INDEX text_row_day ON text_row (site, day, closes_at);

CREATE TABLE penalty_row (
    site TEXT NOT NULL,
    seq BIGINT NOT NULL,
    ordinal BIGINT NOT NULL,
    day BIGINT NOT NULL,
    at BIGINT NOT NULL,
    staff TEXT NOT NULL,
    article TEXT NOT NULL,
    fen BIGINT NOT NULL,
    about TEXT NOT NULL,
    decision TEXT NOT NULL,
    PRIMARY KEY (site, seq, ordinal)
);
CREATE INDEX penalty_row_day ON penalty_row (site, day, seq, ordinal);
CREATE INDEX penalty_row_staff ON penalty_row (site, staff, day);

CREATE TABLE slip_row (
    site TEXT NOT NULL,
    slip TEXT NOT NULL,
    kind TEXT NOT NULL,
    staff TEXT,
    opened_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    status TEXT NOT NULL,
    closed_at BIGINT,
    list TEXT,
    passed BIGINT,
    counted BIGINT,
    decision TEXT NOT NULL,
    PRIMARY KEY (site, kind, slip)
);
CREATE INDEX slip_row_open ON slip_row (site, status, due_at);

CREATE TABLE entry_row (
    site TEXT NOT NULL,
    kind TEXT NOT NULL,
    about TEXT NOT NULL,
    staff TEXT NOT NULL,
    missing TEXT NOT NULL,
    closes_at BIGINT NOT NULL,
    status TEXT NOT NULL,
    appointment_at BIGINT,
    entered_at BIGINT NOT NULL,
    decision TEXT NOT NULL,
    PRIMARY KEY (site, kind, about)
);
CREATE INDEX entry_row_open ON entry_row (site, status, closes_at);

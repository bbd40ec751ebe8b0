-- Lists of order on the floor, rebuilt from the journal like those of 0003 and 0006: disputes,
-- suspensions and the items of inspections.
CREATE TABLE dispute_row (
    site TEXT NOT NULL,
    dispute TEXT NOT NULL,
    staff TEXT NOT NULL,
    visit TEXT NOT NULL,
    why TEXT NOT NULL,
    note TEXT NOT NULL,
    filed_by TEXT NOT NULL,
    filed_at BIGINT NOT NULL,
    day BIGINT NOT NULL,
    ruling TEXT,
    ruling_note TEXT,
    ruled_by TEXT,
    ruled_at BIGINT,
    decision TEXT NOT NULL,
    PRIMARY KEY (site, dispute)
);
CREATE INDEX dispute_row_day ON dispute_row (site, day, filed_at);

CREATE TABLE suspension_row (
    site TEXT NOT NULL,
    staff TEXT NOT NULL,
    incident TEXT NOT NULL,
    misconduct TEXT NOT NULL,
    facts TEXT NOT NULL,
    finder TEXT NOT NULL,
    role TEXT NOT NULL,
    days TEXT NOT NULL,
    issued_at BIGINT NOT NULL,
    day BIGINT NOT NULL,
    decision TEXT NOT NULL,
    PRIMARY KEY (site, staff, incident)
);
CREATE INDEX suspension_row_day ON suspension_row (site, day, issued_at);

CREATE TABLE inspection_item (
    site TEXT NOT NULL,
    slip TEXT NOT NULL,
    position BIGINT NOT NULL,
    item TEXT NOT NULL,
    verdict TEXT NOT NULL,
    fact TEXT NOT NULL,
    still_failing BIGINT,
    PRIMARY KEY (site, slip, position)
);

-- Changes of the roster are few among many decisions.
CREATE INDEX decision_row_roster ON decision_row (site, seq)
    WHERE kind IN ('duty.setRestDays', 'claims.group');

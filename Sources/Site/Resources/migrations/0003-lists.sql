-- Lists people read: rebuilt from the journal at any time, written in the transaction of the entry.
-- Days are counted from 1970-01-01, moments are milliseconds UTC.
CREATE TABLE visit_row (
    site TEXT NOT NULL,
    visit TEXT NOT NULL,
    day BIGINT NOT NULL,
    number BIGINT NOT NULL,
    class TEXT NOT NULL,
    arrived_at BIGINT NOT NULL,
    registered_at BIGINT NOT NULL,
    person TEXT,
    named TEXT,
    receptionist TEXT,
    on_behalf_of TEXT,
    effect TEXT,
    way TEXT,
    status TEXT NOT NULL,
    assigned_at BIGINT,
    logged_at BIGINT,
    finished_at BIGINT,
    decision TEXT NOT NULL,
    PRIMARY KEY (site, visit)
);
CREATE INDEX visit_row_day ON visit_row (site, day, number);
CREATE INDEX visit_row_receptionist ON visit_row (site, receptionist, day);
CREATE INDEX visit_row_person ON visit_row (site, person, day);

CREATE TABLE turn_ledger (
    site TEXT NOT NULL,
    seq BIGINT NOT NULL,
    ordinal BIGINT NOT NULL,
    day BIGINT NOT NULL,
    at BIGINT NOT NULL,
    staff TEXT NOT NULL,
    effect TEXT NOT NULL,
    amount BIGINT NOT NULL,
    why TEXT,
    visit TEXT,
    call TEXT,
    decision TEXT NOT NULL,
    note TEXT,
    PRIMARY KEY (site, seq, ordinal)
);
CREATE INDEX turn_ledger_staff ON turn_ledger (site, staff, day, seq, ordinal);
CREATE INDEX turn_ledger_day ON turn_ledger (site, day, seq, ordinal);

CREATE TABLE call_row (
    site TEXT NOT NULL,
    call TEXT NOT NULL,
    day BIGINT NOT NULL,
    at BIGINT NOT NULL,
    wanted TEXT,
    answerer TEXT,
    way TEXT,
    status TEXT NOT NULL,
    answered_at BIGINT,
    ended_at BIGINT,
    decision TEXT NOT NULL,
    PRIMARY KEY (site, call)
);
CREATE INDEX call_row_day ON call_row (site, day, at);
CREATE INDEX call_row_answerer ON call_row (site, answerer, day);

CREATE TABLE decision_row (
    site TEXT NOT NULL,
    seq BIGINT NOT NULL,
    id TEXT NOT NULL,
    at BIGINT NOT NULL,
    day BIGINT NOT NULL,
    actor TEXT NOT NULL,
    role TEXT NOT NULL,
    kind TEXT NOT NULL,
    outcome TEXT NOT NULL,
    staff TEXT,
    refusal TEXT,
    visit TEXT,
    call TEXT,
    PRIMARY KEY (site, seq)
);
CREATE INDEX decision_row_day ON decision_row (site, day, seq);
CREATE INDEX decision_row_actor ON decision_row (site, actor, seq);
CREATE INDEX decision_row_visit ON decision_row (site, visit, seq) WHERE visit IS NOT NULL;
CREATE INDEX decision_row_call ON decision_row (site, call, seq) WHERE call IS NOT NULL;
CREATE INDEX decision_row_refusal ON decision_row (site, refusal, seq) WHERE refusal IS NOT NULL;

CREATE TABLE day_row (
    site TEXT NOT NULL,
    day BIGINT NOT NULL,
    mechanism TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    published_by TEXT NOT NULL,
    confirmed_at BIGINT,
    closed_at BIGINT,
    closed_by_itself BIGINT,
    next_head TEXT,
    decision TEXT NOT NULL,
    PRIMARY KEY (site, day)
);

CREATE TABLE sheet_row (
    site TEXT NOT NULL,
    day BIGINT NOT NULL,
    kind TEXT NOT NULL,
    position BIGINT NOT NULL,
    staff TEXT NOT NULL,
    joined_at BIGINT,
    joined_before TEXT,
    PRIMARY KEY (site, day, kind, position)
);

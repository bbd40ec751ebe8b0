-- Past calls taken over from elsewhere: no decisions, so not in the journal.
CREATE TABLE call_record (
    site TEXT NOT NULL REFERENCES site (id),
    call TEXT NOT NULL,
    kind TEXT NOT NULL,
    entered_at BIGINT NOT NULL,
    queue_seconds BIGINT NOT NULL,
    outcome TEXT NOT NULL,
    service_started_at BIGINT,
    service_seconds BIGINT,
    agent TEXT,
    PRIMARY KEY (site, call)
);
CREATE INDEX call_record_time ON call_record (site, entered_at);

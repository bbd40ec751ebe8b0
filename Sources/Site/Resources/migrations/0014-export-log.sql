-- Who took which list out of the system, what for, and whether with whole telephone numbers.
CREATE TABLE export_log (
    site TEXT NOT NULL,
    id TEXT NOT NULL,
    staff TEXT NOT NULL,
    at BIGINT NOT NULL,
    list TEXT NOT NULL,
    purpose TEXT NOT NULL,
    line_count BIGINT NOT NULL,
    is_plain BIGINT NOT NULL,
    PRIMARY KEY (site, id)
);
CREATE INDEX export_log_time ON export_log (site, at);

-- Visits that were entered by mistake stay in the register, with who declared them void and why.
ALTER TABLE visit_row ADD COLUMN voided_by TEXT;
ALTER TABLE visit_row ADD COLUMN void_note TEXT;

-- Customers who want another consultant, and what management said.
CREATE TABLE change_row (
    site TEXT NOT NULL,
    slip TEXT NOT NULL,
    person TEXT NOT NULL,
    staff TEXT NOT NULL,
    wants TEXT,
    cause TEXT NOT NULL,
    note TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    granted_to TEXT,
    ruling TEXT,
    ruling_note TEXT,
    ruled_by TEXT,
    ruled_at BIGINT,
    decision TEXT NOT NULL,
    PRIMARY KEY (site, slip)
);
CREATE INDEX change_row_time ON change_row (site, asked_at);

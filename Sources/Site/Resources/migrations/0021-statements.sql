-- The pay of each month, person by person, as it was last worked out; the lines stand in the journal's
-- entry of that decision. An empty staff is the bonus pool.
CREATE TABLE statement_row (
    site TEXT NOT NULL,
    month BIGINT NOT NULL,
    staff TEXT NOT NULL,
    status TEXT NOT NULL,
    gross BIGINT NOT NULL,
    score BIGINT,
    payable BIGINT NOT NULL,
    carried BIGINT NOT NULL,
    decision TEXT NOT NULL,
    PRIMARY KEY (site, month, staff)
);

-- When an order's money was all there, and when it was cancelled: the months of its commission.
ALTER TABLE order_row ADD COLUMN completed_at BIGINT;
ALTER TABLE order_row ADD COLUMN cancelled_at BIGINT;
CREATE INDEX order_row_signed ON order_row (site, signed_at);
CREATE INDEX order_row_completed ON order_row (site, completed_at);
CREATE INDEX order_row_cancelled ON order_row (site, cancelled_at);

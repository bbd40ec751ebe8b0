-- Money that went back and money that is to come, as lists, rebuilt from the journal; and the ways in
-- which a report reads moves and receipts by their days.
CREATE TABLE refund_row (
    site TEXT NOT NULL,
    number BIGINT NOT NULL,
    orders TEXT NOT NULL,
    cause TEXT NOT NULL,
    amount BIGINT NOT NULL,
    is_receipted BIGINT NOT NULL CHECK (is_receipted IN (0, 1)),
    at BIGINT NOT NULL,
    PRIMARY KEY (site, number)
);
CREATE INDEX refund_row_time ON refund_row (site, at);

CREATE TABLE instalment_row (
    site TEXT NOT NULL,
    orders TEXT NOT NULL,
    position BIGINT NOT NULL,
    due BIGINT NOT NULL,
    earlier BIGINT NOT NULL,
    total BIGINT NOT NULL,
    PRIMARY KEY (site, orders, position)
);
CREATE INDEX instalment_row_due ON instalment_row (site, due);

CREATE INDEX unit_move_time ON unit_move (site, at);
CREATE INDEX receipt_row_time ON receipt_row (site, at);

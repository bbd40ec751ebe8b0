-- Units, orders and receipts as lists, rebuilt from the journal. unit_occupancy is the second fence
-- against selling a unit twice: whoever has a unit has its one row, and a second row cannot be
-- written, whatever a decision says.
CREATE TABLE unit_occupancy (
    site TEXT NOT NULL,
    unit TEXT NOT NULL,
    person TEXT NOT NULL,
    staff TEXT NOT NULL,
    orders TEXT,
    since BIGINT NOT NULL,
    decision TEXT NOT NULL,
    PRIMARY KEY (site, unit)
);

CREATE TABLE unit_price (
    site TEXT NOT NULL,
    version TEXT NOT NULL,
    unit TEXT NOT NULL,
    building TEXT NOT NULL,
    floor BIGINT NOT NULL,
    layout TEXT NOT NULL,
    area BIGINT NOT NULL,
    price BIGINT NOT NULL,
    PRIMARY KEY (site, version, unit)
);

CREATE TABLE unit_row (
    site TEXT NOT NULL,
    unit TEXT NOT NULL,
    building TEXT NOT NULL,
    floor BIGINT NOT NULL,
    layout TEXT NOT NULL,
    area BIGINT NOT NULL,
    price BIGINT NOT NULL,
    version TEXT NOT NULL,
    status TEXT NOT NULL,
    person TEXT,
    staff TEXT,
    orders TEXT,
    until BIGINT,
    at BIGINT NOT NULL,
    PRIMARY KEY (site, unit)
);
CREATE INDEX unit_row_place ON unit_row (site, building, floor, unit);
CREATE INDEX unit_row_status ON unit_row (site, status);

CREATE TABLE order_row (
    site TEXT NOT NULL,
    orders TEXT NOT NULL,
    unit TEXT NOT NULL,
    person TEXT NOT NULL,
    staff TEXT NOT NULL,
    stage TEXT NOT NULL,
    void TEXT,
    total BIGINT NOT NULL,
    deposit BIGINT NOT NULL,
    collected BIGINT NOT NULL,
    written_at BIGINT NOT NULL,
    paid_at BIGINT,
    agreed BIGINT,
    signed_at BIGINT,
    due BIGINT,
    last_step TEXT,
    PRIMARY KEY (site, orders)
);
CREATE INDEX order_row_written ON order_row (site, written_at);
CREATE INDEX order_row_unit ON order_row (site, unit);
CREATE INDEX order_row_staff ON order_row (site, staff, written_at);

CREATE TABLE receipt_row (
    site TEXT NOT NULL,
    kind TEXT NOT NULL,
    number BIGINT NOT NULL,
    orders TEXT,
    person TEXT NOT NULL,
    amount BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    staff TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (site, kind, number)
);
CREATE INDEX receipt_row_order ON receipt_row (site, orders);

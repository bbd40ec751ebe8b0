-- Every step of every unit, numbered as it was announced: the history of a unit, and the list of
-- announcements.
CREATE TABLE unit_move (
    site TEXT NOT NULL,
    number BIGINT NOT NULL,
    unit TEXT NOT NULL,
    from_status TEXT NOT NULL,
    to_status TEXT NOT NULL,
    cause TEXT NOT NULL,
    document TEXT NOT NULL,
    staff TEXT NOT NULL,
    decision TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (site, number)
);
CREATE INDEX unit_move_unit ON unit_move (site, unit, number);

-- What the lists of danger ask of a stretch stands in their indexes, so that the table is not read.
DROP INDEX stretch_row_staff;
CREATE INDEX stretch_row_staff
    ON stretch_row (site, staff, until, person, valid_until, owns, is_lapsed, ended_on)
    WHERE ended_on IS NULL AND is_lapsed = 0 AND owns = 1;
DROP INDEX stretch_row_until;
CREATE INDEX stretch_row_until
    ON stretch_row (site, until, person, staff, valid_until, owns, is_lapsed, ended_on)
    WHERE ended_on IS NULL AND is_lapsed = 0 AND owns = 1;

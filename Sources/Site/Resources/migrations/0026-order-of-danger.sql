-- The lists of customers by danger are read in their order, without sorting everybody of a day.
DROP INDEX stretch_row_staff;
CREATE INDEX stretch_row_staff ON stretch_row (site, staff, until, person)
    WHERE ended_on IS NULL AND is_lapsed = 0 AND owns = 1;
DROP INDEX stretch_row_until;
CREATE INDEX stretch_row_until ON stretch_row (site, until, person, staff)
    WHERE ended_on IS NULL AND is_lapsed = 0 AND owns = 1;

-- A keyed hash of the last four digits, by which the desk looks a visitor up (REC-30). Empty until a
-- person is written again.
ALTER TABLE person ADD COLUMN tail_hash TEXT;
CREATE INDEX person_tail ON person (site, tail_hash);

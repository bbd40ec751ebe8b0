-- On which page somebody looked at a customer's data, and the order in which looks are read.
ALTER TABLE reveal_log ADD COLUMN place TEXT;
CREATE INDEX reveal_log_time ON reveal_log (site, at, id);

-- Keyed hashes of the parts and the sounds of a name, by which a customer is found while the name
-- itself stays sealed. Empty until a person is written again; gone when the person is erased.
CREATE TABLE person_search (
    site TEXT NOT NULL,
    token TEXT NOT NULL,
    person TEXT NOT NULL,
    PRIMARY KEY (site, token, person)
);
CREATE INDEX person_search_person ON person_search (site, person);

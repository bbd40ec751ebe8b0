-- Words about customers that belong to a call, a message or a promise: sealed, each change a version
-- of its own, so that what stood there before can be shown. The journal only knows that there are some.
CREATE TABLE private_note (
    site TEXT NOT NULL,
    kind TEXT NOT NULL,
    about TEXT NOT NULL,
    version BIGINT NOT NULL,
    person TEXT,
    staff TEXT NOT NULL,
    at BIGINT NOT NULL,
    sealed TEXT NOT NULL,
    PRIMARY KEY (site, kind, about, version)
);
CREATE INDEX private_note_person ON private_note (site, person) WHERE person IS NOT NULL;

-- What claims are found by. It is made from the other tables, and may change between versions: use
-- those and the views for queries of your own.

-- What a claim can be found by: its type, words of its actors, places and sources, countries …
CREATE TABLE terms (
    id     INTEGER PRIMARY KEY,
    kind   TEXT NOT NULL,
    term   TEXT NOT NULL,
    claims INTEGER NOT NULL, -- how many have it
    UNIQUE (kind, term)
) STRICT;

-- One row a claim. day: days since 1970-01-01 of the first day it may have happened; where that is not
-- known, of publication; where that is not known either, -10000000. last: of the last day, else day.
-- keys: certainty, polarity, tense, type, whether the day is the event's own, one-degree cell, packed
-- as keys.rs says. terms: ids of its terms, four bytes each, little-endian.
CREATE TABLE claim_keys (
    claim     INTEGER PRIMARY KEY, -- claims.row
    day       INTEGER NOT NULL,
    last      INTEGER NOT NULL,
    keys      INTEGER NOT NULL,
    country   TEXT,
    latitude  REAL,
    longitude REAL,
    terms     BLOB NOT NULL
) STRICT;

-- The claims of each term, by day; day, last and keys as in claim_keys.
CREATE TABLE postings (
    term  INTEGER NOT NULL,
    day   INTEGER NOT NULL,
    claim INTEGER NOT NULL,
    last  INTEGER NOT NULL,
    keys  INTEGER NOT NULL,
    PRIMARY KEY (term, day, claim)
) STRICT, WITHOUT ROWID;

-- What a bulk import still has to do: statements that make again what it dropped.
CREATE TABLE unfinished (
    position  INTEGER PRIMARY KEY,
    statement TEXT NOT NULL
) STRICT;

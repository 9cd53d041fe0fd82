-- Where the claims' places are on the map.

CREATE TABLE locations (
    claim_id      TEXT PRIMARY KEY REFERENCES claims (id) ON DELETE CASCADE,
    name          TEXT NOT NULL,
    geonames      INTEGER, -- GeoNames id
    kind          TEXT NOT NULL,
    latitude      REAL NOT NULL,
    longitude     REAL NOT NULL,
    country       TEXT, -- ISO 3166-1 alpha-2
    admin1        TEXT,
    admin2        TEXT,
    where_prec    INTEGER NOT NULL, -- UCDP: 1 exact … 7 waters
    geo_precision INTEGER NOT NULL, -- ACLED: 1 town, 2 around it, 3 larger
    stands_for    INTEGER NOT NULL, -- a larger place, as the named one is not in the gazetteer
    score         REAL NOT NULL,
    reason        TEXT NOT NULL
) STRICT;
CREATE INDEX locations_by_country ON locations (country, admin1);

CREATE TABLE location_rivals (
    claim_id TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name     TEXT NOT NULL,
    geonames INTEGER,
    score    REAL NOT NULL,
    PRIMARY KEY (claim_id, position)
) STRICT;

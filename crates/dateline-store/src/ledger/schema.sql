-- Version 9 of a ledger. One rule names all spans: words in column X stand at the UTF-8 bytes
-- X_start..X_end (end exclusive) of articles.text. Absent is NULL, never 0 or ''.
-- Nothing here needs an SQLite younger than 3.37, so that other tools can read it.
--
-- Articles, claims and incidents have numbers here, which grow as they are stored: what belongs to one
-- stands together, and new rows go to the end of every table. Ids as records have them are in the views
-- (claim_view, incident_view, quote_view; claim_ids and incident_ids for joins): an article's id, a full
-- stop, and the handle.

CREATE TABLE pages (
    name        TEXT PRIMARY KEY,
    quarantined TEXT -- why nothing was read from it
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
    id               TEXT PRIMARY KEY, -- made from the other columns: the same run is one row
    dateline_version TEXT NOT NULL,
    schema_version   INTEGER NOT NULL,
    published        TEXT,
    codebook         TEXT,
    pages            INTEGER NOT NULL,
    quarantined      INTEGER NOT NULL,
    articles         INTEGER NOT NULL,
    unread           INTEGER NOT NULL,
    quotes           INTEGER NOT NULL,
    claims           INTEGER NOT NULL,
    incidents        INTEGER NOT NULL,
    discards         INTEGER NOT NULL
) STRICT;

CREATE TABLE articles (
    row               INTEGER PRIMARY KEY,
    id                TEXT NOT NULL UNIQUE,
    page              TEXT NOT NULL REFERENCES pages (name),
    dateline_version  TEXT NOT NULL,
    schema_version    INTEGER NOT NULL,
    title             TEXT, title_start INTEGER, title_end INTEGER,
    outlet            TEXT,
    byline            TEXT,
    published         TEXT,
    anchor_date       TEXT,
    url               TEXT,
    language          TEXT NOT NULL,
    language_reliable INTEGER NOT NULL,
    language_basis    TEXT NOT NULL,
    unread            TEXT, -- why it was kept but not coded
    text              TEXT NOT NULL
) STRICT;

-- Where each article was found; the same text may stand on several pages.
CREATE TABLE page_articles (
    page       TEXT NOT NULL REFERENCES pages (name),
    position   INTEGER NOT NULL,
    article    INTEGER NOT NULL REFERENCES articles (row),
    first_line INTEGER,
    last_line  INTEGER,
    PRIMARY KEY (page, position)
) STRICT, WITHOUT ROWID;

-- article_position is NULL for lines and remarks that belong to no article.
CREATE TABLE discards (
    page             TEXT NOT NULL REFERENCES pages (name),
    article_position INTEGER,
    position         INTEGER NOT NULL,
    line             INTEGER,
    text             TEXT NOT NULL,
    reason           TEXT NOT NULL,
    evidence         TEXT NOT NULL
) STRICT;
CREATE INDEX discards_by_page ON discards (page, article_position);
CREATE TABLE notes (
    page             TEXT NOT NULL REFERENCES pages (name),
    article_position INTEGER,
    position         INTEGER NOT NULL,
    kind             TEXT NOT NULL,
    line             INTEGER,
    text             TEXT NOT NULL
) STRICT;
CREATE INDEX notes_by_page ON notes (page, article_position);

CREATE TABLE parts (
    article    INTEGER NOT NULL REFERENCES articles (row) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    kind       TEXT NOT NULL,
    part_start INTEGER NOT NULL,
    part_end   INTEGER NOT NULL,
    PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE captions (
    article  INTEGER NOT NULL REFERENCES articles (row) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text     TEXT NOT NULL, text_start INTEGER NOT NULL, text_end INTEGER NOT NULL,
    credit   TEXT, credit_start INTEGER, credit_end INTEGER,
    PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE datelines (
    article INTEGER PRIMARY KEY REFERENCES articles (row) ON DELETE CASCADE,
    text    TEXT NOT NULL, text_start INTEGER NOT NULL, text_end INTEGER NOT NULL,
    place   TEXT NOT NULL, place_start INTEGER NOT NULL, place_end INTEGER NOT NULL,
    date    TEXT, date_start INTEGER, date_end INTEGER,
    agency  TEXT, agency_start INTEGER, agency_end INTEGER
) STRICT;

CREATE TABLE quotes (
    article     INTEGER NOT NULL REFERENCES articles (row) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    handle      TEXT NOT NULL,
    kind        TEXT NOT NULL,
    text        TEXT NOT NULL, text_start INTEGER NOT NULL, text_end INTEGER NOT NULL,
    marks_start INTEGER NOT NULL,
    marks_end   INTEGER NOT NULL,
    speaker     TEXT, speaker_start INTEGER, speaker_end INTEGER,
    resolved    TEXT, resolved_start INTEGER, resolved_end INTEGER,
    cue         TEXT, cue_start INTEGER, cue_end INTEGER,
    continues   TEXT, -- handle of a quote of the article
    reason      TEXT NOT NULL,
    PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE claims (
    row            INTEGER PRIMARY KEY,
    article        INTEGER NOT NULL REFERENCES articles (row) ON DELETE CASCADE,
    handle         TEXT NOT NULL,
    position       INTEGER NOT NULL,
    event_type     TEXT NOT NULL,
    event_mode     TEXT,
    quad_code      INTEGER NOT NULL,
    cameo          TEXT NOT NULL,
    codebook_entry TEXT NOT NULL,
    "trigger"      TEXT NOT NULL, trigger_start INTEGER NOT NULL, trigger_end INTEGER NOT NULL,
    evidence       TEXT NOT NULL, evidence_start INTEGER NOT NULL, evidence_end INTEGER NOT NULL,
    polarity       TEXT NOT NULL,
    certainty      TEXT NOT NULL,
    tense          TEXT NOT NULL,
    confidence     REAL, -- that the trigger tells this event
    UNIQUE (article, handle)
) STRICT;

CREATE TABLE contexts (
    claim    INTEGER NOT NULL REFERENCES claims (row) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    context  TEXT NOT NULL,
    PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

-- Where the article takes the happening up again.
CREATE TABLE mentions (
    claim    INTEGER NOT NULL REFERENCES claims (row) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text     TEXT NOT NULL, text_start INTEGER NOT NULL, text_end INTEGER NOT NULL,
    reason   TEXT NOT NULL,
    PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE arguments (
    claim    INTEGER NOT NULL REFERENCES claims (row) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    role     TEXT NOT NULL,
    text     TEXT NOT NULL, text_start INTEGER NOT NULL, text_end INTEGER NOT NULL,
    resolved TEXT, resolved_start INTEGER, resolved_end INTEGER,
    hedged   INTEGER NOT NULL,
    identity TEXT, -- who it was on the day: the JSON object of the record
    PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

-- Position 0 is where it happened, the others the larger places that the text puts it in.
CREATE TABLE places (
    claim    INTEGER NOT NULL REFERENCES claims (row) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text     TEXT NOT NULL, text_start INTEGER NOT NULL, text_end INTEGER NOT NULL,
    PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

-- Where the claims' places are on the map.
CREATE TABLE locations (
    claim         INTEGER PRIMARY KEY REFERENCES claims (row) ON DELETE CASCADE,
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
CREATE TABLE location_rivals (
    claim    INTEGER NOT NULL REFERENCES claims (row) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name     TEXT NOT NULL,
    geonames INTEGER,
    score    REAL NOT NULL,
    PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE quantities (
    claim       INTEGER NOT NULL REFERENCES claims (row) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    text        TEXT NOT NULL, text_start INTEGER NOT NULL, text_end INTEGER NOT NULL,
    low         REAL,
    high        REAL,
    approximate INTEGER NOT NULL,
    of          TEXT, of_start INTEGER, of_end INTEGER,
    unit        TEXT,
    meaning     TEXT, -- what it counts: 'killed', 'wounded', 'protesters', 'money' …
    PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

-- Outermost first; position 0 is the article's own voice.
CREATE TABLE sources (
    claim    INTEGER NOT NULL REFERENCES claims (row) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    mention  TEXT, mention_start INTEGER, mention_end INTEGER,
    resolved TEXT, resolved_start INTEGER, resolved_end INTEGER,
    office   TEXT, office_start INTEGER, office_end INTEGER,
    cue      TEXT, cue_start INTEGER, cue_end INTEGER,
    direct   INTEGER NOT NULL,
    told     TEXT, told_start INTEGER, told_end INTEGER,
    identity TEXT, -- as of arguments
    PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

-- source_position is -1 for the event's own time, else the link of the chain that spoke then.
CREATE TABLE times (
    claim           INTEGER NOT NULL REFERENCES claims (row) ON DELETE CASCADE,
    source_position INTEGER NOT NULL,
    text            TEXT NOT NULL, text_start INTEGER NOT NULL, text_end INTEGER NOT NULL,
    type            TEXT NOT NULL,
    value           TEXT NOT NULL,
    value_anchored  TEXT,
    mod             TEXT,
    first           TEXT,
    last            TEXT,
    precision       TEXT,
    reason          TEXT NOT NULL,
    PRIMARY KEY (claim, source_position)
) STRICT, WITHOUT ROWID;

-- Claims that answer each other, and what sources withhold.
CREATE TABLE answers (
    claim    INTEGER NOT NULL REFERENCES claims (row) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind     TEXT NOT NULL, -- denies, confirms, corrects, repeats
    answered TEXT NOT NULL, -- handle of a claim of the article
    passage  TEXT NOT NULL, passage_start INTEGER NOT NULL, passage_end INTEGER NOT NULL,
    PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE withheld (
    claim    INTEGER NOT NULL REFERENCES claims (row) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    field    TEXT NOT NULL, -- time, place, who, number, reason, manner, what, whether, details
    source   TEXT, source_start INTEGER, source_end INTEGER,
    passage  TEXT NOT NULL, passage_start INTEGER NOT NULL, passage_end INTEGER NOT NULL,
    PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE why (
    claim    INTEGER NOT NULL REFERENCES claims (row) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    field    TEXT NOT NULL,
    what     TEXT NOT NULL,
    evidence TEXT, evidence_start INTEGER, evidence_end INTEGER,
    PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE incidents (
    row      INTEGER PRIMARY KEY,
    article  INTEGER NOT NULL REFERENCES articles (row) ON DELETE CASCADE,
    handle   TEXT NOT NULL,
    position INTEGER NOT NULL,
    UNIQUE (article, handle)
) STRICT;
-- Claims of an incident are of its article and go with it, so nothing here refers to the table of claims:
-- that would ask for an index of each such column.
CREATE TABLE incident_claims (
    incident INTEGER NOT NULL REFERENCES incidents (row) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    claim    INTEGER NOT NULL,
    PRIMARY KEY (incident, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE merges (
    incident INTEGER NOT NULL REFERENCES incidents (row) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    claim_a  INTEGER NOT NULL,
    claim_b  INTEGER NOT NULL,
    PRIMARY KEY (incident, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE merge_evidence (
    incident       INTEGER NOT NULL REFERENCES incidents (row) ON DELETE CASCADE,
    merge_position INTEGER NOT NULL,
    position       INTEGER NOT NULL,
    evidence       TEXT NOT NULL,
    PRIMARY KEY (incident, merge_position, position)
) STRICT, WITHOUT ROWID;
-- One row for each value told of a field.
CREATE TABLE accounts (
    incident       INTEGER NOT NULL REFERENCES incidents (row) ON DELETE CASCADE,
    position       INTEGER NOT NULL,
    field_position INTEGER NOT NULL,
    field          TEXT NOT NULL,
    agreed         INTEGER NOT NULL,
    text           TEXT NOT NULL, text_start INTEGER NOT NULL, text_end INTEGER NOT NULL,
    PRIMARY KEY (incident, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE account_claims (
    incident         INTEGER NOT NULL REFERENCES incidents (row) ON DELETE CASCADE,
    account_position INTEGER NOT NULL,
    position         INTEGER NOT NULL,
    claim            INTEGER NOT NULL,
    PRIMARY KEY (incident, account_position, position)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE articles_fts USING fts5 (
    title, text, content = 'articles', content_rowid = 'row',
    tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER articles_fts_insert AFTER INSERT ON articles BEGIN
    INSERT INTO articles_fts (rowid, title, text) VALUES (new.row, new.title, new.text);
END;
CREATE TRIGGER articles_fts_delete AFTER DELETE ON articles BEGIN
    INSERT INTO articles_fts (articles_fts, rowid, title, text)
    VALUES ('delete', old.row, old.title, old.text);
END;
CREATE TRIGGER articles_fts_update AFTER UPDATE OF title, text ON articles BEGIN
    INSERT INTO articles_fts (articles_fts, rowid, title, text)
    VALUES ('delete', old.row, old.title, old.text);
    INSERT INTO articles_fts (rowid, title, text) VALUES (new.row, new.title, new.text);
END;

CREATE VIRTUAL TABLE claims_fts USING fts5 (
    evidence, content = 'claims', content_rowid = 'row',
    tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER claims_fts_insert AFTER INSERT ON claims BEGIN
    INSERT INTO claims_fts (rowid, evidence) VALUES (new.row, new.evidence);
END;
CREATE TRIGGER claims_fts_delete AFTER DELETE ON claims BEGIN
    INSERT INTO claims_fts (claims_fts, rowid, evidence) VALUES ('delete', old.row, old.evidence);
END;

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
-- keys: certainty, polarity, tense, type, country, whether the day is the event's own, one-degree cell,
-- packed as keys.rs says. terms: ids of its terms, to the base of 36, each between spaces.
CREATE TABLE claim_keys (
    claim     INTEGER PRIMARY KEY, -- claims.row
    day       INTEGER NOT NULL,
    last      INTEGER NOT NULL,
    keys      INTEGER NOT NULL,
    latitude  REAL,
    longitude REAL,
    terms     TEXT NOT NULL
) STRICT;
CREATE INDEX claim_keys_by_day ON claim_keys (day, claim, last, keys);

-- The claims of each term.
CREATE VIRTUAL TABLE terms_fts USING fts5 (
    terms, content = 'claim_keys', content_rowid = 'claim', tokenize = 'ascii',
    detail = 'none', columnsize = 0
);
CREATE TRIGGER terms_fts_insert AFTER INSERT ON claim_keys BEGIN
    INSERT INTO terms_fts (rowid, terms) VALUES (new.claim, new.terms);
END;
CREATE TRIGGER terms_fts_delete AFTER DELETE ON claim_keys BEGIN
    INSERT INTO terms_fts (terms_fts, rowid, terms) VALUES ('delete', old.claim, old.terms);
END;

-- What a transaction of many articles adds is one stretch of an index: with the usual 1 MiB of memory it
-- would be several, each to be merged with the others.
INSERT INTO claims_fts (claims_fts, rank) VALUES ('hashsize', 16777216);
INSERT INTO articles_fts (articles_fts, rank) VALUES ('hashsize', 16777216);
INSERT INTO terms_fts (terms_fts, rank) VALUES ('hashsize', 16777216);

-- What a bulk import still has to do: statements that make again what it dropped.
CREATE TABLE unfinished (
    position  INTEGER PRIMARY KEY,
    statement TEXT NOT NULL
) STRICT;

-- Ids as records have them, for joins with the tables' numbers.
CREATE VIEW claim_ids AS
SELECT c.row AS claim, a.id || '.' || c.handle AS claim_id, a.id AS article_id
FROM claims AS c JOIN articles AS a ON a.row = c.article;
CREATE VIEW incident_ids AS
SELECT i.row AS incident, a.id || '.' || i.handle AS incident_id, a.id AS article_id
FROM incidents AS i JOIN articles AS a ON a.row = i.article;

-- One readable row a claim.
CREATE VIEW claim_view AS
SELECT
    a.id || '.' || c.handle AS claim,
    a.title AS article,
    a.outlet,
    a.anchor_date AS published,
    c.event_type,
    c.event_mode,
    c.cameo,
    (SELECT group_concat(text, '; ') FROM (SELECT text FROM arguments
        WHERE claim = c.row AND role = 'actor' ORDER BY position)) AS actor,
    (SELECT group_concat(text, '; ') FROM (SELECT text FROM arguments
        WHERE claim = c.row AND role = 'recipient' ORDER BY position)) AS recipient,
    (SELECT group_concat(text, '; ') FROM (SELECT text FROM arguments
        WHERE claim = c.row AND role = 'victim' ORDER BY position)) AS victim,
    (SELECT group_concat(text, '; ') FROM (SELECT text FROM arguments
        WHERE claim = c.row AND role = 'means' ORDER BY position)) AS means,
    (SELECT group_concat(text, ', ') FROM (SELECT text FROM places
        WHERE claim = c.row ORDER BY position)) AS place,
    t.text AS time,
    coalesce(t.value_anchored, t.value) AS time_value,
    t.first AS time_first,
    t.last AS time_last,
    t.precision AS time_precision,
    (SELECT group_concat(text, '; ') FROM (SELECT text FROM quantities
        WHERE claim = c.row ORDER BY position)) AS quantities,
    (SELECT group_concat(link, ' > ') FROM (
        SELECT coalesce(resolved, mention, CASE position WHEN 0 THEN 'the article' ELSE kind END)
            AS link
        FROM sources WHERE claim = c.row ORDER BY position)) AS source_chain,
    c.polarity,
    c.certainty,
    c.tense,
    c.confidence,
    (SELECT group_concat(context, '; ') FROM (SELECT context FROM contexts
        WHERE claim = c.row ORDER BY position)) AS contexts,
    c.evidence,
    a.id AS article_id
FROM claims AS c
JOIN articles AS a ON a.row = c.article
LEFT JOIN times AS t ON t.claim = c.row AND t.source_position = -1
ORDER BY c.article, c.position;

-- One readable row for each value told of an incident's fields.
CREATE VIEW incident_view AS
SELECT
    a.id || '.' || i.handle AS incident,
    a.title AS article,
    x.field,
    CASE x.agreed WHEN 1 THEN 'agreed' ELSE 'differing' END AS status,
    x.text AS value,
    (SELECT group_concat(a.id || '.' || handle, '; ') FROM (
        SELECT c.handle FROM account_claims AS y JOIN claims AS c ON c.row = y.claim
        WHERE y.incident = i.row AND y.account_position = x.position ORDER BY y.position))
        AS claims,
    a.id AS article_id
FROM incidents AS i
JOIN articles AS a ON a.row = i.article
JOIN accounts AS x ON x.incident = i.row
ORDER BY i.article, i.position, x.position;

-- One readable row a quote.
CREATE VIEW quote_view AS
SELECT
    a.id || '.' || q.handle AS quote,
    a.title AS article,
    q.kind,
    q.speaker,
    q.resolved,
    q.cue,
    q.text,
    a.id || '.' || q.continues AS continues,
    a.id AS article_id
FROM quotes AS q
JOIN articles AS a ON a.row = q.article
ORDER BY q.article, q.position;

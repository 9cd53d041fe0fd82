-- Version 1 of a ledger. One rule names all spans: words in column X stand at the UTF-8 bytes
-- X_start..X_end (end exclusive) of articles.text. Absent is NULL, never 0 or ''.
-- Nothing here needs an SQLite younger than 3.37, so that other tools can read it.

CREATE TABLE pages (
    name        TEXT PRIMARY KEY,
    quarantined TEXT -- why nothing was read from it
) STRICT;

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
CREATE INDEX articles_by_page ON articles (page);
CREATE INDEX articles_by_anchor_date ON articles (anchor_date);

-- Where each article was found; the same text may stand on several pages.
CREATE TABLE page_articles (
    page       TEXT NOT NULL REFERENCES pages (name),
    position   INTEGER NOT NULL,
    article_id TEXT NOT NULL REFERENCES articles (id),
    first_line INTEGER,
    last_line  INTEGER,
    PRIMARY KEY (page, position)
) STRICT;
CREATE INDEX page_articles_by_article ON page_articles (article_id);

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
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    kind       TEXT NOT NULL,
    part_start INTEGER NOT NULL,
    part_end   INTEGER NOT NULL,
    PRIMARY KEY (article_id, position)
) STRICT;
CREATE TABLE captions (
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    text       TEXT NOT NULL, text_start INTEGER NOT NULL, text_end INTEGER NOT NULL,
    credit     TEXT, credit_start INTEGER, credit_end INTEGER,
    PRIMARY KEY (article_id, position)
) STRICT;
CREATE TABLE datelines (
    article_id TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    text       TEXT NOT NULL, text_start INTEGER NOT NULL, text_end INTEGER NOT NULL,
    place      TEXT NOT NULL, place_start INTEGER NOT NULL, place_end INTEGER NOT NULL,
    date       TEXT, date_start INTEGER, date_end INTEGER,
    agency     TEXT, agency_start INTEGER, agency_end INTEGER
) STRICT;

CREATE TABLE quotes (
    id          TEXT PRIMARY KEY,
    article_id  TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    text        TEXT NOT NULL, text_start INTEGER NOT NULL, text_end INTEGER NOT NULL,
    marks_start INTEGER NOT NULL,
    marks_end   INTEGER NOT NULL,
    speaker     TEXT, speaker_start INTEGER, speaker_end INTEGER,
    resolved    TEXT, resolved_start INTEGER, resolved_end INTEGER,
    cue         TEXT, cue_start INTEGER, cue_end INTEGER,
    continues   TEXT,
    reason      TEXT NOT NULL
) STRICT;
CREATE INDEX quotes_by_article ON quotes (article_id);

CREATE TABLE claims (
    row            INTEGER PRIMARY KEY,
    id             TEXT NOT NULL UNIQUE,
    article_id     TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
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
    tense          TEXT NOT NULL
) STRICT;
CREATE INDEX claims_by_article ON claims (article_id);
CREATE INDEX claims_by_event ON claims (event_type, event_mode);

CREATE TABLE arguments (
    claim_id TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    role     TEXT NOT NULL,
    text     TEXT NOT NULL, text_start INTEGER NOT NULL, text_end INTEGER NOT NULL,
    resolved TEXT, resolved_start INTEGER, resolved_end INTEGER,
    hedged   INTEGER NOT NULL,
    PRIMARY KEY (claim_id, position)
) STRICT;

-- Position 0 is where it happened, the others the larger places that the text puts it in.
CREATE TABLE places (
    claim_id TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text     TEXT NOT NULL, text_start INTEGER NOT NULL, text_end INTEGER NOT NULL,
    PRIMARY KEY (claim_id, position)
) STRICT;

CREATE TABLE quantities (
    claim_id    TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    text        TEXT NOT NULL, text_start INTEGER NOT NULL, text_end INTEGER NOT NULL,
    low         REAL,
    high        REAL,
    approximate INTEGER NOT NULL,
    of          TEXT, of_start INTEGER, of_end INTEGER,
    unit        TEXT,
    PRIMARY KEY (claim_id, position)
) STRICT;

-- Outermost first; position 0 is the article's own voice.
CREATE TABLE sources (
    claim_id TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    mention  TEXT, mention_start INTEGER, mention_end INTEGER,
    resolved TEXT, resolved_start INTEGER, resolved_end INTEGER,
    cue      TEXT, cue_start INTEGER, cue_end INTEGER,
    direct   INTEGER NOT NULL,
    told     TEXT, told_start INTEGER, told_end INTEGER,
    PRIMARY KEY (claim_id, position)
) STRICT;

-- source_position is -1 for the event's own time, else the link of the chain that spoke then.
CREATE TABLE times (
    claim_id        TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
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
    PRIMARY KEY (claim_id, source_position)
) STRICT;
CREATE INDEX times_by_day ON times (first, last);

CREATE TABLE why (
    claim_id TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    field    TEXT NOT NULL,
    what     TEXT NOT NULL,
    evidence TEXT, evidence_start INTEGER, evidence_end INTEGER,
    PRIMARY KEY (claim_id, position)
) STRICT;

CREATE TABLE incidents (
    id         TEXT PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL
) STRICT;
CREATE INDEX incidents_by_article ON incidents (article_id);
CREATE TABLE incident_claims (
    incident_id TEXT NOT NULL REFERENCES incidents (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    claim_id    TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    PRIMARY KEY (incident_id, position)
) STRICT;
CREATE INDEX incident_claims_by_claim ON incident_claims (claim_id);
CREATE TABLE merges (
    incident_id TEXT NOT NULL REFERENCES incidents (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    claim_a     TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    claim_b     TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    PRIMARY KEY (incident_id, position)
) STRICT;
CREATE TABLE merge_evidence (
    incident_id    TEXT NOT NULL,
    merge_position INTEGER NOT NULL,
    position       INTEGER NOT NULL,
    evidence       TEXT NOT NULL,
    PRIMARY KEY (incident_id, merge_position, position),
    FOREIGN KEY (incident_id, merge_position) REFERENCES merges (incident_id, position)
        ON DELETE CASCADE
) STRICT;
-- One row for each value told of a field.
CREATE TABLE accounts (
    incident_id    TEXT NOT NULL REFERENCES incidents (id) ON DELETE CASCADE,
    position       INTEGER NOT NULL,
    field_position INTEGER NOT NULL,
    field          TEXT NOT NULL,
    agreed         INTEGER NOT NULL,
    text           TEXT NOT NULL, text_start INTEGER NOT NULL, text_end INTEGER NOT NULL,
    PRIMARY KEY (incident_id, position)
) STRICT;
CREATE TABLE account_claims (
    incident_id      TEXT NOT NULL,
    account_position INTEGER NOT NULL,
    position         INTEGER NOT NULL,
    claim_id         TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    PRIMARY KEY (incident_id, account_position, position),
    FOREIGN KEY (incident_id, account_position) REFERENCES accounts (incident_id, position)
        ON DELETE CASCADE
) STRICT;

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

-- One readable row a claim.
CREATE VIEW claim_view AS
SELECT
    c.id AS claim,
    a.title AS article,
    a.outlet,
    a.anchor_date AS published,
    c.event_type,
    c.event_mode,
    c.cameo,
    (SELECT group_concat(text, '; ') FROM (SELECT text FROM arguments
        WHERE claim_id = c.id AND role = 'actor' ORDER BY position)) AS actor,
    (SELECT group_concat(text, '; ') FROM (SELECT text FROM arguments
        WHERE claim_id = c.id AND role = 'recipient' ORDER BY position)) AS recipient,
    (SELECT group_concat(text, '; ') FROM (SELECT text FROM arguments
        WHERE claim_id = c.id AND role = 'victim' ORDER BY position)) AS victim,
    (SELECT group_concat(text, '; ') FROM (SELECT text FROM arguments
        WHERE claim_id = c.id AND role = 'means' ORDER BY position)) AS means,
    (SELECT group_concat(text, ', ') FROM (SELECT text FROM places
        WHERE claim_id = c.id ORDER BY position)) AS place,
    t.text AS time,
    coalesce(t.value_anchored, t.value) AS time_value,
    t.first AS time_first,
    t.last AS time_last,
    t.precision AS time_precision,
    (SELECT group_concat(text, '; ') FROM (SELECT text FROM quantities
        WHERE claim_id = c.id ORDER BY position)) AS quantities,
    (SELECT group_concat(link, ' > ') FROM (
        SELECT coalesce(resolved, mention, CASE position WHEN 0 THEN 'the article' ELSE kind END)
            AS link
        FROM sources WHERE claim_id = c.id ORDER BY position)) AS source_chain,
    c.polarity,
    c.certainty,
    c.tense,
    c.evidence,
    c.article_id
FROM claims AS c
JOIN articles AS a ON a.id = c.article_id
LEFT JOIN times AS t ON t.claim_id = c.id AND t.source_position = -1
ORDER BY a.row, c.position;

-- One readable row for each value told of an incident's fields.
CREATE VIEW incident_view AS
SELECT
    i.id AS incident,
    a.title AS article,
    x.field,
    CASE x.agreed WHEN 1 THEN 'agreed' ELSE 'differing' END AS status,
    x.text AS value,
    (SELECT group_concat(claim_id, '; ') FROM (SELECT claim_id FROM account_claims
        WHERE incident_id = i.id AND account_position = x.position ORDER BY position)) AS claims,
    i.article_id
FROM incidents AS i
JOIN articles AS a ON a.id = i.article_id
JOIN accounts AS x ON x.incident_id = i.id
ORDER BY a.row, i.position, x.position;

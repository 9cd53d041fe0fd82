-- Version 6: how sure the coding of a claim is, what it has to do with, and where the article takes
-- it up again. Claims stored before have no confidence.

ALTER TABLE claims ADD COLUMN confidence REAL;

CREATE TABLE contexts (
    claim_id TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    context  TEXT NOT NULL,
    PRIMARY KEY (claim_id, position)
) STRICT;
CREATE INDEX contexts_by_name ON contexts (context);

CREATE TABLE mentions (
    claim_id TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text     TEXT NOT NULL, text_start INTEGER NOT NULL, text_end INTEGER NOT NULL,
    reason   TEXT NOT NULL,
    PRIMARY KEY (claim_id, position)
) STRICT;

-- One readable row a claim.
DROP VIEW claim_view;
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
    c.confidence,
    (SELECT group_concat(context, '; ') FROM (SELECT context FROM contexts
        WHERE claim_id = c.id ORDER BY position)) AS contexts,
    c.evidence,
    c.article_id
FROM claims AS c
JOIN articles AS a ON a.id = c.article_id
LEFT JOIN times AS t ON t.claim_id = c.id AND t.source_position = -1
ORDER BY a.row, c.position;

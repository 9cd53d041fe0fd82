-- Incidents across articles. The tables of decisions and of versions only ever grow. Ids are as records
-- have them (article id, full stop, handle) and refer to no table: a decision or an earlier version may
-- name what was since read differently.

-- Several happenings told as one: "a series of attacks", a total over weeks.
ALTER TABLE incidents ADD COLUMN campaign INTEGER NOT NULL DEFAULT 0;

-- What people decided about incidents, in the order in which they did.
CREATE TABLE decisions (
    number   INTEGER PRIMARY KEY,
    kind     TEXT NOT NULL, -- split, merge, undo
    incident TEXT NOT NULL, -- which one, as it was called then; of an undo: of the decision undone
    undoes   INTEGER REFERENCES decisions (number), -- of an undo: the decision
    who      TEXT NOT NULL,
    made_at  TEXT NOT NULL, -- ISO 8601 with offset
    note     TEXT
) STRICT;
-- Two sides of a split or merge: each of side 0 is (merge) or is not (split) one with each of side 1.
CREATE TABLE decision_members (
    decision INTEGER NOT NULL REFERENCES decisions (number),
    side     INTEGER NOT NULL,
    position INTEGER NOT NULL,
    claim    TEXT NOT NULL, -- a claim of the incident that is meant: it outlives another reading
    incident TEXT NOT NULL, -- the incident of its article that held the claim then
    PRIMARY KEY (decision, side, position)
) STRICT;

-- Each run of the fusion over another state of articles and decisions.
CREATE TABLE fusions (
    run         INTEGER PRIMARY KEY,
    fingerprint TEXT NOT NULL, -- the state of the articles
    decision    INTEGER REFERENCES decisions (number) -- the last one it heeded
) STRICT;
-- A version of an incident: the members it had from a run on. The latest version of an id holds, unless it
-- is gone.
CREATE TABLE fused (
    version INTEGER PRIMARY KEY,
    run     INTEGER NOT NULL REFERENCES fusions (run),
    id      TEXT NOT NULL,
    gone    INTEGER NOT NULL -- 1: from this run on there is no such incident
) STRICT;
CREATE INDEX fused_by_id ON fused (id, version);
CREATE TABLE fused_members (
    version  INTEGER NOT NULL REFERENCES fused (version),
    position INTEGER NOT NULL,
    incident TEXT NOT NULL, -- an incident of one article
    article  TEXT NOT NULL,
    voice    INTEGER NOT NULL, -- near-copies of one text have one number, from 1
    PRIMARY KEY (version, position)
) STRICT;
CREATE INDEX fused_members_by_incident ON fused_members (incident);
-- Why the members of a version were put together, by the latest run: figures change as articles join the
-- ledger, because how rare a word is does.
CREATE TABLE fused_merges (
    version  INTEGER NOT NULL REFERENCES fused (version),
    position INTEGER NOT NULL,
    member_a TEXT NOT NULL,
    member_b TEXT NOT NULL,
    score    INTEGER NOT NULL, -- mean of all pairs across, in thousandths; 100 is enough
    decision INTEGER REFERENCES decisions (number), -- the person's decision that joined them
    evidence TEXT NOT NULL, -- JSON: a list of pieces, each with its weight
    PRIMARY KEY (version, position)
) STRICT;
-- Which incidents fall into a campaign, by the latest run. Their numbers are not added to its own.
CREATE TABLE campaign_incidents (
    campaign TEXT NOT NULL,
    incident TEXT NOT NULL,
    PRIMARY KEY (campaign, incident)
) STRICT;

-- One readable row for each telling of each incident that several articles tell.
CREATE VIEW fused_view AS
SELECT f.id AS incident, m.voice, m.article, m.incident AS telling, a.title, a.outlet, a.anchor_date AS published
FROM fused AS f
JOIN fused_members AS m ON m.version = f.version
LEFT JOIN articles AS a ON a.id = m.article
WHERE f.gone = 0 AND f.version = (SELECT max(version) FROM fused WHERE id = f.id)
ORDER BY f.id, m.position;

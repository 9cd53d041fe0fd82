-- Claims that answer each other, and what sources withhold.

-- answered is the claim of the same article that claim_id answers.
CREATE TABLE answers (
    claim_id TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind     TEXT NOT NULL, -- denies, confirms, corrects, repeats
    answered TEXT NOT NULL,
    passage  TEXT NOT NULL, passage_start INTEGER NOT NULL, passage_end INTEGER NOT NULL,
    PRIMARY KEY (claim_id, position)
) STRICT;
CREATE INDEX answers_by_answered ON answers (answered);

CREATE TABLE withheld (
    claim_id TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    field    TEXT NOT NULL, -- time, place, who, number, reason, manner, what, whether, details
    source   TEXT, source_start INTEGER, source_end INTEGER,
    passage  TEXT NOT NULL, passage_start INTEGER NOT NULL, passage_end INTEGER NOT NULL,
    PRIMARY KEY (claim_id, position)
) STRICT;

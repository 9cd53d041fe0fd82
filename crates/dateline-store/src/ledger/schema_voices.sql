-- Version 12: how surely each voice of a chain presents the event, whose a quote without owner may be,
-- and which numbers of a claim are put right elsewhere.

-- FactBank's signs and words, as in claims; NULL in what was read before there were any.
ALTER TABLE sources ADD COLUMN polarity TEXT;
ALTER TABLE sources ADD COLUMN certainty TEXT;
-- JSON, in text order: text, start, end, reason; NULL where the quote has an owner or nobody is near.
ALTER TABLE quotes ADD COLUMN candidates TEXT;
-- JSON: number, rejected, source, passage, each with text, start, end; NULL where there is none.
ALTER TABLE claims ADD COLUMN corrections TEXT;

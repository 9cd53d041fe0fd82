-- What a source is, in the article's words: "head of the centre's press office".
ALTER TABLE sources ADD COLUMN office TEXT;
ALTER TABLE sources ADD COLUMN office_start INTEGER;
ALTER TABLE sources ADD COLUMN office_end INTEGER;

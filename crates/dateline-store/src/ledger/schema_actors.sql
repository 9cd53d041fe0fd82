-- Who participants and sources were on the day, as the JSON object of the record's `identity`.
ALTER TABLE arguments ADD COLUMN identity TEXT;
ALTER TABLE sources ADD COLUMN identity TEXT;

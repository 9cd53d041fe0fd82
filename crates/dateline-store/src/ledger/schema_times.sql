-- What a time is in the calendar that the text names ("12 Ramadan 1445"), and the happening that it is
-- counted from ("two days after the attack").
ALTER TABLE times ADD COLUMN calendar TEXT;
ALTER TABLE times ADD COLUMN calendar_value TEXT;
ALTER TABLE times ADD COLUMN side TEXT;
ALTER TABLE times ADD COLUMN anchor TEXT;
ALTER TABLE times ADD COLUMN anchor_start INTEGER;
ALTER TABLE times ADD COLUMN anchor_end INTEGER;

-- What a quantity counts in its claim ('killed', 'wounded', 'protesters', 'money' …);
-- NULL where the words do not say, and in claims that were read before.
ALTER TABLE quantities ADD COLUMN meaning TEXT;

-- Version 13: the town of a place that is a part of one.

-- JSON: name, geonames, latitude, longitude, by; NULL for towns themselves and what is larger.
ALTER TABLE locations ADD COLUMN town TEXT;

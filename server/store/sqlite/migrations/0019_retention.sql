-- How long what is kept, in months. Nothing runs out until a guardian says so. The history never does.
CREATE TABLE retention_rule (
  kind        TEXT NOT NULL CHECK (kind IN ('incidents', 'refused_rows', 'runs')),
  category_id INTEGER NOT NULL DEFAULT 0,   -- of incidents: 0 is every category without a rule of its own
  months      INTEGER NOT NULL CHECK (months BETWEEN 1 AND 600),
  PRIMARY KEY (kind, category_id),
  CHECK (category_id = 0 OR kind = 'incidents')
) STRICT, WITHOUT ROWID;

-- What is left of incidents whose time was over: how many there were, by month of their place. Of areas only where there
-- were three at least; area_id 0 is all of them.
CREATE TABLE kept_count (
  category_id INTEGER NOT NULL REFERENCES category (id),
  area_id     INTEGER NOT NULL,
  month       TEXT NOT NULL CHECK (month = '' OR month GLOB '[12][0-9][0-9][0-9]-[01][0-9]'), -- '': of unknown time
  count       INTEGER NOT NULL CHECK (count > 0),
  PRIMARY KEY (category_id, area_id, month),
  CHECK (area_id = 0 OR count >= 3)
) STRICT, WITHOUT ROWID;

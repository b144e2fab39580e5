-- Counts for the public: prepared, approved by a guardian, released by a publisher who is somebody else. What was released
-- stays; it can be struck. See server/domain/publication.ts.
CREATE TABLE publication (
  id            TEXT PRIMARY KEY,
  title         TEXT NOT NULL,
  text          TEXT NOT NULL,
  subjects      TEXT,                        -- JSON: public names of the categories as they were; null: all
  wish          TEXT NOT NULL,               -- JSON: what is counted
  zone          TEXT NOT NULL,               -- whose months they are
  state         TEXT NOT NULL CHECK (state IN ('prepared', 'approved', 'released', 'withdrawn', 'struck')),
  sheet         TEXT NOT NULL,               -- JSON: the privacy sheet
  areas         TEXT NOT NULL,               -- JSON: names and shapes as they were
  periods       TEXT NOT NULL,               -- JSON
  digest        TEXT NOT NULL,               -- SHA-256 of what the public sees
  version       INTEGER NOT NULL DEFAULT 1,
  prepared_by   TEXT NOT NULL,
  prepared_at   TEXT NOT NULL,
  approved_by   TEXT,
  approved_at   TEXT,
  released_by   TEXT,
  released_at   TEXT,
  struck_by     TEXT,
  struck_at     TEXT,
  strike_reason TEXT,
  CHECK (released_by IS NULL OR (approved_by IS NOT NULL AND approved_by <> released_by)),
  CHECK (state NOT IN ('released', 'struck') OR released_by IS NOT NULL),
  CHECK (state <> 'approved' OR approved_by IS NOT NULL),
  CHECK (state <> 'struck' OR (struck_by IS NOT NULL AND strike_reason <> ''))
) STRICT;

CREATE TABLE publication_figure (
  publication_id TEXT NOT NULL REFERENCES publication (id),
  position       INTEGER NOT NULL,
  area           INTEGER,                    -- index in areas; null: all areas together
  period         INTEGER,                    -- index in periods; null: all periods together
  count          INTEGER,                    -- null: not shown
  tokens         BLOB,                       -- of figures that are shown: what stands for their incidents, never given out
  PRIMARY KEY (publication_id, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER publication_stays BEFORE DELETE ON publication
BEGIN
  SELECT RAISE(ABORT, 'A publication is struck, not deleted.');
END;
CREATE TRIGGER publication_is_what_was_checked BEFORE UPDATE ON publication
WHEN NEW.id IS NOT OLD.id OR NEW.title IS NOT OLD.title OR NEW.text IS NOT OLD.text OR NEW.wish IS NOT OLD.wish
  OR NEW.subjects IS NOT OLD.subjects OR NEW.zone IS NOT OLD.zone OR NEW.prepared_by IS NOT OLD.prepared_by
  OR NEW.sheet IS NOT OLD.sheet OR NEW.areas IS NOT OLD.areas OR NEW.periods IS NOT OLD.periods
  OR NEW.digest IS NOT OLD.digest OR (OLD.released_by IS NOT NULL AND NEW.released_by IS NOT OLD.released_by)
  OR (OLD.approved_by IS NOT NULL AND NEW.approved_by IS NOT OLD.approved_by)
  OR (OLD.state IN ('struck', 'withdrawn') AND NEW.state IS NOT OLD.state)
  OR (OLD.state = 'released' AND NEW.state NOT IN ('released', 'struck'))
BEGIN
  SELECT RAISE(ABORT, 'What was checked for publication cannot be changed.');
END;
CREATE TRIGGER publication_figure_stays BEFORE DELETE ON publication_figure
BEGIN
  SELECT RAISE(ABORT, 'A publication is struck, not deleted.');
END;
CREATE TRIGGER publication_figure_is_what_was_checked BEFORE UPDATE ON publication_figure
BEGIN
  SELECT RAISE(ABORT, 'What was checked for publication cannot be changed.');
END;

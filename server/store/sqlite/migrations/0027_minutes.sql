-- The minutes of a meeting. Until they are closed the record is read anew each time; then it is kept as it was.
-- See server/domain/meeting/minutes.ts.
CREATE TABLE minutes (
  meeting_id             TEXT PRIMARY KEY REFERENCES meeting (id),
  texts                  TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(texts)),  -- in place of a section, by language
  sections               TEXT CHECK (sections IS NULL OR json_valid(sections)), -- the record as it was when they were closed
  state                  TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'closed', 'approved')),
  closed_at              TEXT,
  closed_by              TEXT,
  approved_at_meeting_id TEXT REFERENCES meeting (id),
  approved_at            TEXT,
  approved_by            TEXT,
  version                INTEGER NOT NULL DEFAULT 1,
  updated_at             TEXT NOT NULL,
  CHECK ((state = 'draft') = (sections IS NULL)),
  CHECK ((state = 'approved') = (approved_at_meeting_id IS NOT NULL)),
  CHECK (approved_at_meeting_id <> meeting_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX minutes_approved ON minutes (approved_at_meeting_id) WHERE approved_at_meeting_id IS NOT NULL;

-- What was put right afterwards, beside what was written.
CREATE TABLE minutes_note (
  id         TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES minutes (meeting_id),
  text       TEXT NOT NULL CHECK (text <> ''),
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX minutes_note_meeting ON minutes_note (meeting_id, created_at);

CREATE TRIGGER minutes_closed_stay BEFORE UPDATE OF meeting_id, texts, sections, closed_at, closed_by ON minutes
WHEN OLD.state <> 'draft'
BEGIN
  SELECT RAISE(ABORT, 'Closed minutes are amended by a note.');
END;
CREATE TRIGGER minutes_go_forward BEFORE UPDATE ON minutes
WHEN OLD.state = 'approved' OR (OLD.state = 'closed' AND NEW.state = 'draft') OR (OLD.state = 'draft' AND NEW.state = 'approved')
BEGIN
  SELECT RAISE(ABORT, 'Minutes are closed, then approved, and stay so.');
END;
CREATE TRIGGER minutes_stay BEFORE DELETE ON minutes
BEGIN
  SELECT RAISE(ABORT, 'Minutes are kept.');
END;
CREATE TRIGGER minutes_note_on_closed BEFORE INSERT ON minutes_note
WHEN (SELECT state FROM minutes WHERE meeting_id = NEW.meeting_id) = 'draft'
BEGIN
  SELECT RAISE(ABORT, 'A note is for minutes that are closed.');
END;
CREATE TRIGGER minutes_note_stays BEFORE UPDATE ON minutes_note
BEGIN
  SELECT RAISE(ABORT, 'A note stays as it was written.');
END;
CREATE TRIGGER minutes_note_is_kept BEFORE DELETE ON minutes_note
BEGIN
  SELECT RAISE(ABORT, 'A note stays as it was written.');
END;

-- A case whose incidents somebody who sees them has opened to roles that otherwise see squares and months, for a time.
-- What was opened stays on record; it can be closed, and its last day comes.
CREATE TABLE case_opening (
  id         INTEGER PRIMARY KEY,
  problem_id TEXT NOT NULL REFERENCES problem (id),
  roles      TEXT NOT NULL CHECK (json_valid(roles)),  -- JSON array
  reason     TEXT NOT NULL CHECK (reason <> ''),
  until_day  TEXT NOT NULL,                            -- last day, in the zone of the workspace
  rule       TEXT CHECK (rule IS NULL OR json_valid(rule)), -- the rule of the case as it was: a wider one opens no more
  grants     TEXT NOT NULL CHECK (json_valid(grants)), -- what whoever opened it sees: nobody opens more than that
  opened_by  TEXT NOT NULL,
  opened_at  TEXT NOT NULL,
  closed_by  TEXT,                                     -- null while open, and when its day came
  closed_at  TEXT
) STRICT;
-- One at a time.
CREATE UNIQUE INDEX case_opening_open ON case_opening (problem_id) WHERE closed_at IS NULL;

CREATE TRIGGER case_opening_stays BEFORE DELETE ON case_opening
BEGIN
  SELECT RAISE(ABORT, 'To whom a case was opened stays on record.');
END;
CREATE TRIGGER case_opening_only_closes BEFORE UPDATE ON case_opening
WHEN NEW.id IS NOT OLD.id OR NEW.problem_id IS NOT OLD.problem_id OR NEW.roles IS NOT OLD.roles
  OR NEW.reason IS NOT OLD.reason OR NEW.until_day IS NOT OLD.until_day OR NEW.rule IS NOT OLD.rule
  OR NEW.grants IS NOT OLD.grants OR NEW.opened_by IS NOT OLD.opened_by OR NEW.opened_at IS NOT OLD.opened_at
  OR OLD.closed_at IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'An opening can only be closed.');
END;

-- Evaluations: the plan is agreed by two persons before the result is known, and stays as it was agreed.

CREATE TABLE evaluation_plan (
  problem_id  TEXT PRIMARY KEY REFERENCES problem (id),
  plan        TEXT NOT NULL CHECK (json_valid(plan)),
  facts       TEXT CHECK (facts IS NULL OR json_valid(facts)),  -- JSON: what was known when it was proposed
  state       TEXT NOT NULL CHECK (state IN ('draft', 'proposed', 'locked')),
  version     INTEGER NOT NULL DEFAULT 1,
  changed_by  TEXT NOT NULL,
  changed_at  TEXT NOT NULL,
  proposed_by TEXT,
  proposed_at TEXT,
  locked_by   TEXT,
  locked_at   TEXT,
  CHECK (state = 'draft' OR (proposed_by IS NOT NULL AND proposed_at IS NOT NULL AND facts IS NOT NULL)),
  CHECK ((state = 'locked') = (locked_by IS NOT NULL) AND (locked_by IS NULL) = (locked_at IS NULL)),
  CHECK (locked_by IS NULL OR locked_by <> proposed_by)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER evaluation_plan_begins_as_draft BEFORE INSERT ON evaluation_plan
WHEN NEW.state <> 'draft'
BEGIN
  SELECT RAISE(ABORT, 'A plan begins as a draft.');
END;
CREATE TRIGGER evaluation_plan_is_locked BEFORE UPDATE ON evaluation_plan
WHEN OLD.state = 'locked'
BEGIN
  SELECT RAISE(ABORT, 'A locked plan stays as it was agreed; amend it.');
END;
CREATE TRIGGER evaluation_plan_is_locked_as_proposed BEFORE UPDATE ON evaluation_plan
WHEN NEW.state = 'locked' AND (OLD.state <> 'proposed' OR NEW.problem_id IS NOT OLD.problem_id OR NEW.plan IS NOT OLD.plan
  OR NEW.facts IS NOT OLD.facts OR NEW.proposed_by IS NOT OLD.proposed_by OR NEW.proposed_at IS NOT OLD.proposed_at)
BEGIN
  SELECT RAISE(ABORT, 'A plan is locked as it was proposed.');
END;
CREATE TRIGGER evaluation_plan_stays BEFORE DELETE ON evaluation_plan
WHEN OLD.state = 'locked'
BEGIN
  SELECT RAISE(ABORT, 'A locked plan stays as it was agreed; amend it.');
END;

CREATE TABLE evaluation_amendment (
  id         TEXT PRIMARY KEY,
  problem_id TEXT NOT NULL REFERENCES evaluation_plan (problem_id),
  text       TEXT NOT NULL CHECK (text <> ''),
  reason     TEXT NOT NULL CHECK (reason <> ''),
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX evaluation_amendment_by_problem ON evaluation_amendment (problem_id, created_at);

CREATE TRIGGER evaluation_amendment_needs_a_lock BEFORE INSERT ON evaluation_amendment
WHEN NOT EXISTS (SELECT 1 FROM evaluation_plan WHERE problem_id = NEW.problem_id AND state = 'locked')
BEGIN
  SELECT RAISE(ABORT, 'Only a locked plan is amended.');
END;
CREATE TRIGGER evaluation_amendment_is_final BEFORE UPDATE ON evaluation_amendment
BEGIN
  SELECT RAISE(ABORT, 'An amendment stays as it was written.');
END;
CREATE TRIGGER evaluation_amendment_stays BEFORE DELETE ON evaluation_amendment
BEGIN
  SELECT RAISE(ABORT, 'An amendment stays as it was written.');
END;

-- Every look at the result, the agreed one and those besides.
CREATE TABLE evaluation_run (
  id           TEXT PRIMARY KEY,
  problem_id   TEXT NOT NULL REFERENCES problem (id),
  kind         TEXT NOT NULL CHECK (kind IN ('primary', 'exploratory')),
  reasons      TEXT NOT NULL CHECK (json_valid(reasons)),       -- JSON: why it is exploratory
  plan         TEXT NOT NULL CHECK (json_valid(plan)),          -- JSON: what was computed
  result       TEXT NOT NULL CHECK (json_valid(result)),
  data_version TEXT NOT NULL CHECK (json_valid(data_version)),  -- JSON
  test_version INTEGER NOT NULL,
  digest       TEXT NOT NULL,                                   -- SHA-256 of plan and result
  created_by   TEXT NOT NULL,
  created_at   TEXT NOT NULL,
  CHECK ((kind = 'primary') = (reasons = '[]'))
) STRICT, WITHOUT ROWID;
CREATE INDEX evaluation_run_by_problem ON evaluation_run (problem_id, created_at);

CREATE TRIGGER evaluation_run_is_final BEFORE UPDATE ON evaluation_run
BEGIN
  SELECT RAISE(ABORT, 'A result stays as it was computed.');
END;
CREATE TRIGGER evaluation_run_stays BEFORE DELETE ON evaluation_run
BEGIN
  SELECT RAISE(ABORT, 'A result stays as it was computed.');
END;

-- When the way of recording changed: counts of before and after are then not of the same thing.
CREATE TABLE recording_change (
  id          INTEGER PRIMARY KEY,
  from_day    TEXT NOT NULL,
  area_id     INTEGER REFERENCES area (id),
  category_id INTEGER REFERENCES category (id),
  kind        TEXT NOT NULL,
  effect      TEXT NOT NULL,
  note        TEXT NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1,
  created_by  TEXT NOT NULL,
  created_at  TEXT NOT NULL,
  deleted_at  TEXT
) STRICT;

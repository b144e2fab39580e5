-- Organisations and what they promise; what was done of it, and what residents say. See server/domain/commitment.ts.
CREATE TABLE organisation (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL CHECK (name <> ''),
  name_key   TEXT NOT NULL UNIQUE,           -- without differences of case and spacing
  kind       TEXT NOT NULL,
  version    INTEGER NOT NULL DEFAULT 1,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

-- Whom an account speaks for: one organisation at most.
CREATE TABLE organisation_member (
  user_id         TEXT PRIMARY KEY REFERENCES user (id) ON DELETE CASCADE,
  organisation_id INTEGER NOT NULL REFERENCES organisation (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX organisation_member_organisation ON organisation_member (organisation_id);

CREATE TABLE commitment (
  id               TEXT PRIMARY KEY,
  problem_id       TEXT REFERENCES problem (id),
  organisation_id  INTEGER NOT NULL REFERENCES organisation (id),
  text             TEXT NOT NULL CHECK (text <> ''),
  kind             TEXT NOT NULL,
  owner_role       TEXT NOT NULL DEFAULT '',  -- who in the organisation, as a role
  partners         TEXT NOT NULL CHECK (json_valid(partners)),  -- JSON array of ids of organisations
  geometry         TEXT CHECK (geometry IS NULL OR json_valid(geometry)),
  meeting_on       TEXT,                      -- day of the meeting it was made at
  due_on           TEXT,
  first_due_on     TEXT,                      -- the day first promised: a later one does not make it kept
  evidence_of_done TEXT NOT NULL DEFAULT '',
  dose_unit        TEXT,
  dose_planned     REAL CHECK (dose_planned > 0),
  state            TEXT NOT NULL,
  state_since      TEXT NOT NULL,
  round            INTEGER NOT NULL DEFAULT 0,  -- how often it was said to be done
  visibility       TEXT NOT NULL,
  blocked_reason   TEXT NOT NULL DEFAULT '',
  unblocked_by     TEXT NOT NULL DEFAULT '',  -- who could
  follow_up_of     TEXT REFERENCES commitment (id),
  version          INTEGER NOT NULL DEFAULT 1,
  created_by       TEXT NOT NULL,
  created_at       TEXT NOT NULL,
  updated_at       TEXT NOT NULL
) STRICT;
CREATE INDEX commitment_problem ON commitment (problem_id);
CREATE INDEX commitment_organisation ON commitment (organisation_id);

CREATE TRIGGER commitment_stays BEFORE DELETE ON commitment
BEGIN
  SELECT RAISE(ABORT, 'A commitment is withdrawn, not deleted.');
END;

CREATE TABLE commitment_step (
  commitment_id TEXT NOT NULL REFERENCES commitment (id),
  number        INTEGER NOT NULL,
  at            TEXT NOT NULL,
  by            TEXT,                         -- user id; null: by itself
  from_state    TEXT,
  to_state      TEXT NOT NULL,
  note          TEXT NOT NULL DEFAULT '',
  evidence      TEXT NOT NULL CHECK (json_valid(evidence)),
  on_behalf     INTEGER NOT NULL DEFAULT 0 CHECK (on_behalf IN (0, 1)),  -- written down by a secretary for the owner
  PRIMARY KEY (commitment_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE commitment_dose (
  id              TEXT PRIMARY KEY,
  commitment_id   TEXT NOT NULL REFERENCES commitment (id),
  at              TEXT NOT NULL,
  unit            TEXT NOT NULL,
  quantity        REAL NOT NULL CHECK (quantity > 0),
  place           TEXT CHECK (place IS NULL OR json_valid(place)),  -- GeoJSON Point
  by_role         TEXT NOT NULL DEFAULT '',
  note            TEXT NOT NULL DEFAULT '',
  entered_offline INTEGER NOT NULL DEFAULT 0 CHECK (entered_offline IN (0, 1)),
  synced_at       TEXT NOT NULL,              -- when it reached the workspace
  created_by      TEXT NOT NULL,
  struck_at       TEXT                        -- tapped by mistake
) STRICT;
CREATE INDEX commitment_dose_commitment ON commitment_dose (commitment_id, at);

-- What one resident says of a delivery.
CREATE TABLE commitment_report (
  commitment_id TEXT NOT NULL REFERENCES commitment (id),
  round         INTEGER NOT NULL,
  created_by    TEXT NOT NULL,
  verdict       TEXT NOT NULL CHECK (verdict IN ('done', 'partly', 'notDone', 'cannotSay')),
  comment       TEXT NOT NULL DEFAULT '',
  created_at    TEXT NOT NULL,
  PRIMARY KEY (commitment_id, round, created_by)
) STRICT, WITHOUT ROWID;

-- What residents said together, at a meeting or in their reports.
CREATE TABLE commitment_verification (
  commitment_id TEXT NOT NULL REFERENCES commitment (id),
  round         INTEGER NOT NULL,
  basis         TEXT NOT NULL CHECK (basis IN ('meeting', 'reports')),
  held_on       TEXT NOT NULL,
  done          INTEGER NOT NULL CHECK (done >= 0),
  partly        INTEGER NOT NULL CHECK (partly >= 0),
  not_done      INTEGER NOT NULL CHECK (not_done >= 0),
  cannot_say    INTEGER NOT NULL CHECK (cannot_say >= 0),
  by_group      TEXT NOT NULL CHECK (json_valid(by_group)),
  comment       TEXT NOT NULL DEFAULT '',
  outcome       TEXT NOT NULL CHECK (outcome IN ('verified', 'partly_verified', 'not_verified')),
  created_by    TEXT NOT NULL,
  created_at    TEXT NOT NULL,
  PRIMARY KEY (commitment_id, round),
  CHECK (done + partly + not_done > 0)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER commitment_verified_by_residents BEFORE UPDATE OF state ON commitment
WHEN NEW.state = 'verified' AND NOT EXISTS (
  SELECT 1 FROM commitment_verification
  WHERE commitment_id = NEW.id AND round = NEW.round AND outcome = 'verified')
BEGIN
  SELECT RAISE(ABORT, 'Only residents verify a commitment.');
END;

CREATE TRIGGER commitment_begins_as_promised BEFORE INSERT ON commitment WHEN NEW.state <> 'proposed'
BEGIN
  SELECT RAISE(ABORT, 'A commitment begins as a proposal.');
END;

CREATE TRIGGER commitment_verification_stays BEFORE DELETE ON commitment_verification
BEGIN
  SELECT RAISE(ABORT, 'What residents said is kept.');
END;
CREATE TRIGGER commitment_verification_stays_as_it_is BEFORE UPDATE ON commitment_verification
BEGIN
  SELECT RAISE(ABORT, 'What residents said is kept as it was said.');
END;
CREATE TRIGGER commitment_step_stays BEFORE DELETE ON commitment_step
BEGIN
  SELECT RAISE(ABORT, 'The steps of a commitment are kept.');
END;

-- Response cards of the workspace, beside those of data/response-cards.
CREATE TABLE response_card (
  id         TEXT PRIMARY KEY,
  body       TEXT NOT NULL CHECK (json_valid(body)),
  version    INTEGER NOT NULL DEFAULT 1,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;

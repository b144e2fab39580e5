-- Problem cases, annotations, stored results, who did what.

CREATE TABLE problem (
  id         TEXT PRIMARY KEY,
  ref        TEXT NOT NULL UNIQUE,           -- AREA-YYYY-NN, made of the next three
  area_code  TEXT NOT NULL,
  year       INTEGER NOT NULL,
  number     INTEGER NOT NULL CHECK (number > 0),
  title      TEXT NOT NULL,
  statement  TEXT NOT NULL DEFAULT '',
  stage      TEXT NOT NULL CHECK (stage IN ('scanning', 'analysis', 'response', 'assessment', 'closed')),
  geometry   TEXT,                           -- GeoJSON Polygon or MultiPolygon
  rule       TEXT,                           -- JSON incident filter that links incidents
  version    INTEGER NOT NULL DEFAULT 1,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  UNIQUE (area_code, year, number)
) STRICT;

CREATE TABLE problem_incident (
  problem_id  TEXT NOT NULL REFERENCES problem (id),
  incident_id INTEGER NOT NULL,              -- no foreign key: undoing an import leaves the decision on record
  verdict     TEXT NOT NULL CHECK (verdict IN ('in', 'out')),
  reason      TEXT NOT NULL DEFAULT '',
  created_by  TEXT NOT NULL,
  created_at  TEXT NOT NULL,
  PRIMARY KEY (problem_id, incident_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE annotation (
  id         TEXT PRIMARY KEY,
  problem_id TEXT REFERENCES problem (id),   -- also the note of a problem case, then geometry may be null
  text       TEXT NOT NULL,
  geometry   TEXT,                           -- any GeoJSON geometry
  version    INTEGER NOT NULL DEFAULT 1,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX annotation_problem ON annotation (problem_id);

CREATE TABLE analysis_run (
  id             TEXT PRIMARY KEY,
  method         TEXT NOT NULL,
  method_version INTEGER NOT NULL,
  parameters     TEXT NOT NULL,              -- JSON, defaults filled in
  filter         TEXT NOT NULL,              -- JSON incident filter
  data_version   TEXT NOT NULL,              -- JSON {dataset: version}
  key            TEXT NOT NULL,              -- hash of method, version, parameters, filter, data version
  state          TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed', 'cancelled')),
  summary        TEXT,                       -- JSON
  digest         TEXT,                       -- SHA-256 of result
  failure        TEXT,
  created_by     TEXT NOT NULL,
  created_at     TEXT NOT NULL,
  finished_at    TEXT,
  result         BLOB                        -- Arrow IPC stream; last, so that reading the rest does not walk through it
) STRICT;
CREATE INDEX analysis_run_key ON analysis_run (key, state);
CREATE INDEX analysis_run_created ON analysis_run (created_at, id);
CREATE INDEX analysis_run_running ON analysis_run (state) WHERE state = 'running';

CREATE TABLE audit_entry (
  id          INTEGER PRIMARY KEY,
  at          TEXT NOT NULL,
  actor       TEXT,                          -- user id; null for the command line and the system
  action      TEXT NOT NULL,                 -- create, update, stage, delete, restore, link, unlink, import, sign_in …
  object_kind TEXT NOT NULL,
  object_id   TEXT NOT NULL,
  reason      TEXT NOT NULL DEFAULT '',
  change      TEXT NOT NULL DEFAULT '{}'     -- JSON {field: [before, after]}
) STRICT;
CREATE INDEX audit_entry_object ON audit_entry (object_kind, object_id);

CREATE TABLE idempotency_key (
  key        TEXT NOT NULL,
  actor      TEXT NOT NULL,
  status     INTEGER NOT NULL,
  body       TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (key, actor)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_key_created ON idempotency_key (created_at);

-- A problem case in parts: what is one of a kind (its CHEERS answers, its objective) and what is many (its sources, findings).
-- Which names and kinds there are, and what a body holds, is in server/domain/case: those lists grow.
CREATE TABLE problem_part (
  problem_id TEXT NOT NULL REFERENCES problem (id),
  name       TEXT NOT NULL,
  body       TEXT NOT NULL CHECK (json_valid(body)),
  version    INTEGER NOT NULL CHECK (version > 0),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  PRIMARY KEY (problem_id, name)
) STRICT;

CREATE TABLE problem_item (
  id         TEXT PRIMARY KEY,
  problem_id TEXT NOT NULL REFERENCES problem (id),
  kind       TEXT NOT NULL,
  position   REAL NOT NULL,                  -- between two others there is always room
  body       TEXT NOT NULL CHECK (json_valid(body)),
  version    INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX problem_item_problem ON problem_item (problem_id, kind, position);

ALTER TABLE problem ADD COLUMN state TEXT NOT NULL DEFAULT 'proposed';
ALTER TABLE problem ADD COLUMN confidentiality TEXT NOT NULL DEFAULT 'internal'
  CHECK (confidentiality IN ('internal', 'committee', 'public'));
ALTER TABLE problem ADD COLUMN review_on TEXT;  -- a date

-- What committees could read until now stays open to them; a new case is internal until somebody opens it.
UPDATE problem SET confidentiality = 'committee';
UPDATE problem SET state = 'active' WHERE stage <> 'scanning';

-- Who was addressed in a note, so that they can be told.
CREATE TABLE annotation_mention (
  annotation_id TEXT NOT NULL REFERENCES annotation (id),
  user_id       TEXT NOT NULL,
  PRIMARY KEY (annotation_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX annotation_mention_user ON annotation_mention (user_id);

-- Photos and documents of a case, inside the database and so inside its backups.
CREATE TABLE problem_attachment (
  id         TEXT PRIMARY KEY,
  problem_id TEXT NOT NULL REFERENCES problem (id),
  name       TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes      INTEGER NOT NULL CHECK (bytes > 0),
  digest     TEXT NOT NULL,                  -- SHA-256 of the content
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  deleted_at TEXT,
  content    BLOB NOT NULL                   -- last, so that reading the rest does not walk through it
) STRICT;
CREATE INDEX problem_attachment_problem ON problem_attachment (problem_id);

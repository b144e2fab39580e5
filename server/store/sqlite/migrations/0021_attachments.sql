-- Photos and documents of a case. The table of 0013 was never written to: it is made anew, with what is said of a file and with
-- the file itself in parts, so that writing or reading one never holds up everybody else.
DROP TABLE problem_attachment;
CREATE TABLE problem_attachment (
  id         TEXT PRIMARY KEY,
  problem_id TEXT NOT NULL REFERENCES problem (id),
  name       TEXT NOT NULL,
  media_type TEXT NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  kind       TEXT NOT NULL,
  caption    TEXT NOT NULL CHECK (caption <> ''),
  taken_on   TEXT,                           -- a date, as somebody remembers it; never read from the file
  bytes      INTEGER NOT NULL CHECK (bytes > 0),
  width      INTEGER,                        -- pixels; null of a document
  height     INTEGER,
  digest     TEXT NOT NULL,                  -- SHA-256 of the content
  version    INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX problem_attachment_problem ON problem_attachment (problem_id);

CREATE TABLE attachment_content (
  attachment_id TEXT NOT NULL REFERENCES problem_attachment (id) ON DELETE CASCADE,
  part          INTEGER NOT NULL CHECK (part >= -1), -- in this order; -1: a small picture of it
  content       BLOB NOT NULL,
  PRIMARY KEY (attachment_id, part)
) STRICT;

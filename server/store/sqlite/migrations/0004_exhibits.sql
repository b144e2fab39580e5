-- Analysis runs that are kept on a problem case.

CREATE TABLE problem_exhibit (
  id         TEXT PRIMARY KEY,
  problem_id TEXT NOT NULL REFERENCES problem (id),
  run_id     TEXT NOT NULL REFERENCES analysis_run (id),
  note       TEXT NOT NULL DEFAULT '',
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (problem_id, run_id)
) STRICT;

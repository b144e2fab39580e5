-- Who was addressed in a note, and whether they have seen it. The table of 0013 was never written to.
DROP TABLE annotation_mention;
CREATE TABLE annotation_mention (
  annotation_id TEXT NOT NULL REFERENCES annotation (id),
  user_id       TEXT NOT NULL,
  at            TEXT NOT NULL,
  read_at       TEXT,
  PRIMARY KEY (annotation_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX annotation_mention_user ON annotation_mention (user_id, at);

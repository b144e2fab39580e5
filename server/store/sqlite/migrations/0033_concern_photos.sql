-- A photo of a concern, as a telephone at a meeting sends it: the picture alone, written anew on the server. It goes with the
-- concern, with its words when they are erased, and before both when somebody takes it out.
ALTER TABLE concern ADD COLUMN has_photo INTEGER NOT NULL DEFAULT 0 CHECK (has_photo IN (0, 1));

CREATE TABLE concern_photo (
  concern_id TEXT PRIMARY KEY REFERENCES concern (id) ON DELETE CASCADE,
  media_type TEXT NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png', 'image/webp')),
  width      INTEGER NOT NULL CHECK (width > 0),  -- pixels
  height     INTEGER NOT NULL CHECK (height > 0),
  content    BLOB NOT NULL,
  preview    BLOB NOT NULL                        -- a small one for the page, as WebP
) STRICT;

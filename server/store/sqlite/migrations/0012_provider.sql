-- Who signs in through the provider of their organisation: by what the provider calls them, never by an e-mail.
CREATE TABLE sign_in_identity (
  issuer     TEXT NOT NULL,                 -- address of the provider, as its tokens say it
  subject    TEXT NOT NULL,                 -- what it calls the person
  user_id    TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  created_at TEXT NOT NULL,
  PRIMARY KEY (issuer, subject),
  UNIQUE (issuer, user_id)                  -- one of each provider
) STRICT, WITHOUT ROWID;
CREATE INDEX sign_in_identity_user ON sign_in_identity (user_id);

-- When the person last proved who they are in this session; null: not since it began.
ALTER TABLE session ADD COLUMN proven_at TEXT;

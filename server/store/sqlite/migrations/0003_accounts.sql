-- Who may sign in. Written and read by the sign-in library, except sign_in_link, which is ours.

CREATE TABLE user (
  id             TEXT PRIMARY KEY,
  name           TEXT NOT NULL,             -- as the person writes it
  username       TEXT NOT NULL UNIQUE,      -- the same without differences of case, width and spacing
  email          TEXT NOT NULL UNIQUE,      -- the library wants one; ours end in .invalid and receive nothing
  email_verified INTEGER NOT NULL DEFAULT 0,
  image          TEXT,
  created_at     TEXT NOT NULL,
  updated_at     TEXT NOT NULL
) STRICT;

CREATE TABLE session (
  id         TEXT PRIMARY KEY,
  token      TEXT NOT NULL UNIQUE,
  user_id    TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  expires_at TEXT NOT NULL,
  ip_address TEXT,
  user_agent TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX session_user ON session (user_id);

-- How an account signs in: one row of provider 'credential' with the scrypt hash of the passphrase.
CREATE TABLE account (
  id                       TEXT PRIMARY KEY,
  account_id               TEXT NOT NULL,
  provider_id              TEXT NOT NULL,
  user_id                  TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  password                 TEXT,
  access_token             TEXT,
  refresh_token            TEXT,
  id_token                 TEXT,
  access_token_expires_at  TEXT,
  refresh_token_expires_at TEXT,
  scope                    TEXT,
  created_at               TEXT NOT NULL,
  updated_at               TEXT NOT NULL,
  UNIQUE (provider_id, account_id)
) STRICT;
CREATE INDEX account_user ON account (user_id);

CREATE TABLE verification (
  id         TEXT PRIMARY KEY,
  identifier TEXT NOT NULL,
  value      TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX verification_identifier ON verification (identifier);

-- One-time links. Only the hash of the token is kept, so that reading the file lets nobody in.
CREATE TABLE sign_in_link (
  token_hash TEXT PRIMARY KEY,              -- SHA-256, hexadecimal
  user_id    TEXT REFERENCES user (id) ON DELETE CASCADE, -- null: for a new account
  expires_at TEXT NOT NULL,
  used_at    TEXT,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

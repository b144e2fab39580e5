-- Sign-in in two steps, sessions that can be looked at and ended, and a file that opens no door.

-- Tokens of sessions lay here as they are; from now on their SHA-256 hash does. Everybody signs in once more.
DELETE FROM session;
-- At most some minutes old, so that looking does not write each time. user_agent holds the kind of browser, as in
-- 'firefox/windows', and ip_address nothing.
ALTER TABLE session ADD COLUMN last_seen_at TEXT;

-- 'reset': the link lets the person choose a new passphrase and takes the second factor off.
ALTER TABLE sign_in_link ADD COLUMN purpose TEXT CHECK (purpose IN ('reset'));

-- An app that shows a code that changes every half minute.
CREATE TABLE totp (
  user_id      TEXT PRIMARY KEY REFERENCES user (id) ON DELETE CASCADE,
  secret       TEXT NOT NULL,               -- sealed with a key outside the database
  confirmed_at TEXT,                        -- null: begun, and asked for at no sign-in yet
  used_steps   TEXT NOT NULL DEFAULT '[]',  -- JSON: the half minutes whose codes were used last, each good only once
  created_at   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- For the day when the app or the key is lost. Shown once; each opens once.
CREATE TABLE recovery_code (
  user_id    TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  code_hash  TEXT NOT NULL,                 -- SHA-256 of 76 random bits, hexadecimal
  used_at    TEXT,
  created_at TEXT NOT NULL,
  PRIMARY KEY (user_id, code_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE passkey (
  id           TEXT PRIMARY KEY,            -- as the browser names it, base64url
  user_id      TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  name         TEXT NOT NULL,
  host         TEXT NOT NULL,               -- the address it was made for: it works nowhere else
  public_key   TEXT NOT NULL,               -- COSE, base64url
  counter      INTEGER NOT NULL,
  transports   TEXT NOT NULL,               -- JSON array
  created_at   TEXT NOT NULL,
  last_used_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX passkey_user ON passkey (user_id);

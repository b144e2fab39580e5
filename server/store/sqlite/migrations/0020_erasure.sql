-- When the person of an account was forgotten: what is left is a name made up for the history.
ALTER TABLE user ADD COLUMN erased_at TEXT;

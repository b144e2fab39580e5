-- The history can be added to and no more, and each entry carries the hash of the one before: server/store/audit-chain.ts.
-- Entries from before are chained when the database is opened.
ALTER TABLE audit_entry ADD COLUMN hash TEXT;

CREATE TRIGGER audit_entry_is_chained BEFORE INSERT ON audit_entry WHEN NEW.hash IS NULL
BEGIN
  SELECT RAISE(ABORT, 'An entry of the history needs its hash.');
END;

CREATE TRIGGER audit_entry_stays_as_it_is BEFORE UPDATE ON audit_entry
WHEN OLD.hash IS NOT NULL OR NEW.hash IS NULL OR NEW.id IS NOT OLD.id OR NEW.at IS NOT OLD.at OR NEW.actor IS NOT OLD.actor
  OR NEW.action IS NOT OLD.action OR NEW.object_kind IS NOT OLD.object_kind OR NEW.object_id IS NOT OLD.object_id
  OR NEW.reason IS NOT OLD.reason OR NEW.change IS NOT OLD.change
BEGIN
  SELECT RAISE(ABORT, 'The history cannot be changed.');
END;

CREATE TRIGGER audit_entry_stays BEFORE DELETE ON audit_entry
BEGIN
  SELECT RAISE(ABORT, 'Nothing is taken out of the history.');
END;

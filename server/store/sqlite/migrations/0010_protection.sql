-- Do no harm in the schema: what may not be kept has no place to lie in, and rules that matter do not rest on the program.

-- Categories. That no incident is of a protected one is held by the foreign key of `incident` already. Built-in protected
-- categories stay so, and what lies below a protected category is protected as well.
ALTER TABLE category ADD COLUMN always_protected INTEGER NOT NULL DEFAULT 0
  CHECK (always_protected IN (0, 1) AND (always_protected = 0 OR protected <> 'none'));
UPDATE category SET always_protected = 1
WHERE scheme = 'common-ground' AND protected <> 'none'
  AND code IN ('sexual-violence', 'gender-based-violence', 'child-protection', 'human-trafficking');

CREATE TRIGGER category_made_below_a_protected_one BEFORE INSERT ON category
WHEN NEW.protected = 'none' AND (SELECT protected FROM category WHERE id = NEW.parent_id) <> 'none'
BEGIN
  SELECT RAISE(ABORT, 'What lies below a protected category is protected.');
END;

CREATE TRIGGER category_moved_below_a_protected_one BEFORE UPDATE OF protected, parent_id ON category
WHEN NEW.protected = 'none' AND (SELECT protected FROM category WHERE id = NEW.parent_id) <> 'none'
BEGIN
  SELECT RAISE(ABORT, 'What lies below a protected category is protected.');
END;

-- The foreign key refuses this too, but only on connections that ask for it.
CREATE TRIGGER category_protected_too_late BEFORE UPDATE OF protected ON category
WHEN OLD.protected = 'none' AND NEW.protected <> 'none'
  AND (EXISTS (SELECT 1 FROM incident WHERE category_id = NEW.id)
    OR EXISTS (SELECT 1 FROM category WHERE parent_id = NEW.id AND protected = 'none'))
BEGIN
  SELECT RAISE(ABORT, 'Incidents of a category that becomes protected, or a category below it that is not, are still there.');
END;

CREATE TRIGGER category_stays_protected BEFORE UPDATE OF always_protected ON category WHEN OLD.always_protected = 1
BEGIN
  SELECT RAISE(ABORT, 'A built-in protected category stays protected.');
END;

-- Places that protect people and could become targets. The built-in kinds are those of server/domain/protected-assets.ts.
CREATE TABLE never_mapped_kind (
  kind     TEXT PRIMARY KEY CHECK (kind <> '' AND kind = replace(lower(trim(kind)), ' ', '_')),
  name     TEXT NOT NULL,
  built_in INTEGER NOT NULL DEFAULT 0 CHECK (built_in IN (0, 1))
) STRICT, WITHOUT ROWID;
INSERT INTO never_mapped_kind (kind, name, built_in) VALUES
  ('shelter', 'Shelter', 1), ('safe_house', 'Safe house', 1), ('women_space', 'Women’s space', 1);

CREATE TRIGGER never_mapped_kind_stays BEFORE DELETE ON never_mapped_kind WHEN OLD.built_in = 1
BEGIN
  SELECT RAISE(ABORT, 'The built-in kinds are never put on a map.');
END;

CREATE TRIGGER never_mapped_kind_stays_as_it_is BEFORE UPDATE ON never_mapped_kind
BEGIN
  SELECT RAISE(ABORT, 'A kind that is never mapped is added or taken off, not changed.');
END;

-- No column of it can hold a position, and none that could is to be added.
CREATE TABLE protected_asset (
  id         INTEGER PRIMARY KEY,
  import_id  TEXT REFERENCES import (id) DEFERRABLE INITIALLY DEFERRED,
  kind       TEXT NOT NULL REFERENCES never_mapped_kind (kind),
  name       TEXT NOT NULL,
  area_id    INTEGER REFERENCES area (id),
  contact    TEXT NOT NULL DEFAULT '',       -- how to reach it, in words
  version    INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX protected_asset_import ON protected_asset (import_id);

CREATE TRIGGER protected_asset_in_a_whole_district BEFORE INSERT ON protected_asset
WHEN NEW.area_id IS NOT NULL
  AND (SELECT kind FROM area WHERE id = NEW.area_id) NOT IN ('country', 'region', 'district')
BEGIN
  SELECT RAISE(ABORT, 'Of a protected asset no smaller area than a whole district is kept.');
END;

CREATE TRIGGER protected_asset_moved_to_a_whole_district BEFORE UPDATE OF area_id ON protected_asset
WHEN NEW.area_id IS NOT NULL
  AND (SELECT kind FROM area WHERE id = NEW.area_id) NOT IN ('country', 'region', 'district')
BEGIN
  SELECT RAISE(ABORT, 'Of a protected asset no smaller area than a whole district is kept.');
END;

-- What was drawn as one of them until now loses its position, and so do the answers that named it.
UPDATE analysis_run SET state = 'failed', summary = NULL, result = NULL, digest = NULL,
  failure = 'It looked at places that are no longer put on a map. Run it again.'
WHERE state = 'done' AND data_version LIKE '%"assets"%'
  AND EXISTS (SELECT 1 FROM asset JOIN never_mapped_kind ON never_mapped_kind.kind = replace(lower(trim(asset.kind)), ' ', '_'));
INSERT INTO protected_asset (import_id, kind, name, created_at)
  SELECT import_id, replace(lower(trim(kind)), ' ', '_'), name, created_at FROM asset
  WHERE replace(lower(trim(kind)), ' ', '_') IN (SELECT kind FROM never_mapped_kind) AND deleted_at IS NULL;
UPDATE dataset SET version = version + 1 WHERE id IN
  (SELECT dataset_id FROM asset WHERE replace(lower(trim(kind)), ' ', '_') IN (SELECT kind FROM never_mapped_kind));
DELETE FROM asset WHERE replace(lower(trim(kind)), ' ', '_') IN (SELECT kind FROM never_mapped_kind);

CREATE TRIGGER asset_made_of_a_kind_never_mapped BEFORE INSERT ON asset
WHEN replace(lower(trim(NEW.kind)), ' ', '_') IN (SELECT kind FROM never_mapped_kind)
BEGIN
  SELECT RAISE(ABORT, 'Places of this kind are never put on a map.');
END;

CREATE TRIGGER asset_changed_to_a_kind_never_mapped BEFORE UPDATE OF kind ON asset
WHEN replace(lower(trim(NEW.kind)), ' ', '_') IN (SELECT kind FROM never_mapped_kind)
BEGIN
  SELECT RAISE(ABORT, 'Places of this kind are never put on a map.');
END;

CREATE TRIGGER never_mapped_kind_added_too_late BEFORE INSERT ON never_mapped_kind
WHEN EXISTS (SELECT 1 FROM asset WHERE replace(lower(trim(kind)), ' ', '_') = NEW.kind)
BEGIN
  SELECT RAISE(ABORT, 'Places of this kind still have a position.');
END;

-- Totals a service provider gives of a category of which nothing else may be kept.
CREATE TABLE sharing_agreement (
  id           INTEGER PRIMARY KEY,
  organisation TEXT NOT NULL CHECK (organisation <> ''),
  covers       TEXT NOT NULL CHECK (covers <> ''),       -- what is shared, in words
  categories   TEXT NOT NULL CHECK (json_valid(categories)), -- JSON array of ids
  agreed_by    TEXT NOT NULL CHECK (agreed_by <> ''),
  text         TEXT NOT NULL CHECK (text <> ''),
  valid_from   TEXT NOT NULL,                             -- first and last day, ISO dates in the zone of the workspace
  valid_to     TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_by   TEXT NOT NULL,
  created_at   TEXT NOT NULL
) STRICT;

CREATE TRIGGER sharing_agreement_stays BEFORE DELETE ON sharing_agreement
BEGIN
  SELECT RAISE(ABORT, 'An agreement that was recorded is kept.');
END;

CREATE TRIGGER sharing_agreement_only_ends_sooner BEFORE UPDATE ON sharing_agreement
WHEN NEW.id IS NOT OLD.id OR NEW.organisation IS NOT OLD.organisation OR NEW.covers IS NOT OLD.covers
  OR NEW.categories IS NOT OLD.categories OR NEW.agreed_by IS NOT OLD.agreed_by OR NEW.text IS NOT OLD.text
  OR NEW.valid_from IS NOT OLD.valid_from OR NEW.created_by IS NOT OLD.created_by OR NEW.created_at IS NOT OLD.created_at
  OR NEW.valid_to > OLD.valid_to
BEGIN
  SELECT RAISE(ABORT, 'An agreement can only end sooner. Record a new one for anything else.');
END;

CREATE TABLE aggregate_count (
  id           INTEGER PRIMARY KEY,
  agreement_id INTEGER NOT NULL REFERENCES sharing_agreement (id),
  category_id  INTEGER NOT NULL REFERENCES category (id),
  area_id      INTEGER NOT NULL REFERENCES area (id),
  month        TEXT NOT NULL CHECK (month GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
  count        INTEGER CHECK (count >= 10),   -- null: fewer than 10
  entered_on   TEXT NOT NULL,                 -- day of the workspace
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  UNIQUE (agreement_id, category_id, area_id, month)
) STRICT;

CREATE TRIGGER aggregate_count_under_an_agreement BEFORE INSERT ON aggregate_count
WHEN NOT EXISTS (
  SELECT 1 FROM sharing_agreement AS agreement, json_each(agreement.categories)
  WHERE agreement.id = NEW.agreement_id AND json_each.value = NEW.category_id
    AND NEW.entered_on BETWEEN agreement.valid_from AND agreement.valid_to)
  OR (SELECT protected FROM category WHERE id = NEW.category_id) IS NOT 'aggregate_only'
BEGIN
  SELECT RAISE(ABORT, 'Totals need a sharing agreement in force, and a category that is kept in totals only.');
END;

CREATE TRIGGER aggregate_count_corrected_under_an_agreement BEFORE UPDATE ON aggregate_count
WHEN NEW.agreement_id IS NOT OLD.agreement_id OR NEW.category_id IS NOT OLD.category_id
  OR NEW.area_id IS NOT OLD.area_id OR NEW.month IS NOT OLD.month
  OR NOT EXISTS (
    SELECT 1 FROM sharing_agreement AS agreement
    WHERE agreement.id = NEW.agreement_id AND NEW.entered_on BETWEEN agreement.valid_from AND agreement.valid_to)
  OR (SELECT protected FROM category WHERE id = NEW.category_id) IS NOT 'aggregate_only'
BEGIN
  SELECT RAISE(ABORT, 'Totals need a sharing agreement in force, and a category that is kept in totals only.');
END;

CREATE TRIGGER category_never_stored_too_late BEFORE UPDATE OF protected ON category
WHEN NEW.protected = 'never_store' AND EXISTS (SELECT 1 FROM aggregate_count WHERE category_id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'Totals of a category that is to be never stored are still there.');
END;

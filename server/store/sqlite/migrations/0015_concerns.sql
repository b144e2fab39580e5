-- What residents raise, and the count of what was raised and must not be kept.

-- A concern cannot be of a protected category: `open_category` is always 'none' and must match the category's row.
CREATE TABLE concern (
  id              TEXT PRIMARY KEY,
  received_on     TEXT NOT NULL CHECK (received_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'), -- day of the workspace
  channel         TEXT NOT NULL CHECK (channel IN ('meeting', 'officer', 'station', 'phone', 'web', 'sms', 'paper_form',
                    'box', 'ngo', 'survey', 'letter', 'patrol_walk', 'other')),
  language        TEXT NOT NULL,
  summary         TEXT NOT NULL,
  detail          TEXT NOT NULL,
  search          TEXT NOT NULL,                -- both without accents, case and marks
  category_id     INTEGER,
  open_category   TEXT NOT NULL DEFAULT 'none' CHECK (open_category = 'none'),
  place_precision TEXT CHECK (place_precision IN ('exact', 'street', 'block_cell', 'neighbourhood', 'district_only')),
  place_chosen_by TEXT CHECK (place_chosen_by IN ('reporter', 'staff')),
  lon             REAL,                         -- the position, or the middle of a square
  lat             REAL,
  side_m          INTEGER,                      -- of the square; null for a position
  area_id         INTEGER REFERENCES area (id),
  coarse_area_id  INTEGER REFERENCES area (id), -- of the middle of the square of 500 m
  occurred_from   TEXT,
  occurred_to     TEXT,
  frequency       TEXT NOT NULL CHECK (frequency IN ('once', 'sometimes', 'weekly', 'most_days', 'daily', 'unknown')),
  affected_groups TEXT NOT NULL CHECK (json_valid(affected_groups)),
  harms           TEXT NOT NULL CHECK (json_valid(harms)),
  reporter_type   TEXT NOT NULL CHECK (reporter_type IN ('resident', 'business', 'school', 'faith', 'ngo', 'officer',
                    'agency', 'anonymous')),
  on_behalf       INTEGER NOT NULL CHECK (on_behalf IN (0, 1)),
  answer_me       INTEGER NOT NULL CHECK (answer_me IN (0, 1)),
  contact_me      INTEGER NOT NULL CHECK (contact_me IN (0, 1)),
  publish_summary INTEGER NOT NULL CHECK (publish_summary IN (0, 1)),
  consent_at      TEXT,                         -- null: nothing was consented to
  contact         TEXT,                         -- sealed with a key outside of this file
  receipt         TEXT UNIQUE,                  -- keyed digest of the code the reporter was given
  state           TEXT NOT NULL CHECK (state IN ('received', 'answered', 'merged', 'attached_to_problem', 'referred',
                    'declined', 'withdrawn')),
  answer          TEXT NOT NULL DEFAULT '',
  answered_on     TEXT,
  settled_at      TEXT,                         -- when nothing more was to be done with it
  decline_reason  TEXT CHECK (decline_reason IN ('not_a_safety_matter', 'outside_area', 'already_handled', 'insufficient',
                    'would_cause_harm', 'duplicate')),
  referred_to     TEXT NOT NULL DEFAULT '',
  merged_into     TEXT REFERENCES concern (id),
  problem_id      TEXT REFERENCES problem (id),
  erased_at       TEXT,
  version         INTEGER NOT NULL DEFAULT 1,
  created_by      TEXT NOT NULL,
  created_at      TEXT NOT NULL,
  updated_at      TEXT NOT NULL,
  FOREIGN KEY (category_id, open_category) REFERENCES category (id, protected),
  CHECK ((lon IS NULL) = (lat IS NULL)),
  CHECK (side_m IS NULL OR lon IS NOT NULL),
  CHECK (place_precision IS NOT NULL OR (lon IS NULL AND area_id IS NULL)),
  -- Nothing finer than was chosen.
  CHECK (lon IS NULL OR side_m IS NOT NULL OR place_precision = 'exact'),
  CHECK (side_m IS NULL OR side_m >= CASE place_precision
    WHEN 'exact' THEN 0 WHEN 'street' THEN 125 WHEN 'block_cell' THEN 250 WHEN 'neighbourhood' THEN 1000 ELSE 8000 END),
  CHECK (contact IS NULL OR (consent_at IS NOT NULL AND (answer_me = 1 OR contact_me = 1) AND reporter_type <> 'anonymous')),
  CHECK ((state = 'attached_to_problem') = (problem_id IS NOT NULL)),
  CHECK ((state = 'merged') = (merged_into IS NOT NULL)),
  CHECK ((state = 'declined') = (decline_reason IS NOT NULL)),
  CHECK (erased_at IS NULL OR (summary = '' AND detail = '' AND search = '' AND answer = '' AND contact IS NULL))
) STRICT;
CREATE INDEX concern_received ON concern (received_on, created_at, id);
CREATE INDEX concern_problem ON concern (problem_id) WHERE problem_id IS NOT NULL;
CREATE INDEX concern_contact ON concern (settled_at) WHERE contact IS NOT NULL;
CREATE INDEX concern_merged ON concern (merged_into) WHERE merged_into IS NOT NULL;

-- The foreign key refuses this too, but only on connections that ask for it.
CREATE TRIGGER concern_of_an_open_category BEFORE INSERT ON concern
WHEN (SELECT protected FROM category WHERE id = NEW.category_id) <> 'none'
BEGIN
  SELECT RAISE(ABORT, 'Of what a protected category is about no concern is kept, only a count.');
END;
CREATE TRIGGER concern_moved_to_an_open_category BEFORE UPDATE OF category_id ON concern
WHEN (SELECT protected FROM category WHERE id = NEW.category_id) <> 'none'
BEGIN
  SELECT RAISE(ABORT, 'Of what a protected category is about no concern is kept, only a count.');
END;
CREATE TRIGGER category_of_concerns_protected_too_late BEFORE UPDATE OF protected ON category
WHEN OLD.protected = 'none' AND NEW.protected <> 'none' AND EXISTS (SELECT 1 FROM concern WHERE category_id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'Concerns of a category that becomes protected are still there.');
END;

-- What was done with a concern, with the words of whoever did it. The words go with the text when a person asks for that.
CREATE TABLE concern_step (
  concern_id TEXT NOT NULL REFERENCES concern (id) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  at         TEXT NOT NULL,
  actor      TEXT,
  step       TEXT NOT NULL,
  from_state TEXT,
  to_state   TEXT NOT NULL,
  note       TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (concern_id, position)
) STRICT, WITHOUT ROWID;

-- Concerns about what must not be kept. There is no column for a text or a place, and none is to be added.
CREATE TABLE protected_referral (
  received_on TEXT NOT NULL CHECK (received_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  pathway     TEXT NOT NULL CHECK (pathway IN ('survivor_support', 'child_protection', 'anti_trafficking', 'health',
                'legal_aid', 'specialist_police', 'other_service')),
  count       INTEGER NOT NULL CHECK (count > 0),
  PRIMARY KEY (received_on, pathway)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER protected_referral_only_counts_on BEFORE UPDATE ON protected_referral
WHEN NEW.received_on IS NOT OLD.received_on OR NEW.pathway IS NOT OLD.pathway OR NEW.count <> OLD.count + 1
BEGIN
  SELECT RAISE(ABORT, 'A count of protected referrals goes up by one at a time.');
END;
CREATE TRIGGER protected_referral_stays BEFORE DELETE ON protected_referral
BEGIN
  SELECT RAISE(ABORT, 'A count of protected referrals stays.');
END;

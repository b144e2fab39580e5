-- Committees, their meetings, and what is on the agenda. See server/domain/meeting/meeting.ts.
CREATE TABLE committee (
  id             TEXT PRIMARY KEY,
  name           TEXT NOT NULL CHECK (name <> ''),
  area_id        INTEGER NOT NULL REFERENCES area (id),
  mandate        TEXT NOT NULL DEFAULT '',
  rules          TEXT NOT NULL DEFAULT '',    -- of procedure
  languages      TEXT NOT NULL CHECK (json_valid(languages)),  -- JSON array of language tags, the first the main one
  quorum         INTEGER CHECK (quorum > 0),  -- members that have to be present; null: none was agreed
  code_signed_on TEXT,                        -- day the members signed the code of conduct
  partner_note   TEXT NOT NULL DEFAULT '',    -- on the partner force; not for everybody who reads committees
  ended_on       TEXT,
  feed_digest    TEXT UNIQUE,                 -- of the secret address of its calendar
  feed_made_at   TEXT,
  version        INTEGER NOT NULL DEFAULT 1,
  created_by     TEXT NOT NULL,
  created_at     TEXT NOT NULL,
  updated_at     TEXT NOT NULL
) STRICT;
CREATE INDEX committee_area ON committee (area_id);

-- A seat and who holds it: never the name of somebody without an account.
CREATE TABLE committee_member (
  id              TEXT PRIMARY KEY,
  committee_id    TEXT NOT NULL REFERENCES committee (id),
  seat            TEXT NOT NULL CHECK (seat <> ''),  -- whom it is for, as "women's association"
  office          TEXT NOT NULL CHECK (office IN ('chair_community', 'chair_police', 'facilitator', 'secretary', 'member')),
  side            TEXT NOT NULL CHECK (side IN ('community', 'police', 'agency')),
  sex             TEXT NOT NULL CHECK (sex IN ('f', 'm', 'unsaid')),
  organisation_id INTEGER REFERENCES organisation (id),
  user_id         TEXT REFERENCES user (id) ON DELETE SET NULL,
  term_from       TEXT NOT NULL,
  term_to         TEXT,
  version         INTEGER NOT NULL DEFAULT 1,
  created_by      TEXT NOT NULL,
  created_at      TEXT NOT NULL,
  CHECK (term_to IS NULL OR term_to >= term_from)
) STRICT;
CREATE INDEX committee_member_committee ON committee_member (committee_id, term_from);
CREATE INDEX committee_member_user ON committee_member (user_id) WHERE user_id IS NOT NULL;

CREATE TABLE meeting (
  id              TEXT PRIMARY KEY,
  committee_id    TEXT NOT NULL REFERENCES committee (id),
  kind            TEXT NOT NULL CHECK (kind IN ('committee', 'public_forum', 'working_group', 'walkabout', 'women_session',
                    'youth_session', 'minority_session', 'extraordinary')),
  title           TEXT NOT NULL DEFAULT '',
  starts_at       TEXT NOT NULL,
  ends_at         TEXT,
  place           TEXT NOT NULL DEFAULT '',
  languages       TEXT NOT NULL CHECK (json_valid(languages)),
  open_to         TEXT NOT NULL CHECK (open_to IN ('public', 'members', 'invited')),
  parallel_of     TEXT REFERENCES meeting (id),  -- the meeting whose round it belongs to
  route           TEXT CHECK (route IS NULL OR json_valid(route)),  -- of a walkabout: line and stops
  safety_notes    TEXT NOT NULL DEFAULT '',   -- for those who prepare it
  state           TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'running', 'closed', 'cancelled')),
  current_item_id TEXT REFERENCES agenda_item (id),
  current_since   TEXT,
  started_at      TEXT,                       -- null on a closed one: it was recorded afterwards
  started_by      TEXT,
  closed_at       TEXT,
  closed_by       TEXT,
  reason          TEXT NOT NULL DEFAULT '',   -- why it was cancelled
  quorum          INTEGER,                    -- what the committee held for enough when it was started or closed
  attendance      TEXT CHECK (attendance IS NULL OR json_valid(attendance)),  -- counts by group, never names
  next_meeting_at TEXT,
  version         INTEGER NOT NULL DEFAULT 1,
  created_by      TEXT NOT NULL,
  created_at      TEXT NOT NULL,
  updated_at      TEXT NOT NULL,
  CHECK (ends_at IS NULL OR ends_at > starts_at),
  CHECK (parallel_of IS NULL OR parallel_of <> id)
) STRICT;
CREATE INDEX meeting_committee ON meeting (committee_id, starts_at);
CREATE INDEX meeting_starts ON meeting (starts_at, id);
CREATE INDEX meeting_parallel ON meeting (parallel_of) WHERE parallel_of IS NOT NULL;
-- One running meeting a committee; sessions of the same round may run beside it.
CREATE UNIQUE INDEX meeting_running ON meeting (committee_id) WHERE state = 'running' AND parallel_of IS NULL;

CREATE TABLE agenda_item (
  id            TEXT PRIMARY KEY,
  meeting_id    TEXT NOT NULL REFERENCES meeting (id),
  position      INTEGER NOT NULL,
  kind          TEXT NOT NULL CHECK (kind IN ('welcome', 'minutes', 'commitments', 'patterns', 'concerns', 'priorities', 'gate',
                  'new_commitments', 'contact_sessions', 'other_business', 'next_meeting')),
  title         TEXT NOT NULL DEFAULT '',     -- empty: as its kind and rule are worded
  titles        TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(titles)),  -- in other languages: {"ar": "..."}
  minutes       INTEGER CHECK (minutes > 0),
  problem_id    TEXT REFERENCES problem (id),
  commitment_id TEXT REFERENCES commitment (id),
  concern_id    TEXT REFERENCES concern (id) ON DELETE SET NULL,
  exhibit_id    TEXT,                         -- kept answer of the case; one taken off it is no more there
  view          TEXT CHECK (view IS NULL OR json_valid(view)),  -- of the map: bounds and layers
  rule          TEXT NOT NULL DEFAULT '',     -- of drafting; empty: put in by hand
  draft_key     TEXT NOT NULL DEFAULT '',     -- what the rule put it in for, the same at each drafting
  reason        TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(reason)),  -- what the rule found
  touched       INTEGER NOT NULL DEFAULT 0 CHECK (touched IN (0, 1)),   -- by a person: drafting leaves it as it is
  notes         TEXT NOT NULL DEFAULT '',     -- for the presenter
  outcome       TEXT NOT NULL DEFAULT '',
  state         TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'deferred', 'dropped')),
  carried_from  TEXT REFERENCES agenda_item (id),
  version       INTEGER NOT NULL DEFAULT 1,
  created_by    TEXT NOT NULL,
  created_at    TEXT NOT NULL,
  updated_at    TEXT NOT NULL
) STRICT;
CREATE INDEX agenda_item_meeting ON agenda_item (meeting_id, position);
CREATE UNIQUE INDEX agenda_item_draft ON agenda_item (meeting_id, draft_key) WHERE draft_key <> '';
CREATE INDEX agenda_item_carried ON agenda_item (carried_from) WHERE carried_from IS NOT NULL;
CREATE INDEX agenda_item_problem ON agenda_item (problem_id) WHERE problem_id IS NOT NULL;
CREATE INDEX agenda_item_commitment ON agenda_item (commitment_id) WHERE commitment_id IS NOT NULL;
CREATE INDEX agenda_item_concern ON agenda_item (concern_id) WHERE concern_id IS NOT NULL;

-- What a meeting was stays. Erasing a concern takes its own link with it and nothing else.
CREATE TRIGGER agenda_of_a_closed_meeting_grows BEFORE INSERT ON agenda_item
WHEN (SELECT state FROM meeting WHERE id = NEW.meeting_id) = 'closed'
BEGIN
  SELECT RAISE(ABORT, 'The agenda of a closed meeting stays as it is.');
END;
CREATE TRIGGER agenda_of_a_closed_meeting_changes BEFORE UPDATE ON agenda_item
WHEN (SELECT state FROM meeting WHERE id = OLD.meeting_id) = 'closed' AND NEW.concern_id IS OLD.concern_id
BEGIN
  SELECT RAISE(ABORT, 'The agenda of a closed meeting stays as it is.');
END;
-- What a rule put in and nobody touched may go when the rule finds nothing any more.
CREATE TRIGGER agenda_item_stays BEFORE DELETE ON agenda_item
WHEN OLD.touched = 1 OR OLD.rule = '' OR (SELECT state FROM meeting WHERE id = OLD.meeting_id) <> 'planned'
BEGIN
  SELECT RAISE(ABORT, 'An item of an agenda is dropped, not deleted.');
END;
CREATE TRIGGER closed_meeting_stays BEFORE UPDATE OF committee_id, kind, starts_at, ends_at, parallel_of, state, quorum, attendance
ON meeting WHEN OLD.state = 'closed'
BEGIN
  SELECT RAISE(ABORT, 'A closed meeting stays as it was recorded.');
END;
CREATE TRIGGER meeting_stays BEFORE DELETE ON meeting
BEGIN
  SELECT RAISE(ABORT, 'A meeting is cancelled, not deleted.');
END;

-- What telephones do at a meeting: the door they come in by, who is there (a device, never a person), what was asked, and what
-- was decided. See server/domain/meeting/ballot.ts.
CREATE TABLE meeting_door (
  meeting_id TEXT PRIMARY KEY REFERENCES meeting (id),
  code       TEXT NOT NULL,
  groups     TEXT NOT NULL CHECK (json_valid(groups)),  -- what a device may say of itself
  opened_by  TEXT NOT NULL,
  opened_at  TEXT NOT NULL,
  closed_at  TEXT
) STRICT;
CREATE UNIQUE INDEX meeting_door_code ON meeting_door (code) WHERE closed_at IS NULL;

CREATE TABLE meeting_guest (
  id           TEXT PRIMARY KEY,
  meeting_id   TEXT NOT NULL REFERENCES meeting (id),
  token_digest TEXT NOT NULL UNIQUE,
  language     TEXT NOT NULL,
  voice_group  TEXT,                      -- as the device says of itself; null: it did not
  joined_at    TEXT NOT NULL,
  ended_at     TEXT
) STRICT;
CREATE INDEX meeting_guest_meeting ON meeting_guest (meeting_id);

CREATE TABLE ballot (
  id             TEXT PRIMARY KEY,
  meeting_id     TEXT NOT NULL REFERENCES meeting (id),
  agenda_item_id TEXT REFERENCES agenda_item (id),
  problem_id     TEXT REFERENCES problem (id),
  commitment_id  TEXT REFERENCES commitment (id),
  kind           TEXT NOT NULL CHECK (kind IN ('dots', 'ranking', 'yes_no', 'verify', 'hands')),
  question       TEXT NOT NULL CHECK (question <> ''),
  questions      TEXT NOT NULL CHECK (json_valid(questions)),  -- in other languages
  options        TEXT NOT NULL CHECK (json_valid(options)),
  dots_each      INTEGER NOT NULL CHECK (dots_each > 0),
  state          TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'open', 'closed')),
  opened_at      TEXT,
  closed_at      TEXT,
  closed_by      TEXT,
  quorum_needed  INTEGER,
  present        INTEGER,                 -- members with a vote who were there
  result         TEXT CHECK (result IS NULL OR json_valid(result)),
  version        INTEGER NOT NULL DEFAULT 1,
  created_by     TEXT NOT NULL,
  created_at     TEXT NOT NULL,
  updated_at     TEXT NOT NULL,
  CHECK ((state = 'closed') = (result IS NOT NULL))
) STRICT;
CREATE INDEX ballot_meeting ON ballot (meeting_id, created_at);
CREATE INDEX ballot_problem ON ballot (problem_id) WHERE problem_id IS NOT NULL;
CREATE INDEX ballot_commitment ON ballot (commitment_id) WHERE commitment_id IS NOT NULL;

-- The voice of a device or an account. Once the ballot is closed only that it was counted is kept, never what was chosen.
CREATE TABLE ballot_vote (
  ballot_id   TEXT NOT NULL REFERENCES ballot (id),
  voter       TEXT NOT NULL,              -- id of the device or of the account
  sent_as     TEXT NOT NULL,              -- what the device calls this sending: the same one again is no new voice
  voice_group TEXT,
  marks       TEXT CHECK (marks IS NULL OR json_valid(marks)),
  at          TEXT NOT NULL,
  PRIMARY KEY (ballot_id, voter)
) STRICT, WITHOUT ROWID;

-- Papers and hands, counted and typed.
CREATE TABLE ballot_batch (
  id          TEXT PRIMARY KEY,
  ballot_id   TEXT NOT NULL REFERENCES ballot (id),
  kind        TEXT NOT NULL CHECK (kind IN ('paper', 'hands')),
  voice_group TEXT,
  papers      INTEGER NOT NULL CHECK (papers > 0),
  counts      TEXT NOT NULL CHECK (json_valid(counts)),
  note        TEXT NOT NULL DEFAULT '',
  created_by  TEXT NOT NULL,
  created_at  TEXT NOT NULL,
  struck_at   TEXT                        -- typed by mistake
) STRICT;
CREATE INDEX ballot_batch_ballot ON ballot_batch (ballot_id, created_at);

CREATE TABLE decision (
  id              TEXT PRIMARY KEY,
  meeting_id      TEXT NOT NULL REFERENCES meeting (id),
  agenda_item_id  TEXT REFERENCES agenda_item (id),
  text            TEXT NOT NULL CHECK (text <> ''),
  kind            TEXT NOT NULL CHECK (kind IN ('priority', 'stage_gate', 'commitment', 'closure', 'referral', 'rule', 'publication')),
  problem_id      TEXT REFERENCES problem (id),
  commitment_id   TEXT REFERENCES commitment (id),
  result          TEXT NOT NULL CHECK (result IN ('agreed', 'agreed_with_reservation', 'not_agreed', 'deferred')),
  how             TEXT NOT NULL CHECK (how IN ('consensus', 'vote')),
  ballot_id       TEXT REFERENCES ballot (id),
  votes_for       INTEGER CHECK (votes_for >= 0),
  votes_against   INTEGER CHECK (votes_against >= 0),
  votes_abstain   INTEGER CHECK (votes_abstain >= 0),
  by_group        TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(by_group)),
  quorum_needed   INTEGER,
  present         INTEGER,
  created_by      TEXT NOT NULL,
  created_at      TEXT NOT NULL,
  struck_at       TEXT                    -- recorded by mistake, while the meeting went on
) STRICT;
CREATE INDEX decision_meeting ON decision (meeting_id, created_at);
CREATE INDEX decision_problem ON decision (problem_id) WHERE problem_id IS NOT NULL;
CREATE INDEX decision_commitment ON decision (commitment_id) WHERE commitment_id IS NOT NULL;

-- With the meeting its door is shut and its guests are guests no more.
CREATE TRIGGER meeting_over AFTER UPDATE OF state ON meeting WHEN NEW.state IN ('closed', 'cancelled')
BEGIN
  UPDATE meeting_door SET closed_at = coalesce(closed_at, NEW.updated_at) WHERE meeting_id = NEW.id;
  UPDATE meeting_guest SET ended_at = coalesce(ended_at, NEW.updated_at) WHERE meeting_id = NEW.id;
END;

-- What was counted stays.
CREATE TRIGGER ballot_closed_stays BEFORE UPDATE ON ballot WHEN OLD.state = 'closed'
BEGIN
  SELECT RAISE(ABORT, 'The result of a ballot stays as it was counted.');
END;
CREATE TRIGGER ballot_asked_stays BEFORE DELETE ON ballot WHEN OLD.state <> 'draft'
BEGIN
  SELECT RAISE(ABORT, 'A ballot that was opened is closed, not deleted.');
END;
CREATE TRIGGER vote_while_open BEFORE INSERT ON ballot_vote WHEN (SELECT state FROM ballot WHERE id = NEW.ballot_id) <> 'open'
BEGIN
  SELECT RAISE(ABORT, 'Votes are taken while a ballot is open.');
END;
CREATE TRIGGER vote_changes_while_open BEFORE UPDATE OF voter, sent_as, voice_group, marks ON ballot_vote
WHEN (SELECT state FROM ballot WHERE id = OLD.ballot_id) <> 'open'
BEGIN
  SELECT RAISE(ABORT, 'Votes are taken while a ballot is open.');
END;
CREATE TRIGGER vote_stays BEFORE DELETE ON ballot_vote
BEGIN
  SELECT RAISE(ABORT, 'A vote is changed, not deleted.');
END;
CREATE TRIGGER batch_while_open BEFORE INSERT ON ballot_batch WHEN (SELECT state FROM ballot WHERE id = NEW.ballot_id) <> 'open'
BEGIN
  SELECT RAISE(ABORT, 'Papers are typed while a ballot is open.');
END;
CREATE TRIGGER batch_stays BEFORE UPDATE ON ballot_batch WHEN (SELECT state FROM ballot WHERE id = OLD.ballot_id) <> 'open'
BEGIN
  SELECT RAISE(ABORT, 'Papers are typed while a ballot is open.');
END;
CREATE TRIGGER decision_stays BEFORE UPDATE ON decision
WHEN OLD.struck_at IS NOT NULL OR (SELECT state FROM meeting WHERE id = OLD.meeting_id) = 'closed'
BEGIN
  SELECT RAISE(ABORT, 'A decision stays as it was recorded.');
END;

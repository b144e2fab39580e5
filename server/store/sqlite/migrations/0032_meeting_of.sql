-- At which meeting something was promised, and at which residents said whether it was done: two may be held on one day.
-- Null where the meeting is not written down here, or it was said before meetings were.
ALTER TABLE commitment ADD COLUMN meeting_id TEXT REFERENCES meeting (id);
CREATE INDEX commitment_meeting ON commitment (meeting_id) WHERE meeting_id IS NOT NULL;
ALTER TABLE commitment_verification ADD COLUMN meeting_id TEXT REFERENCES meeting (id);
CREATE INDEX commitment_verification_meeting ON commitment_verification (meeting_id) WHERE meeting_id IS NOT NULL;

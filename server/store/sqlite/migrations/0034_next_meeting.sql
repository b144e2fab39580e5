-- The meeting that follows one that was closed: planned on its day already, or planned with the closing.
ALTER TABLE meeting ADD COLUMN next_meeting_id TEXT REFERENCES meeting (id);

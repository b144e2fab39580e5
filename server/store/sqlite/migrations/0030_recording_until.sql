-- The last day of a change of recording that ended, such as an outage; without one it goes on.
ALTER TABLE recording_change ADD COLUMN until_day TEXT CHECK (until_day IS NULL OR until_day >= from_day);

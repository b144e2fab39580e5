-- A role may hold for one area alone; null: for the whole workspace. Some roles make no sense for a part of it.
-- Nothing ever sets area_id to null again: that would widen what somebody may see.
ALTER TABLE membership ADD COLUMN area_id INTEGER REFERENCES area (id)
  CHECK (area_id IS NULL OR role NOT IN ('admin', 'data_guardian', 'publisher', 'oversight_readonly'));
CREATE INDEX membership_area ON membership (area_id) WHERE area_id IS NOT NULL;

CREATE TRIGGER membership_stays_in_its_area BEFORE UPDATE OF area_id ON membership WHEN NEW.area_id IS NOT OLD.area_id
BEGIN
  SELECT RAISE(ABORT, 'A role keeps its area: end it and give another one.');
END;

-- All roles of an invitation hold in the same place.
ALTER TABLE sign_in_link ADD COLUMN area_id INTEGER REFERENCES area (id)
  CHECK (area_id IS NULL OR (roles IS NOT NULL AND roles NOT LIKE '%"admin"%' AND roles NOT LIKE '%"data_guardian"%'
    AND roles NOT LIKE '%"publisher"%' AND roles NOT LIKE '%"oversight_readonly"%'));

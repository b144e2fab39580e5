-- Since when a case is in its stage, and when something was last done on it: what its history says, kept beside it so that
-- lists can be sorted by it. Looking is no activity.
ALTER TABLE problem ADD COLUMN stage_since TEXT NOT NULL DEFAULT '';
ALTER TABLE problem ADD COLUMN active_at TEXT NOT NULL DEFAULT '';

UPDATE problem SET
  stage_since = coalesce((
    SELECT max(at) FROM audit_entry
    WHERE object_kind = 'problem' AND object_id = problem.id AND action IN ('create', 'stage')), created_at),
  active_at = coalesce((
    SELECT max(at) FROM audit_entry
    WHERE object_kind = 'problem' AND object_id = problem.id AND action <> 'read'), updated_at);

CREATE TRIGGER problem_activity AFTER INSERT ON audit_entry
WHEN NEW.action NOT IN ('read', 'export') AND NEW.object_kind IN ('problem', 'annotation', 'commitment', 'concern')
BEGIN
  UPDATE problem SET
    active_at = max(active_at, NEW.at),
    stage_since = CASE WHEN NEW.object_kind = 'problem' AND NEW.action IN ('create', 'stage') THEN NEW.at ELSE stage_since END
  WHERE id = CASE NEW.object_kind
    WHEN 'problem' THEN NEW.object_id
    WHEN 'annotation' THEN (SELECT problem_id FROM annotation WHERE id = NEW.object_id)
    WHEN 'commitment' THEN (SELECT problem_id FROM commitment WHERE id = NEW.object_id)
    ELSE (SELECT problem_id FROM concern WHERE id = NEW.object_id) END;
END;

CREATE INDEX problem_by_age ON problem (stage_since, id) WHERE deleted_at IS NULL;
CREATE INDEX problem_by_activity ON problem (active_at, id) WHERE deleted_at IS NULL;
-- What has no review day stands last.
CREATE INDEX problem_by_review ON problem (coalesce(review_on, '9999-12-31'), id) WHERE deleted_at IS NULL;

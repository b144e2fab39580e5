-- A note of a case can be answered, one level deep. A reply is hidden with its note, and back with it.
ALTER TABLE annotation ADD COLUMN reply_to TEXT REFERENCES annotation (id);
CREATE INDEX annotation_reply_to ON annotation (reply_to) WHERE reply_to IS NOT NULL;

-- What is said of the photos and documents of a case, and what their files are called, is found with the case.
DROP VIEW search_text;
DROP VIEW searched;
CREATE VIEW searched AS
  SELECT 'problem' AS kind, id AS object_id, ref || ' ' || title AS title,
    statement || ' ' || coalesce((
      SELECT group_concat(said.value, ' ') FROM problem_part, json_tree(problem_part.body) AS said
      WHERE problem_part.problem_id = problem.id AND said.type = 'text' AND instr(said.value, ' ') > 0), '')
    || ' ' || coalesce((
      SELECT group_concat(said.value, ' ') FROM problem_item, json_tree(problem_item.body) AS said
      WHERE problem_item.problem_id = problem.id AND problem_item.deleted_at IS NULL
        AND said.type = 'text' AND instr(said.value, ' ') > 0), '')
    || ' ' || coalesce((
      SELECT group_concat(problem_attachment.caption || ' ' || problem_attachment.name, ' ') FROM problem_attachment
      WHERE problem_attachment.problem_id = problem.id AND problem_attachment.deleted_at IS NULL), '') AS body
  FROM problem WHERE deleted_at IS NULL
  UNION ALL
  SELECT 'concern', id, summary, detail || ' ' || answer FROM concern WHERE erased_at IS NULL
  UNION ALL
  SELECT 'commitment', commitment.id, text, organisation.name || ' ' || owner_role || ' ' || evidence_of_done
  FROM commitment JOIN organisation ON organisation.id = commitment.organisation_id;

-- The tokenizer knows the marks of Latin letters; those of Arabic, and its forms of one letter, it does not.
CREATE VIEW search_text AS
  SELECT kind, object_id,
    replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(title,
    char(1611), ''), char(1612), ''), char(1613), ''), char(1614), ''), char(1615), ''), char(1616), ''), char(1617), ''),
    char(1618), ''), char(1648), ''), char(1600), ''), 'أ', 'ا'), 'إ', 'ا'), 'آ', 'ا'), 'ٱ', 'ا'), 'ى', 'ي'), 'ة', 'ه'),
    'ؤ', 'و'), 'ئ', 'ي'), 'ß', 'ss'), 'ı', 'i') AS title,
    replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(body,
    char(1611), ''), char(1612), ''), char(1613), ''), char(1614), ''), char(1615), ''), char(1616), ''), char(1617), ''),
    char(1618), ''), char(1648), ''), char(1600), ''), 'أ', 'ا'), 'إ', 'ا'), 'آ', 'ا'), 'ٱ', 'ا'), 'ى', 'ي'), 'ة', 'ه'),
    'ؤ', 'و'), 'ئ', 'ي'), 'ß', 'ss'), 'ı', 'i') AS body
  FROM searched;

CREATE TRIGGER problem_attachment_searched AFTER INSERT ON problem_attachment
BEGIN
  UPDATE search_entry SET times = times + 1 WHERE kind = 'problem' AND object_id = NEW.problem_id;
END;
CREATE TRIGGER problem_attachment_searched_again AFTER UPDATE OF name, caption, deleted_at ON problem_attachment
BEGIN
  UPDATE search_entry SET times = times + 1 WHERE kind = 'problem' AND object_id = NEW.problem_id;
END;
CREATE TRIGGER problem_attachment_searched_no_more AFTER DELETE ON problem_attachment
BEGIN
  UPDATE search_entry SET times = times + 1 WHERE kind = 'problem' AND object_id = OLD.problem_id;
END;
UPDATE search_entry SET times = times + 1
WHERE kind = 'problem' AND object_id IN (SELECT problem_id FROM problem_attachment);

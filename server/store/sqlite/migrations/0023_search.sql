-- Words of cases, concerns and commitments, found without accents and case. The index follows the tables by triggers, so
-- that what is deleted, erased or struck there leaves it in the same transaction.
CREATE TABLE search_entry (
  key       INTEGER PRIMARY KEY,
  kind      TEXT NOT NULL CHECK (kind IN ('problem', 'concern', 'commitment')),
  object_id TEXT NOT NULL,
  times     INTEGER NOT NULL DEFAULT 0,      -- how often its words were read again
  UNIQUE (kind, object_id)
) STRICT;

-- Marks belong to the word they stand in; those of Arabic are taken out below, those of Latin letters by the tokenizer.
CREATE VIRTUAL TABLE search_index USING fts5 (
  title, body, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'"
);
-- A word that is taken out goes out of the file, not only out of the answers.
INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1);

-- What is searched, as it was written. Of the parts and entries of a case, what is more than one word.
CREATE VIEW searched AS
  SELECT 'problem' AS kind, id AS object_id, ref || ' ' || title AS title,
    statement || ' ' || coalesce((
      SELECT group_concat(said.value, ' ') FROM problem_part, json_tree(problem_part.body) AS said
      WHERE problem_part.problem_id = problem.id AND said.type = 'text' AND instr(said.value, ' ') > 0), '')
    || ' ' || coalesce((
      SELECT group_concat(said.value, ' ') FROM problem_item, json_tree(problem_item.body) AS said
      WHERE problem_item.problem_id = problem.id AND problem_item.deleted_at IS NULL
        AND said.type = 'text' AND instr(said.value, ' ') > 0), '') AS body
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

CREATE TRIGGER search_entry_read AFTER INSERT ON search_entry
BEGIN
  INSERT INTO search_index (rowid, title, body)
  SELECT NEW.key, title, body FROM search_text WHERE kind = NEW.kind AND object_id = NEW.object_id;
END;
CREATE TRIGGER search_entry_read_again AFTER UPDATE OF times ON search_entry
BEGIN
  DELETE FROM search_index WHERE rowid = NEW.key;
  INSERT INTO search_index (rowid, title, body)
  SELECT NEW.key, title, body FROM search_text WHERE kind = NEW.kind AND object_id = NEW.object_id;
END;
CREATE TRIGGER search_entry_gone AFTER DELETE ON search_entry
BEGIN
  DELETE FROM search_index WHERE rowid = OLD.key;
END;

CREATE TRIGGER problem_searched AFTER INSERT ON problem
BEGIN
  INSERT INTO search_entry (kind, object_id) VALUES ('problem', NEW.id);
END;
CREATE TRIGGER problem_searched_again AFTER UPDATE OF title, statement, deleted_at ON problem
BEGIN
  UPDATE search_entry SET times = times + 1 WHERE kind = 'problem' AND object_id = NEW.id;
END;
CREATE TRIGGER problem_searched_no_more AFTER DELETE ON problem
BEGIN
  DELETE FROM search_entry WHERE kind = 'problem' AND object_id = OLD.id;
END;

CREATE TRIGGER concern_searched AFTER INSERT ON concern
BEGIN
  INSERT INTO search_entry (kind, object_id) VALUES ('concern', NEW.id);
END;
CREATE TRIGGER concern_searched_again AFTER UPDATE OF summary, detail, answer, erased_at ON concern
BEGIN
  UPDATE search_entry SET times = times + 1 WHERE kind = 'concern' AND object_id = NEW.id;
END;
CREATE TRIGGER concern_searched_no_more AFTER DELETE ON concern
BEGIN
  DELETE FROM search_entry WHERE kind = 'concern' AND object_id = OLD.id;
END;

CREATE TRIGGER commitment_searched AFTER INSERT ON commitment
BEGIN
  INSERT INTO search_entry (kind, object_id) VALUES ('commitment', NEW.id);
END;
CREATE TRIGGER commitment_searched_again AFTER UPDATE OF text, owner_role, evidence_of_done, organisation_id ON commitment
BEGIN
  UPDATE search_entry SET times = times + 1 WHERE kind = 'commitment' AND object_id = NEW.id;
END;
CREATE TRIGGER commitment_searched_no_more AFTER DELETE ON commitment
BEGIN
  DELETE FROM search_entry WHERE kind = 'commitment' AND object_id = OLD.id;
END;

CREATE TRIGGER problem_part_searched AFTER INSERT ON problem_part
BEGIN
  UPDATE search_entry SET times = times + 1 WHERE kind = 'problem' AND object_id = NEW.problem_id;
END;
CREATE TRIGGER problem_part_searched_again AFTER UPDATE OF body ON problem_part
BEGIN
  UPDATE search_entry SET times = times + 1 WHERE kind = 'problem' AND object_id = NEW.problem_id;
END;
CREATE TRIGGER problem_part_searched_no_more AFTER DELETE ON problem_part
BEGIN
  UPDATE search_entry SET times = times + 1 WHERE kind = 'problem' AND object_id = OLD.problem_id;
END;
CREATE TRIGGER problem_item_searched AFTER INSERT ON problem_item
BEGIN
  UPDATE search_entry SET times = times + 1 WHERE kind = 'problem' AND object_id = NEW.problem_id;
END;
CREATE TRIGGER problem_item_searched_again AFTER UPDATE OF body, deleted_at ON problem_item
BEGIN
  UPDATE search_entry SET times = times + 1 WHERE kind = 'problem' AND object_id = NEW.problem_id;
END;
CREATE TRIGGER problem_item_searched_no_more AFTER DELETE ON problem_item
BEGIN
  UPDATE search_entry SET times = times + 1 WHERE kind = 'problem' AND object_id = OLD.problem_id;
END;
CREATE TRIGGER organisation_searched_again AFTER UPDATE OF name ON organisation
BEGIN
  UPDATE search_entry SET times = times + 1
  WHERE kind = 'commitment' AND object_id IN (SELECT id FROM commitment WHERE organisation_id = NEW.id);
END;

INSERT INTO search_entry (kind, object_id) SELECT 'problem', id FROM problem;
INSERT INTO search_entry (kind, object_id) SELECT 'concern', id FROM concern;
INSERT INTO search_entry (kind, object_id) SELECT 'commitment', id FROM commitment;

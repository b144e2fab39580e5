-- A public answer is about a case, or about a meeting: then its record gives the counts of what was raised, what was decided
-- and when people meet again. A column that may be empty takes the table anew. See server/domain/public-answer.ts.
CREATE TABLE public_answer_new (
  id                TEXT PRIMARY KEY,
  problem_id        TEXT REFERENCES problem (id),        -- what it is about: a case, or a meeting
  meeting_id        TEXT REFERENCES meeting (id),
  corrects          TEXT REFERENCES public_answer_new (id),  -- the released one that this one strikes
  correction_reason TEXT NOT NULL DEFAULT '',
  state             TEXT NOT NULL CHECK (state IN ('draft', 'privacy_checked', 'translated', 'released', 'corrected', 'withdrawn')),
  words             TEXT NOT NULL CHECK (json_array_length(words, '$.languages') > 0),  -- JSON: what people wrote
  area_name         TEXT,                                -- as it was
  promises          TEXT NOT NULL CHECK (json_valid(promises)),  -- JSON: the promises as they stood in the record
  quotes            TEXT NOT NULL CHECK (json_valid(quotes)),  -- JSON: concerns that are quoted, with a digest of the words
  told              TEXT CHECK (told IS NULL OR json_valid(told)),  -- JSON: what the record of the meeting says beside the promises
  counted           TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(counted)),  -- JSON: ids of the concerns behind its counts, never told
  sheet             TEXT CHECK (sheet IS NULL OR json_valid(sheet)),  -- JSON: what the guardian was shown
  version           INTEGER NOT NULL DEFAULT 1,
  drafted_by        TEXT NOT NULL,
  drafted_at        TEXT NOT NULL,
  changed_by        TEXT NOT NULL,
  changed_at        TEXT NOT NULL,
  approved_by       TEXT,
  approved_at       TEXT,
  translated_by     TEXT,
  translated_at     TEXT,
  released_by       TEXT,
  released_at       TEXT,
  withdrawn_by      TEXT,
  withdrawn_at      TEXT,
  withdraw_reason   TEXT NOT NULL DEFAULT '',
  CHECK ((problem_id IS NULL) <> (meeting_id IS NULL) AND (meeting_id IS NULL) = (told IS NULL)),
  CHECK ((corrects IS NULL) = (correction_reason = '')),
  CHECK ((approved_by IS NULL) = (approved_at IS NULL) AND (approved_by IS NULL) = (sheet IS NULL)),
  CHECK (released_by IS NULL OR (approved_by IS NOT NULL AND approved_by <> released_by AND released_at IS NOT NULL)),
  CHECK (state NOT IN ('privacy_checked', 'translated') OR approved_by IS NOT NULL),
  CHECK (state <> 'translated' OR (translated_by IS NOT NULL AND translated_at IS NOT NULL)),
  CHECK (state NOT IN ('released', 'corrected') OR released_by IS NOT NULL),
  CHECK (state <> 'draft' OR (approved_by IS NULL AND translated_by IS NULL AND released_by IS NULL)),
  CHECK (state <> 'withdrawn' OR (withdrawn_by IS NOT NULL AND withdrawn_at IS NOT NULL)),
  CHECK (state <> 'withdrawn' OR released_by IS NULL OR withdraw_reason <> '')
) STRICT, WITHOUT ROWID;
INSERT INTO public_answer_new (id, problem_id, corrects, correction_reason, state, words, area_name, promises, quotes, sheet, version,
  drafted_by, drafted_at, changed_by, changed_at, approved_by, approved_at, translated_by, translated_at,
  released_by, released_at, withdrawn_by, withdrawn_at, withdraw_reason)
SELECT id, problem_id, corrects, correction_reason, state, words, area_name, promises, quotes, sheet, version,
  drafted_by, drafted_at, changed_by, changed_at, approved_by, approved_at, translated_by, translated_at,
  released_by, released_at, withdrawn_by, withdrawn_at, withdraw_reason
FROM public_answer;
-- With it go its indexes and triggers.
DROP TABLE public_answer;
ALTER TABLE public_answer_new RENAME TO public_answer;
CREATE INDEX public_answer_by_problem ON public_answer (problem_id, drafted_at) WHERE problem_id IS NOT NULL;
CREATE INDEX public_answer_by_meeting ON public_answer (meeting_id, drafted_at) WHERE meeting_id IS NOT NULL;
-- One at a time is being prepared of a case or a meeting, and one correction of an answer.
CREATE UNIQUE INDEX public_answer_in_preparation ON public_answer (coalesce(problem_id, meeting_id))
  WHERE state IN ('draft', 'privacy_checked', 'translated');
CREATE UNIQUE INDEX public_answer_corrected_once ON public_answer (corrects) WHERE state <> 'withdrawn';

CREATE TRIGGER public_answer_begins_as_draft BEFORE INSERT ON public_answer
WHEN NEW.state <> 'draft'
BEGIN
  SELECT RAISE(ABORT, 'A public answer begins as a draft.');
END;
CREATE TRIGGER public_answer_corrects_what_was_released BEFORE INSERT ON public_answer
WHEN NEW.corrects IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM public_answer WHERE id = NEW.corrects AND state = 'released'
    AND problem_id IS NEW.problem_id AND meeting_id IS NEW.meeting_id)
BEGIN
  SELECT RAISE(ABORT, 'Only a released answer is corrected.');
END;
CREATE TRIGGER public_answer_stays BEFORE DELETE ON public_answer
BEGIN
  SELECT RAISE(ABORT, 'A public answer is corrected or withdrawn, not deleted.');
END;
CREATE TRIGGER public_answer_goes_its_way BEFORE UPDATE ON public_answer
WHEN NEW.state IS NOT OLD.state AND NOT (
  (OLD.state = 'draft' AND NEW.state IN ('privacy_checked', 'withdrawn'))
  OR (OLD.state = 'privacy_checked' AND NEW.state IN ('draft', 'translated', 'withdrawn'))
  OR (OLD.state = 'translated' AND NEW.state IN ('draft', 'released', 'withdrawn'))
  -- One language needs no translation.
  OR (OLD.state = 'privacy_checked' AND NEW.state = 'released' AND json_array_length(OLD.words, '$.languages') = 1)
  OR (OLD.state = 'released' AND NEW.state = 'withdrawn')
  OR (OLD.state = 'released' AND NEW.state = 'corrected'
    AND EXISTS (SELECT 1 FROM public_answer AS other WHERE other.corrects = OLD.id AND other.state = 'released'))
  OR (OLD.state = 'corrected' AND NEW.state = 'withdrawn'))
BEGIN
  SELECT RAISE(ABORT, 'A public answer cannot go from this state to that one.');
END;
CREATE TRIGGER public_answer_is_what_was_checked BEFORE UPDATE ON public_answer
WHEN NEW.id IS NOT OLD.id OR NEW.problem_id IS NOT OLD.problem_id OR NEW.meeting_id IS NOT OLD.meeting_id
  OR NEW.corrects IS NOT OLD.corrects
  OR NEW.correction_reason IS NOT OLD.correction_reason
  OR NEW.drafted_by IS NOT OLD.drafted_by OR NEW.drafted_at IS NOT OLD.drafted_at
  OR (NOT (OLD.state = 'draft' AND NEW.state = 'draft')
    AND NOT (OLD.state IN ('privacy_checked', 'translated') AND NEW.state = 'draft')
    AND (NEW.words IS NOT OLD.words OR NEW.area_name IS NOT OLD.area_name OR NEW.promises IS NOT OLD.promises
      OR NEW.quotes IS NOT OLD.quotes OR NEW.told IS NOT OLD.told OR NEW.counted IS NOT OLD.counted
      OR NEW.changed_by IS NOT OLD.changed_by OR NEW.changed_at IS NOT OLD.changed_at))
  OR (OLD.approved_by IS NOT NULL AND NEW.state <> 'draft' AND (NEW.approved_by IS NOT OLD.approved_by
    OR NEW.approved_at IS NOT OLD.approved_at OR NEW.sheet IS NOT OLD.sheet))
  OR (OLD.translated_by IS NOT NULL AND NEW.state <> 'draft' AND (NEW.translated_by IS NOT OLD.translated_by
    OR NEW.translated_at IS NOT OLD.translated_at))
  OR (OLD.released_by IS NOT NULL AND (NEW.released_by IS NOT OLD.released_by OR NEW.released_at IS NOT OLD.released_at))
  OR (OLD.state = 'withdrawn' AND (NEW.withdrawn_by IS NOT OLD.withdrawn_by OR NEW.withdrawn_at IS NOT OLD.withdrawn_at
    OR NEW.withdraw_reason IS NOT OLD.withdraw_reason))
BEGIN
  SELECT RAISE(ABORT, 'What was checked for the public cannot be changed; correct it.');
END;

import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type Item, useItems, useSaveItem } from '../../../api/problem-parts.ts';
import { useProblems } from '../../../api/problems.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Select } from '../../../ui/select.tsx';
import { TypingGrid } from '../../../ui/typing-grid.tsx';
import { sheetCode } from '../sheets/sheet-code.ts';
import { SHEET_WORDS } from '../sheets/sheet-words.ts';
import { useSheetDraft } from './sheet-draft.ts';
import { SheetPanel } from './sheet-panel.tsx';
import { FAULT_WORDS, GRID_WORDS } from './type-back-words.ts';
import { AGE, answersIn, SEX, typedPeople, withAnswers } from './typed-survey.ts';

const A_SHEET = 25;

/** What people answered: the sums go into the round of the case, the rows nowhere. */
export function SurveyPanel({ meetingId }: { readonly meetingId: string }) {
  const intl = useIntl();
  const { data: problems = [] } = useProblems();
  const [problemId, setProblem] = useState('');
  const rounds = useItems(problemId, 'survey_round');
  return (
    <>
      <Select
        label={intl.formatMessage({ id: 'sheets.case', defaultMessage: 'Survey of which case' })}
        placeholder={intl.formatMessage({ id: 'sheets.case.choose', defaultMessage: 'Choose a case' })}
        choices={problems.map(({ id, ref, title }) => ({ id, label: title, hint: ref }))}
        value={problemId || null}
        onChange={setProblem}
      />
      {problemId !== '' && rounds?.length === 0 ? (
        <EmptyState
          title={intl.formatMessage({
            id: 'typeBack.survey.none',
            defaultMessage: 'This case has no survey',
          })}
        >
          <FormattedMessage
            id="typeBack.survey.none.text"
            defaultMessage="Write a round with its questions on the page of the case, under Assessment."
          />
        </EmptyState>
      ) : null}
      {problemId === ''
        ? null
        : rounds?.map((round) => (
            <RoundPanel key={round.id} meetingId={meetingId} problemId={problemId} round={round} />
          ))}
    </>
  );
}

interface RoundPanelProps {
  readonly meetingId: string;
  readonly problemId: string;
  readonly round: Item<'survey_round'>;
}

function RoundPanel({ meetingId, problemId, round }: RoundPanelProps) {
  const intl = useIntl();
  const code = sheetCode(meetingId, 'survey', round.id);
  const draft = useSheetDraft(code);
  const save = useSaveItem(problemId, 'survey_round');
  const [sheets, setSheets] = useState(1);
  const [isNew, setNew] = useState(false);
  const { questions, instrument } = round.body;
  const people = typedPeople(questions, draft.cells);
  const good = people.filter(({ fault }) => fault === null);
  const before = answersIn(questions);
  const last = Math.max(1, ...people.map(({ row }) => row));
  const shown = (Math.ceil(last / A_SHEET) + sheets - 1) * A_SHEET;
  const send = () =>
    save.mutate(
      { item: round, body: { questions: withAnswers(questions, good) } },
      {
        onSuccess: () => {
          draft.drop(good.map(({ row }) => String(row)));
          setNew(false);
        },
      },
    );
  return (
    <SheetPanel
      title={instrument || intl.formatMessage(SHEET_WORDS.survey)}
      code={code}
      hint={intl.formatMessage(SHEET_WORDS.surveyHow)}
      error={save.error}
      saveLabel={
        <FormattedMessage
          id="typeBack.survey.save"
          defaultMessage="{count, plural, =0 {Add the answers} one {Add the answers of # person} other {Add the answers of # people}}"
          values={{ count: good.length }}
        />
      }
      onSave={send}
      canSave={good.length > 0 && good.length === people.length && (before === 0 || isNew)}
      isSaving={save.isPending}
      onMore={() => setSheets(sheets + 1)}
    >
      {before > 0 ? (
        <Notice>
          <FormattedMessage
            id="typeBack.survey.before"
            defaultMessage="This round holds answers already, up to {count, plural, one {# person} other {# people}} in a group. It keeps sums and no rows: it cannot tell whether a sheet is in them."
            values={{ count: before }}
          />
          <Checkbox isSelected={isNew} onChange={setNew}>
            <FormattedMessage id="typeBack.survey.new" defaultMessage="These sheets were not typed before" />
          </Checkbox>
        </Notice>
      ) : null}
      <TypingGrid
        label={instrument || intl.formatMessage(SHEET_WORDS.survey)}
        headLabel={intl.formatMessage(GRID_WORDS.row)}
        noteLabel={intl.formatMessage(GRID_WORDS.note)}
        columns={[
          { id: SEX, label: intl.formatMessage(SHEET_WORDS.surveySex), kind: 'figure', maxLength: 1 },
          { id: AGE, label: intl.formatMessage(SHEET_WORDS.surveyAge), kind: 'figure', maxLength: 1 },
          ...questions.map(({ item, wording }, i) => ({
            id: item,
            label: `${i + 1} ${wording}`,
            kind: 'figure' as const,
            maxLength: 1,
          })),
        ]}
        rows={Array.from({ length: shown }, (_, i) => i + 1).map((row) => {
          const fault = people.find((one) => one.row === row)?.fault;
          return {
            id: String(row),
            head: String(row),
            cells: draft.cells[row] ?? {},
            fault: fault ? intl.formatMessage(FAULT_WORDS[fault]) : null,
          };
        })}
        totalLabel={intl.formatMessage(GRID_WORDS.total)}
        totals={Object.fromEntries([
          [SEX, intl.formatNumber(good.length)],
          ...questions.map(({ item }) => [
            item,
            intl.formatNumber(good.filter(({ answers }) => answers[item]).length),
          ]),
        ])}
        onType={draft.type}
        onMore={() => setSheets(sheets + 1)}
      />
    </SheetPanel>
  );
}

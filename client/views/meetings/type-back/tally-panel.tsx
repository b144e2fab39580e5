import { FormattedMessage, useIntl } from 'react-intl';
import { type Meeting, useSetAttendance } from '../../../api/meetings.ts';
import { Notice } from '../../../ui/notice.tsx';
import { TypingGrid } from '../../../ui/typing-grid.tsx';
import { sheetCode } from '../sheets/sheet-code.ts';
import { SHEET_WORDS } from '../sheets/sheet-words.ts';
import { TALLY_ROWS } from '../sheets/tally-sheet.tsx';
import { useSheetDraft } from './sheet-draft.ts';
import { SheetPanel } from './sheet-panel.tsx';
import { FAULT_WORDS, GRID_WORDS } from './type-back-words.ts';
import { attendanceOf, COUNT, everybodyIn, figuresOf, tallyFaults } from './typed-tally.ts';

/** Who was there, by the rows of the tally. */
export function TallyPanel({ meeting }: { readonly meeting: Meeting }) {
  const intl = useIntl();
  const code = sheetCode(meeting.id, 'tally');
  const draft = useSheetDraft(code);
  const save = useSetAttendance();
  const before = figuresOf(meeting.attendance);
  const faults = tallyFaults(draft.cells);
  const isTyped = Object.values(draft.cells).some((of) => (of[COUNT] ?? '').trim() !== '');
  const counted = attendanceOf(draft.cells, meeting.attendance);
  const { row, note, total, counted: countedWord } = GRID_WORDS;
  let number = 0;
  const rows = TALLY_ROWS.flatMap(({ word, rows: own }) =>
    own.map(({ id, word: name }, i) => ({
      id,
      head: `${++number} ${intl.formatMessage(name)}`,
      cells: draft.cells[id] ?? {},
      fault: faults[id] && intl.formatMessage(FAULT_WORDS[faults[id]]),
      title: i === 0 ? intl.formatMessage(word) : undefined,
      note: before[id] === null ? null : <bdi>{intl.formatNumber(before[id] ?? 0)}</bdi>,
    })),
  );
  return (
    <SheetPanel
      title={intl.formatMessage(SHEET_WORDS.tally)}
      code={code}
      error={save.error}
      saveLabel={
        meeting.attendance ? (
          <FormattedMessage id="typeBack.tally.replace" defaultMessage="Replace what was counted" />
        ) : (
          <FormattedMessage id="typeBack.tally.save" defaultMessage="Save the tally" />
        )
      }
      onSave={() => save.mutate({ meeting, counted }, { onSuccess: draft.clear })}
      canSave={isTyped && Object.keys(faults).length === 0}
      isSaving={save.isPending}
    >
      {meeting.attendance ? (
        <Notice>
          <FormattedMessage
            id="typeBack.tally.before"
            defaultMessage="{count, plural, one {# person was} other {# people were}} counted already, as it stands in the last column. What you save takes the place of it."
            values={{ count: everybodyIn(meeting.attendance) }}
          />
        </Notice>
      ) : null}
      <TypingGrid
        label={intl.formatMessage(SHEET_WORDS.tally)}
        headLabel={intl.formatMessage(row)}
        noteLabel={intl.formatMessage(meeting.attendance ? countedWord : note)}
        columns={[
          { id: COUNT, label: intl.formatMessage(SHEET_WORDS.tallyCount), kind: 'figure', maxLength: 5 },
        ]}
        rows={rows}
        totalLabel={intl.formatMessage(total)}
        totals={{ [COUNT]: intl.formatNumber(everybodyIn(counted) || 0) }}
        onType={draft.type}
      />
    </SheetPanel>
  );
}

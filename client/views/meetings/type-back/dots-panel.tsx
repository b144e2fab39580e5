import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { RowVerdict } from '../../../api/concerns.ts';
import type { Meeting } from '../../../api/meetings.ts';
import { useConcernsOfSheet, useTypeConcerns } from '../../../api/typed-back.ts';
import { useWorkspace } from '../../../api/workspace.ts';
import { dayOf } from '../../../day.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { TypingGrid } from '../../../ui/typing-grid.tsx';
import { useToday } from '../../../use-today.ts';
import { gridName } from '../sheets/dot-grid.ts';
import { ROWS_A_COPY } from '../sheets/dots-sheet.tsx';
import { sheetCode } from '../sheets/sheet-code.ts';
import { SHEET_WORDS } from '../sheets/sheet-words.ts';
import { type Ground, useGround } from '../sheets/use-sheet-sources.ts';
import { useSheetDraft } from './sheet-draft.ts';
import { SheetPanel } from './sheet-panel.tsx';
import { FAULT_WORDS, GRID_WORDS } from './type-back-words.ts';
import { dotsTyped, SQUARE, type TypedDot, typedDots, WHAT, WHEN } from './typed-dots.ts';

/** The server takes no more rows at once. */
const MOST_AT_ONCE = 100;

/** What people put on the map for dots: each row becomes a concern in the middle of its square. */
export function DotsPanel({ meeting }: { readonly meeting: Meeting }) {
  const ground = useGround(meeting);
  if (ground) return <Dots meeting={meeting} ground={ground} />;
  return (
    <Notice tone="amber">
      <FormattedMessage
        id="sheets.missing.dots"
        defaultMessage="No map for dots: the area of the committee is not known, or you may not see it. Give the committee an area first."
      />
    </Notice>
  );
}

function Dots({ meeting, ground }: { readonly meeting: Meeting; readonly ground: Ground }) {
  const intl = useIntl();
  const today = useToday();
  const zone = useWorkspace().data?.timezone ?? 'UTC';
  const code = sheetCode(meeting.id, 'dots', gridName(ground.grid));
  const draft = useSheetDraft(code);
  const send = useTypeConcerns();
  const { data: earlier, error } = useConcernsOfSheet(code);
  const [sheets, setSheets] = useState(1);
  const [refused, setRefused] = useState<ReadonlyMap<number, RowVerdict>>(new Map());
  const [checked, setChecked] = useState<ReadonlySet<number>>(new Set());
  const heldOn = dayOf(meeting.startsAt, zone, 0);
  const typedBefore = dotsTyped(earlier ?? [], code);
  const dots = typedDots(draft.cells, {
    code,
    grid: ground.grid,
    receivedOn: heldOn < today ? heldOn : today,
    typedBefore,
    checked,
  });
  const good = dots
    .filter(({ row, fault }) => fault === null && (!refused.has(row) || checked.has(row)))
    .slice(0, MOST_AT_ONCE);
  const save = () => {
    const rows = good.map(({ concern }) => concern);
    const [key] = draft.keysFor([rows]);
    send.mutate(
      { rows, key },
      {
        onSuccess: (verdicts) => {
          const kept = verdicts.filter(({ verdict }) => verdict !== 'refused');
          draft.drop(kept.map(({ row }) => String(good[row].row)));
          setRefused(new Map(refusedRows(verdicts, good)));
        },
      },
    );
  };
  const last = Math.max(1, ...[...typedBefore].map((row) => row + 1), ...dots.map(({ row }) => row));
  const shown = (Math.ceil(last / ROWS_A_COPY) + sheets - 1) * ROWS_A_COPY;
  const rows = Array.from({ length: shown }, (_, i) => i + 1).map((row) => {
    const fault = dots.find((one) => one.row === row)?.fault;
    const isDone = typedBefore.has(row) && !fault;
    const verdict = refused.get(row);
    return {
      id: String(row),
      head: String(row),
      cells: draft.cells[row] ?? {},
      fault: fault
        ? intl.formatMessage(FAULT_WORDS[fault])
        : verdict && !checked.has(row)
          ? verdict.errors.map(({ detail }) => detail).join(' ')
          : null,
      isDone,
      note: isDone ? (
        intl.formatMessage(GRID_WORDS.counted)
      ) : verdict && !checked.has(row) && mayStay(verdict) ? (
        <Button size="small" onPress={() => setChecked(new Set([...checked, row]))}>
          <FormattedMessage id="concerns.row.read" defaultMessage="I have read it: save it" />
        </Button>
      ) : null,
    };
  });
  return (
    <SheetPanel
      title={intl.formatMessage(SHEET_WORDS.dots)}
      code={code}
      hint={
        <FormattedMessage
          id="typeBack.dots.hint"
          defaultMessage="Where the code on the paper is another one, the area was drawn anew since it was printed: print the map again. What happened at home or to a child is not typed here; pass it on under Concerns."
        />
      }
      error={error ?? send.error}
      saveLabel={
        <FormattedMessage
          id="typeBack.votes.save"
          defaultMessage="{count, plural, =0 {Save the rows} one {Save # row} other {Save # rows}}"
          values={{ count: good.length }}
        />
      }
      onSave={save}
      canSave={good.length > 0 && earlier !== undefined}
      isSaving={send.isPending}
      onMore={() => setSheets(sheets + 1)}
    >
      <TypingGrid
        label={intl.formatMessage(SHEET_WORDS.dots)}
        headLabel={intl.formatMessage(GRID_WORDS.row)}
        noteLabel={intl.formatMessage(GRID_WORDS.note)}
        columns={[
          { id: SQUARE, label: intl.formatMessage(SHEET_WORDS.dotsSquare), kind: 'figure', maxLength: 6 },
          { id: WHAT, label: intl.formatMessage(SHEET_WORDS.dotsWhat), kind: 'text', maxLength: 500 },
          { id: WHEN, label: intl.formatMessage(SHEET_WORDS.dotsWhen), kind: 'text', maxLength: 200 },
        ]}
        rows={rows}
        totalLabel={intl.formatMessage(GRID_WORDS.total)}
        totals={{ [SQUARE]: intl.formatNumber(dots.length) }}
        onType={(changes) => {
          // What is written anew is looked at anew.
          const touched = new Set(changes.map(({ row }) => Number(row)));
          setRefused(new Map([...refused].filter(([row]) => !touched.has(row))));
          setChecked(new Set([...checked].filter((row) => !touched.has(row))));
          draft.type(changes);
        }}
        onMore={() => setSheets(sheets + 1)}
      />
    </SheetPanel>
  );
}

const refusedRows = (verdicts: readonly RowVerdict[], sent: readonly TypedDot[]) =>
  verdicts
    .filter(({ verdict }) => verdict === 'refused')
    .map((verdict) => [sent[verdict.row].row, verdict] as const);

/** The words can stay once somebody has read them; what does not fit has to be written anew. */
const mayStay = ({ code }: RowVerdict) => code === 'looks_protected' || code === 'says_who';

import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Ballot } from '../../../api/phones.ts';
import { useTypeBatches } from '../../../api/typed-back.ts';
import { TypingGrid } from '../../../ui/typing-grid.tsx';
import { GROUP_CODES, isByHands, paperOptions } from '../sheets/ballot-on-paper.ts';
import { penOf } from '../sheets/pens.tsx';
import { sheetCode } from '../sheets/sheet-code.ts';
import { SHEET_WORDS } from '../sheets/sheet-words.ts';
import { useSheetDraft } from './sheet-draft.ts';
import { SheetPanel } from './sheet-panel.tsx';
import styles from './type-back.module.css';
import { FAULT_WORDS, GRID_WORDS } from './type-back-words.ts';
import {
  batchesOf,
  GROUP,
  handsBatches,
  rowsTyped,
  totalsOf,
  typedHands,
  typedSlips,
} from './typed-votes.ts';

/** Rows are shown sheet by sheet. */
const A_SHEET = 25;

/** The slips of one vote, row by row, or the hands that were counted by group. */
export function VotesPanel({ ballot }: { readonly ballot: Ballot }) {
  const intl = useIntl();
  const code = sheetCode(ballot.meetingId, 'ballot', ballot.id);
  if (ballot.state === 'open') return <OpenVote ballot={ballot} code={code} />;
  return (
    <section className={styles.sheet} data-sheet={code}>
      <header className={styles.sheetHead}>
        <h2>
          <bdi>{ballot.question}</bdi>
        </h2>
        <span className={styles.code} dir="ltr">
          {code}
        </span>
      </header>
      <p className={styles.quiet}>
        {intl.formatMessage(
          {
            id: 'typeBack.vote.state',
            defaultMessage:
              '{state, select, draft {This vote was not opened yet: open it under “Telephones and votes”, then type its slips.} other {This vote is closed and counted: nothing is added to it.}}',
          },
          { state: ballot.state },
        )}
      </p>
    </section>
  );
}

function OpenVote({ ballot, code }: { readonly ballot: Ballot; readonly code: string }) {
  const intl = useIntl();
  const draft = useSheetDraft(code);
  const send = useTypeBatches();
  const [sheets, setSheets] = useState(1);
  const before = rowsTyped(ballot.batches, code);
  const byHands = isByHands(ballot);
  const pen = penOf(intl, intl.locale, 'UTC');
  const options = paperOptions(ballot);
  const slips = byHands ? [] : typedSlips(ballot, draft.cells, before);
  const hands = byHands ? typedHands(ballot, draft.cells, before) : [];
  const typed = byHands ? hands : slips;
  const good = typed.filter(({ fault }) => fault === null);
  const last = Math.max(1, ...[...before].map((row) => row + 1), ...typed.map(({ row }) => row));
  const shown = byHands ? GROUP_CODES.length + 1 : (Math.ceil(last / A_SHEET) + sheets - 1) * A_SHEET;
  const save = () => {
    const batches = byHands
      ? handsBatches(
          code,
          hands.filter(({ fault }) => fault === null),
        )
      : batchesOf(
          code,
          slips.filter(({ fault }) => fault === null),
        );
    const keys = draft.keysFor(batches);
    send.mutate(
      batches.map((batch, i) => ({ ballotId: ballot.id, batch, key: keys[i] })),
      { onSuccess: () => draft.drop(good.map(({ row }) => String(row))) },
    );
  };
  const rows = Array.from({ length: shown }, (_, i) => i + 1).map((row) => {
    const fault = typed.find((one) => one.row === row)?.fault;
    const isDone = before.has(row) && !fault;
    const name = byHands ? intl.formatMessage(GROUP_CODES[row - 1]?.word ?? SHEET_WORDS.unsaid) : '';
    return {
      id: String(row),
      head: byHands ? `${row} ${name}` : String(row),
      cells: draft.cells[row] ?? {},
      fault: fault ? intl.formatMessage(FAULT_WORDS[fault]) : null,
      isDone,
      note: isDone ? intl.formatMessage(GRID_WORDS.counted) : null,
    };
  });
  const totals = totalsOf(ballot, slips);
  const legend = options.map(({ text }, i) => `${i + 1} ${text(pen)}`);
  return (
    <SheetPanel
      title={ballot.question}
      code={code}
      hint={
        <>
          <bdi>{intl.formatList(legend, { type: 'unit' })}</bdi>
          {byHands ? null : (
            <>
              {' · '}
              {intl.formatList(
                GROUP_CODES.map(({ word }, i) => `${i + 1} ${intl.formatMessage(word)}`),
                { type: 'unit' },
              )}
            </>
          )}
        </>
      }
      error={send.error}
      saveLabel={
        <FormattedMessage
          id="typeBack.votes.save"
          defaultMessage="{count, plural, =0 {Save the rows} one {Save # row} other {Save # rows}}"
          values={{ count: good.length }}
        />
      }
      onSave={save}
      canSave={good.length > 0}
      isSaving={send.isPending}
      {...(byHands ? {} : { onMore: () => setSheets(sheets + 1) })}
    >
      <TypingGrid
        label={ballot.question}
        headLabel={intl.formatMessage(GRID_WORDS.row)}
        noteLabel={intl.formatMessage(GRID_WORDS.note)}
        columns={[
          ...(byHands
            ? []
            : [
                {
                  id: GROUP,
                  label: intl.formatMessage(GRID_WORDS.group),
                  kind: 'figure',
                  maxLength: 1,
                } as const,
              ]),
          ...options.map(({ id, text }, i) => ({
            id,
            label: `${i + 1} ${text(pen)}`,
            kind: 'figure' as const,
            maxLength: 5,
          })),
        ]}
        rows={rows}
        totalLabel={intl.formatMessage(GRID_WORDS.total)}
        totals={
          byHands
            ? undefined
            : {
                [GROUP]: intl.formatNumber(good.length),
                ...Object.fromEntries(
                  Object.entries(totals).map(([id, sum]) => [id, intl.formatNumber(sum)]),
                ),
              }
        }
        onType={draft.type}
        onMore={() => (byHands ? undefined : setSheets(sheets + 1))}
      />
    </SheetPanel>
  );
}

import type { Ballot, NewBatch, VoiceGroup } from '../../../api/phones.ts';
import { GROUP_CODES, paperOptions } from '../sheets/ballot-on-paper.ts';
import { rowsIn, rowsText } from '../sheets/sheet-code.ts';
import { type Cells, isEmptyRow } from './sheet-draft.ts';
import { crossIn, figureIn } from './typed-figure.ts';

export type VoteFault =
  | 'typed_before'
  | 'no_group'
  | 'no_number'
  | 'nothing_marked'
  | 'too_many_dots'
  | 'one_only'
  | 'not_a_ranking';

export interface TypedSlip {
  readonly row: number;
  readonly group: VoiceGroup | null;
  readonly marks: Readonly<Record<string, number>>;
  readonly fault: VoteFault | null;
}

export const GROUP = 'group';

/** Rows of the counting sheets that were typed already, by anybody. */
export function rowsTyped(batches: Ballot['batches'], code: string): Set<number> {
  return new Set(batches.flatMap(({ note }) => rowsIn(note, code)));
}

/** The slips of all rows in which something stands, with what is wrong with them. */
export function typedSlips(ballot: Ballot, cells: Cells, before: ReadonlySet<number>): TypedSlip[] {
  return Object.entries(cells)
    .filter(([, of]) => !isEmptyRow(of))
    .map(([row, of]) => slipOf(ballot, Number(row), of, before))
    .sort((a, b) => a.row - b.row);
}

function slipOf(
  ballot: Ballot,
  row: number,
  cells: Readonly<Record<string, string>>,
  before: ReadonlySet<number>,
): TypedSlip {
  const readMark = ballot.kind === 'dots' || ballot.kind === 'ranking' ? figureIn : crossIn;
  const read = paperOptions(ballot).map(({ id }) => [id, readMark(cells[id])] as const);
  const marks = Object.fromEntries(
    read.filter((one): one is [string, number] => one[1] !== null && one[1] !== 0),
  );
  const groupCode = figureIn(cells[GROUP]);
  const group = groupCode === null || groupCode === 0 ? null : (GROUP_CODES[groupCode - 1]?.id ?? undefined);
  const fault = before.has(row)
    ? 'typed_before'
    : group === undefined
      ? 'no_group'
      : faultOfMarks(ballot, Object.values(marks));
  return { row, group: group ?? null, marks, fault };
}

/** The rule of the server, said beside the row before it is sent. */
function faultOfMarks({ kind, dotsEach }: Ballot, values: readonly number[]): VoteFault | null {
  if (values.some(Number.isNaN)) return 'no_number';
  if (values.length === 0) return 'nothing_marked';
  const sum = values.reduce((total, value) => total + value, 0);
  if (kind === 'dots') return sum > dotsEach ? 'too_many_dots' : null;
  if (kind === 'ranking')
    return values.toSorted((a, b) => a - b).every((rank, i) => rank === i + 1) ? null : 'not_a_ranking';
  return values.length === 1 && sum === 1 ? null : 'one_only';
}

/** A pile for each group, with the rows it came from in its note: so the same sheet is known when it comes again. */
export function batchesOf(code: string, slips: readonly TypedSlip[]): NewBatch[] {
  const groups = [...new Set(slips.map(({ group }) => group))];
  return groups.map((group) => {
    const own = slips.filter((slip) => slip.group === group);
    return {
      kind: 'paper',
      group,
      papers: own.length,
      slips: own.map(({ marks }) => ({ ...marks })),
      note: `${code} rows ${rowsText(own.map(({ row }) => row))}`,
    };
  });
}

/** Points of each option so far, as they stand on the paper. */
export function totalsOf(ballot: Ballot, slips: readonly TypedSlip[]): Record<string, number> {
  const good = slips.filter(({ fault }) => fault === null);
  const sum = (id: string) => good.reduce((total, { marks }) => total + (marks[id] ?? 0), 0);
  return Object.fromEntries(paperOptions(ballot).map(({ id }) => [id, sum(id)]));
}

export interface TypedHands {
  readonly row: number;
  readonly group: VoiceGroup | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly fault: 'typed_before' | 'no_number' | null;
}

/** Hands of the groups; the last row is of those who belong to none. */
export function typedHands(ballot: Ballot, cells: Cells, before: ReadonlySet<number>): TypedHands[] {
  return Object.entries(cells)
    .filter(([, of]) => !isEmptyRow(of))
    .map(([row, of]) => {
      const read = paperOptions(ballot).map(({ id }) => [id, figureIn(of[id]) ?? 0] as const);
      const isBad = read.some(([, count]) => Number.isNaN(count)) || read.every(([, count]) => count === 0);
      return {
        row: Number(row),
        group: GROUP_CODES[Number(row) - 1]?.id ?? null,
        counts: Object.fromEntries(read),
        fault: before.has(Number(row)) ? 'typed_before' : isBad ? 'no_number' : null,
      };
    });
}

export function handsBatches(code: string, hands: readonly TypedHands[]): NewBatch[] {
  return hands.map(({ row, group, counts }) => ({
    kind: 'hands',
    group,
    papers: Object.values(counts).reduce((sum, count) => sum + count, 0),
    counts: { ...counts },
    note: `${code} row ${row}`,
  }));
}

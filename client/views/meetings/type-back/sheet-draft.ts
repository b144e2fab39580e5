import { useMemo } from 'react';
import { useSession } from '../../../api/session.ts';
import { useKeptDraft } from '../../../kept-draft.ts';
import { newName } from '../../../new-name.ts';
import type { CellChange } from '../../../ui/typing-grid.tsx';

/** What is typed of one sheet: texts by row and column. */
export type Cells = Readonly<Record<string, Readonly<Record<string, string>>>>;

interface Sent {
  readonly text: string;
  readonly key: string;
}

interface Draft {
  readonly cells: Cells;
  /** What was sent and not answered: sent again it is the same. */
  readonly sent: readonly Sent[];
}

const EMPTY: Draft = { cells: {}, sent: [] };

export interface SheetDraft {
  readonly cells: Cells;
  readonly type: (changes: readonly CellChange[]) => void;
  /** The keys of what is sent now, one each; the same for what was sent before without an answer. */
  readonly keysFor: (bodies: readonly unknown[]) => string[];
  /** Rows that were saved. */
  readonly drop: (rows: readonly string[]) => void;
  readonly clear: () => void;
}

/** The draft of one sheet, of one person, on this device. */
export function useSheetDraft(code: string): SheetDraft {
  const user = useSession().data?.id ?? '';
  const [draft, set, clear] = useKeptDraft<Draft>(`sheet.${user}.${code}`, EMPTY, readDraft);
  return useMemo(
    () => ({
      cells: draft.cells,
      type: (changes) => set({ ...draft, cells: typed(draft.cells, changes) }),
      keysFor: (bodies) => {
        const sent = bodies.map((body) => sentOf(JSON.stringify(body), draft.sent));
        set({ ...draft, sent });
        return sent.map(({ key }) => key);
      },
      drop: (rows) => set({ cells: without(draft.cells, rows), sent: [] }),
      clear,
    }),
    [draft, set, clear],
  );
}

const sentOf = (text: string, before: readonly Sent[]): Sent =>
  before.find((one) => one.text === text) ?? { text, key: newName() };

export function typed(cells: Cells, changes: readonly CellChange[]): Cells {
  const next: Record<string, Record<string, string>> = { ...cells };
  for (const { row, column, value } of changes) next[row] = { ...next[row], [column]: value };
  return next;
}

export const without = (cells: Cells, rows: readonly string[]): Cells =>
  Object.fromEntries(Object.entries(cells).filter(([row]) => !rows.includes(row)));

export const isEmptyRow = (cells: Readonly<Record<string, string>> | undefined): boolean =>
  Object.values(cells ?? {}).every((text) => text.trim() === '');

/** What was kept by an older version of the page, or by something else, is left out. */
export function readDraft(value: unknown): Draft | null {
  const { cells, sent } = Object(value);
  if (typeof cells !== 'object' || cells === null) return null;
  const rows = Object.entries(cells).map(([row, of]) => [
    row,
    Object.fromEntries(Object.entries(Object(of)).filter(([, text]) => typeof text === 'string')),
  ]);
  const known = Array.isArray(sent)
    ? sent.filter((one) => typeof one?.text === 'string' && typeof one?.key === 'string')
    : [];
  return { cells: Object.fromEntries(rows), sent: known };
}

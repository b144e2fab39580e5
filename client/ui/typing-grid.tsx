import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useRef } from 'react';
import styles from './typing-grid.module.css';

export interface GridColumn {
  readonly id: string;
  readonly label: string;
  /** Figures are narrow and stand under each other. */
  readonly kind: 'text' | 'figure';
  readonly maxLength?: number;
}

export interface GridRow {
  readonly id: string;
  /** What the row is called, on paper too. */
  readonly head: string;
  readonly cells: Readonly<Record<string, string>>;
  /** What is wrong with it, in a sentence. */
  readonly fault?: string | null;
  /** What came of it, or what it comes to. */
  readonly note?: ReactNode;
  /** It was saved: it is shown and stays as it is. */
  readonly isDone?: boolean;
  /** Stands above it, over all columns. */
  readonly title?: ReactNode;
}

export interface TypingGridProps {
  readonly label: string;
  readonly headLabel: string;
  readonly noteLabel: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  /** The foot: what is typed so far. */
  readonly totals?: Readonly<Record<string, string>> | undefined;
  readonly totalLabel?: string;
  /** Cells by the numbers of row and column; what was pasted comes as many at once. */
  readonly onType: (changes: readonly CellChange[]) => void;
  /** Enter in the last row. */
  readonly onMore?: () => void;
}

export interface CellChange {
  readonly row: string;
  readonly column: string;
  readonly value: string;
}

/**
 * A table to type into as in a spreadsheet: Tab goes to the next cell, Enter to the first of the next row, the arrows up and
 * down; what is copied from a spreadsheet is spread over the cells from where it is pasted.
 */
export function TypingGrid(props: TypingGridProps) {
  const { label, headLabel, noteLabel, columns, rows, totals, totalLabel, onType, onMore } = props;
  const table = useRef<HTMLTableElement>(null);
  const focus = (row: number, column: number): boolean => {
    const cell = table.current?.querySelector<HTMLInputElement>(`input[data-at="${row}-${column}"]`);
    cell?.focus();
    cell?.select();
    return Boolean(cell);
  };
  const openRow = (from: number, by: 1 | -1): number => {
    let at = from + by;
    while (rows[at]?.isDone) at += by;
    return at;
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>, row: number, column: number) => {
    if (event.nativeEvent.isComposing) return;
    const by = MOVES[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const isEnter = event.key === 'Enter';
    const went = focus(openRow(row, event.shiftKey && isEnter ? -1 : by), isEnter ? 0 : column);
    if (!went && isEnter && !event.shiftKey) onMore?.();
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>, row: number, column: number) => {
    const pasted = pastedCells(event.clipboardData.getData('text/plain'));
    if (pasted.length === 1 && pasted[0].length === 1) return;
    event.preventDefault();
    onType(spread(pasted, { columns, rows }, row, column));
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className={styles.scroll} tabIndex={0}>
      <table ref={table} className={styles.grid} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{headLabel}</th>
            {columns.map(({ id, label: name, kind }) => (
              <th key={id} scope="col" data-kind={kind}>
                <bdi>{name}</bdi>
              </th>
            ))}
            <th scope="col" className={styles.note}>
              {noteLabel}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.flatMap((row, at) => [
            row.title ? (
              <tr key={`${row.id}-title`}>
                <th scope="rowgroup" colSpan={columns.length + 2} className={styles.title}>
                  {row.title}
                </th>
              </tr>
            ) : null,
            <tr key={row.id} data-done={row.isDone ? '' : undefined}>
              <th scope="row">
                <bdi>{row.head}</bdi>
              </th>
              {columns.map((column, i) => (
                <td key={column.id} data-kind={column.kind}>
                  <input
                    data-at={row.isDone ? undefined : `${at}-${i}`}
                    aria-label={`${row.head}: ${column.label}`}
                    aria-invalid={row.fault ? true : undefined}
                    aria-describedby={row.fault ? `fault-${row.id}` : undefined}
                    dir={column.kind === 'text' ? 'auto' : undefined}
                    inputMode={column.kind === 'figure' ? 'numeric' : undefined}
                    autoComplete="off"
                    maxLength={column.maxLength}
                    disabled={row.isDone ?? false}
                    value={row.cells[column.id] ?? ''}
                    onChange={(event) =>
                      onType([{ row: row.id, column: column.id, value: event.target.value }])
                    }
                    onKeyDown={(event) => onKey(event, at, i)}
                    onPaste={(event) => onPaste(event, at, i)}
                  />
                </td>
              ))}
              <td className={styles.note}>
                {row.fault ? (
                  <span id={`fault-${row.id}`} className={styles.fault}>
                    {row.fault}
                  </span>
                ) : null}
                {row.note}
              </td>
            </tr>,
          ])}
        </tbody>
        {totals ? (
          <tfoot>
            <tr>
              <th scope="row">{totalLabel}</th>
              {columns.map(({ id, kind }) => (
                <td key={id} data-kind={kind}>
                  {totals[id] ?? ''}
                </td>
              ))}
              <td />
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}

const MOVES: Readonly<Record<string, 1 | -1>> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };

/** Rows of cells as a spreadsheet puts them on the clipboard; its last line is empty. */
export function pastedCells(text: string): string[][] {
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').split('\n');
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  return lines.map((line) => line.split('\t').map((cell) => cell.trim()));
}

/** What falls outside the table, or on a row that is done, is left out. */
export function spread(
  pasted: readonly (readonly string[])[],
  { columns, rows }: Pick<TypingGridProps, 'columns' | 'rows'>,
  fromRow: number,
  fromColumn: number,
): CellChange[] {
  return pasted.flatMap((line, down) =>
    line.flatMap((value, across) => {
      const row = rows[fromRow + down];
      const column = columns[fromColumn + across];
      return row && column && !row.isDone ? [{ row: row.id, column: column.id, value }] : [];
    }),
  );
}

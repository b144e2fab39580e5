import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import styles from './figure-table.module.css';
import { MoreBeyond } from './more-beyond.tsx';

/** 0 to 1: how strongly a cell is coloured; null leaves it plain. */
export type Shade = number | null;

export interface Figure {
  readonly text: ReactNode;
  readonly shade?: Shade;
  /** A frame round what stands out, so that colour is not the only sign. */
  readonly marked?: boolean;
  /** Makes it a button; `isSelected` marks it then. */
  readonly onPress?: () => void;
  readonly isSelected?: boolean;
  /** Told when the pointer rests on it. */
  readonly hint?: string;
}

export interface FigureRow {
  readonly id: string;
  readonly name: ReactNode;
  readonly figures: readonly Figure[];
  readonly onPress?: () => void;
  readonly isSelected?: boolean;
}

export interface FigureTableProps {
  readonly label: string;
  /** Names of the columns, the one of the row names first. */
  readonly columns: readonly string[];
  readonly rows: readonly FigureRow[];
  /** Narrow cells, for tables with a column an hour. */
  readonly dense?: boolean;
}

const STEPS = 6;

/** The step of the ramp for a share of the largest figure; nothing is not the same as little. */
export function stepOf(shade: Shade | undefined): number | undefined {
  if (shade === undefined || shade === null || !(shade > 0)) return undefined;
  return Math.min(STEPS, Math.floor(Math.min(shade, 1) * STEPS) + 1);
}

/**
 * A short table that is read as a whole, with figures that may be shaded by their size. Figures and names are set each in
 * its own direction: in a page from right to left a sign would otherwise change sides with its number.
 */
export function FigureTable({ label, columns, rows, dense }: FigureTableProps) {
  const box = useSelectedInSight(rows.find(({ isSelected }) => isSelected)?.id);
  const stop = tabStop(rows);
  return (
    <MoreBeyond box={box}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section ref={box} className={styles.scroll} tabIndex={0} aria-label={label}>
        <table
          onKeyDown={walkFigures}
          className={styles.table}
          data-dense={dense ? '' : undefined}
          aria-label={label}
        >
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  <bdi>{column}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr
                key={row.id}
                data-selected={row.isSelected ? '' : undefined}
                aria-current={row.isSelected ? true : undefined}
              >
                <th scope="row">
                  {row.onPress ? (
                    <button type="button" className={styles.press} onClick={row.onPress}>
                      <bdi>{row.name}</bdi>
                    </button>
                  ) : (
                    <bdi>{row.name}</bdi>
                  )}
                </th>
                {row.figures.map((figure, i) => (
                  <td
                    key={columns[i + 1]}
                    data-step={stepOf(figure.shade)}
                    data-marked={figure.marked ? '' : undefined}
                    data-selected={figure.isSelected ? '' : undefined}
                    title={figure.hint}
                  >
                    {figure.onPress ? (
                      <button
                        type="button"
                        className={styles.pressFigure}
                        tabIndex={figure === stop ? 0 : -1}
                        aria-pressed={figure.isSelected ?? false}
                        onClick={figure.onPress}
                      >
                        <bdi>{figure.text}</bdi>
                      </button>
                    ) : (
                      <bdi>{figure.text}</bdi>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </MoreBeyond>
  );
}

/** A row that was selected elsewhere is brought into sight, without moving anything but the table. */
function useSelectedInSight(selected: string | undefined) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const row = selected === undefined ? null : box.current?.querySelector<HTMLElement>('tr[data-selected]');
    if (!box.current || !row) return;
    const [above, below] = [row.offsetTop - 2 * row.offsetHeight, row.offsetTop + row.offsetHeight];
    if (above < box.current.scrollTop) box.current.scrollTop = above;
    else if (below > box.current.scrollTop + box.current.clientHeight)
      box.current.scrollTop = below - box.current.clientHeight;
  }, [selected]);
  return box;
}

/** One stop of the tab key for all pressable figures, as in a grid: the selected one, else the first. */
function tabStop(rows: readonly FigureRow[]): Figure | undefined {
  const figures = rows.flatMap((row) => row.figures).filter(({ onPress }) => onPress);
  return figures.find(({ isSelected }) => isSelected) ?? figures[0];
}

const WALK: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The arrow keys go from one pressable figure to the next. */
function walkFigures(event: KeyboardEvent<HTMLTableElement>): void {
  const step = WALK[event.key];
  const cell = step && event.target instanceof Element ? event.target.closest('td') : null;
  const row = cell?.parentElement;
  if (!step || !cell || !(row instanceof HTMLTableRowElement)) return;
  const mirrored = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
  const wanted = event.currentTarget.rows[row.rowIndex + step[0]]?.cells[cell.cellIndex + step[1] * mirrored];
  const next = wanted?.querySelector('button');
  if (!next) return;
  event.preventDefault();
  next.focus();
}

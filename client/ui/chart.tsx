import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
import styles from './chart.module.css';
import { type ChartLine, LineKey } from './chart-lines.tsx';
import { ChartMenu } from './chart-menu.tsx';
import { markSelected, partAt, partOrder, stepFrom } from './chart-parts.ts';
import { FigureTable } from './figure-table.tsx';

export type Plot = typeof import('@observablehq/plot');
type PlotOptions = import('@observablehq/plot').PlotOptions;

export interface ChartTable {
  /** What opens the table. */
  readonly title: ReactNode;
  readonly columns: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly string[])[];
  /** The part each row is about, in the order of the rows; its name becomes a button. */
  readonly parts?: readonly (string | null)[];
}

export interface ChartProps {
  /** What the picture shows, for those who do not see it; the figures are in the table. */
  readonly label: string;
  readonly height: number;
  /** Marks and scales. Colours are tokens: 'var(--teal)'. Make it with useCallback: a new function draws anew. */
  readonly draw: (plot: Plot) => PlotOptions;
  readonly table: ChartTable;
  /** The key of the lines, where there are several. */
  readonly lines?: readonly ChartLine[];
  /** The part that is emphasised. Marks say with `partMarks` which part they are. */
  readonly selected?: string | null;
  /** Makes marks and rows pressable, and the arrow keys walk from mark to mark. */
  readonly onSelect?: (part: string) => void;
}

const SMALLEST = 160;

/** A picture of figures with the table it was made from. The library comes with the first chart. */
export function Chart({ label, height, draw, table, lines, selected, onSelect }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const mark = useEffectEvent((picture: Element) => markSelected(picture, selected));
  useEffect(() => {
    if (!box.current || width < SMALLEST) return;
    const target = box.current;
    let wanted = true;
    void import('@observablehq/plot').then((plot) => {
      if (!wanted) return;
      const options = draw(plot);
      const picture = plot.plot({
        ...roomFor(options),
        ...options,
        width,
        height,
        style: STYLE,
        ariaLabel: label,
      });
      target.replaceChildren(accessible(picture));
      mark(target);
    });
    return () => {
      wanted = false;
    };
  }, [draw, width, height, label]);
  useEffect(() => {
    if (box.current) markSelected(box.current, selected);
  }, [selected]);
  return (
    <figure className={styles.chart}>
      <div
        ref={box}
        dir="ltr"
        className={styles.picture}
        style={{ blockSize: height }}
        {...choosing(label, selected, onSelect)}
      />
      {lines ? <LineKey lines={lines} /> : null}
      <div className={styles.foot}>
        <details className={styles.details}>
          <summary>{table.title}</summary>
          <TableTwin label={label} table={table} selected={selected} onSelect={onSelect} />
        </details>
        <div className={styles.menu}>
          <ChartMenu
            label={label}
            lines={lines ?? []}
            drawing={() => box.current?.querySelector<SVGSVGElement>('svg[role]') ?? null}
          />
        </div>
      </div>
    </figure>
  );
}

function TableTwin({ label, table, selected, onSelect }: Omit<ChartProps, 'height' | 'draw'>) {
  return (
    <FigureTable
      label={label}
      columns={table.columns}
      rows={table.rows.map(([name, ...figures], i) => {
        const part = table.parts?.[i] ?? null;
        return {
          id: part ?? name,
          name,
          figures: figures.map((text) => ({ text })),
          isSelected: part !== null && part === selected,
          ...(part !== null && onSelect ? { onPress: () => onSelect(part) } : {}),
        };
      })}
    />
  );
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** What makes a picture answer to pointer and keys. */
function choosing(label: string, selected: string | null | undefined, onSelect: ChartProps['onSelect']) {
  if (!onSelect) return {};
  return {
    role: 'group',
    'aria-label': label,
    'aria-keyshortcuts': 'ArrowLeft ArrowRight',
    'data-pressable': '',
    tabIndex: 0,
    onClick: ({ currentTarget, clientX, clientY }: MouseEvent) => {
      const part = partAt(currentTarget, clientX, clientY);
      if (part !== null) onSelect(part);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const step = STEPS[event.key];
      const part = step ? stepFrom(partOrder(event.currentTarget), selected, step) : null;
      if (part === null) return;
      event.preventDefault();
      onSelect(part);
    },
  };
}

const STYLE = { background: 'none', color: 'var(--ink-muted)', fontFamily: 'inherit', fontSize: '12px' };

/** Names of axes stand beside their figures, not on them: the library leaves room for smaller type. */
const roomFor = ({ x }: PlotOptions): PlotOptions => ({ marginTop: 26, marginBottom: x?.label ? 42 : 30 });

/** Plot names groups, which a picture may not hold: the picture as a whole has the name. */
function accessible<Picture extends Element>(picture: Picture): Picture {
  const drawing = picture.matches('svg') ? picture : picture.querySelector('svg');
  drawing?.setAttribute('role', 'img');
  for (const group of picture.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label');
  for (const group of picture.querySelectorAll('g[aria-description]'))
    group.removeAttribute('aria-description');
  return picture;
}

function useWidth(box: RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [box]);
  return width;
}

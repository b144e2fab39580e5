import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import styles from './chart.module.css';
import { FigureTable } from './figure-table.tsx';

export type Plot = typeof import('@observablehq/plot');
type PlotOptions = import('@observablehq/plot').PlotOptions;

export interface ChartTable {
  /** What opens the table. */
  readonly title: ReactNode;
  readonly columns: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly string[])[];
}

export interface ChartProps {
  /** What the picture shows, for those who do not see it; the figures are in the table. */
  readonly label: string;
  readonly height: number;
  /** Marks and scales. Colours are tokens: 'var(--teal)'. Make it with useCallback: a new function draws anew. */
  readonly draw: (plot: Plot) => PlotOptions;
  readonly table: ChartTable;
}

const SMALLEST = 160;

/** A picture of figures with the table it was made from. The library comes with the first chart. */
export function Chart({ label, height, draw, table }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  useEffect(() => {
    if (!box.current || width < SMALLEST) return;
    const target = box.current;
    let wanted = true;
    void import('@observablehq/plot').then((plot) => {
      if (!wanted) return;
      const picture = plot.plot({ ...draw(plot), width, height, style: STYLE, ariaLabel: label });
      target.replaceChildren(accessible(picture));
    });
    return () => {
      wanted = false;
    };
  }, [draw, width, height, label]);
  return (
    <figure className={styles.chart}>
      <div ref={box} dir="ltr" style={{ blockSize: height }} />
      <details className={styles.details}>
        <summary>{table.title}</summary>
        <FigureTable
          label={label}
          columns={table.columns}
          rows={table.rows.map(([name, ...figures]) => ({
            id: name,
            name,
            figures: figures.map((text) => ({ text })),
          }))}
        />
      </details>
    </figure>
  );
}

const STYLE = { background: 'none', color: 'var(--ink-muted)', fontFamily: 'inherit', fontSize: '12px' };

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

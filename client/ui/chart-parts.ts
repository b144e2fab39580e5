/** One mark of a chart that can be chosen: what it is about, and what it is called. */
export interface ChartPart {
  /** Marks with the same id belong together. */
  readonly id: string;
  /** Told when the pointer rests on it. */
  readonly label: string;
}

type Render = import('@observablehq/plot').RenderFunction;

const SVG = 'http://www.w3.org/2000/svg';

/** How far beside a mark a finger may be, in pixels. */
const REACH = 8;

/**
 * Options of a mark that tell which part each datum is, in the order of the data; null for those that are none:
 * `plot.barY(data, { …, ...partMarks(parts) })`. A line is one mark: it takes the first.
 */
export function partMarks(parts: readonly (ChartPart | null)[]): { readonly render: Render } {
  return {
    render(index, scales, values, dimensions, context, next) {
      const group = next?.(index, scales, values, dimensions, context) ?? null;
      const { document } = context;
      Array.from(group?.children ?? []).forEach((mark, i) => {
        const part = parts[index[i]];
        if (!part) return;
        mark.setAttribute('data-part', part.id);
        const title = document.createElementNS(SVG, 'title');
        title.textContent = part.label;
        mark.append(title);
      });
      return group;
    },
  };
}

const marksIn = (picture: Element): Element[] => [...picture.querySelectorAll('[data-part]')];

const idOf = (mark: Element | null | undefined): string | null => mark?.getAttribute('data-part') ?? null;

/** Emphasises the marks of one part; with none chosen all are alike. */
export function markSelected(picture: Element, selected: string | null | undefined): void {
  const marks = marksIn(picture);
  const found = marks.some((mark) => idOf(mark) === selected);
  picture.toggleAttribute('data-choosing', found);
  for (const mark of marks) mark.toggleAttribute('data-selected', found && idOf(mark) === selected);
}

/** The part at a point of the window: the mark under it, else one within reach, else the bar in whose column it is. */
export function partAt(picture: Element, x: number, y: number): string | null {
  for (const [dx, dy] of RINGS) {
    const mark = picture.ownerDocument.elementFromPoint(x + dx, y + dy)?.closest('[data-part]');
    if (mark && picture.contains(mark)) return idOf(mark);
  }
  const bars = marksIn(picture).filter(({ tagName }) => tagName === 'rect');
  return idOf(bars.find((bar) => isOver(bar.getBoundingClientRect(), x)));
}

/** The point itself, then eight about it, nearer ones first. */
const RINGS: readonly (readonly [number, number])[] = [0, REACH / 2, REACH].flatMap((reach) =>
  reach === 0
    ? [[0, 0] as const]
    : [-1, 0, 1].flatMap((i) => [-1, 0, 1].map((j) => [i * reach, j * reach] as const)),
);

const isOver = ({ left, right }: DOMRect, x: number): boolean => x >= left - 1 && x <= right + 1;

/** The ids in the order they were drawn, each once. */
export const partOrder = (picture: Element): string[] => [
  ...new Set(marksIn(picture).map((mark) => idOf(mark) ?? '')),
];

/** The neighbour of a part in the order; the first one when nothing is chosen. */
export function stepFrom(order: readonly string[], selected: string | null | undefined, step: 1 | -1) {
  if (order.length === 0) return null;
  const at = selected === null || selected === undefined ? -1 : order.indexOf(selected);
  if (at < 0) return order[step > 0 ? 0 : order.length - 1];
  return order[Math.min(Math.max(at + step, 0), order.length - 1)];
}

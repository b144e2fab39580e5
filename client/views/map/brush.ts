import type { TimeBins } from '../../map/time-bins.ts';

/** First and last bar that are in. */
export interface BarRange {
  readonly first: number;
  readonly last: number;
}

/** The bars a period touches. */
export function rangeOf({ from, to }: { from: number; to: number }, { edges }: TimeBins): BarRange {
  const bars = edges.length - 1;
  let first = 0;
  while (first < bars - 1 && edges[first + 1] <= from) first++;
  let last = bars - 1;
  while (last > first && edges[last] >= to) last--;
  return { first, last };
}

export interface Slide {
  readonly end: 'first' | 'last';
  readonly key: string;
  readonly bars: number;
}

/** Where a key press takes one end of the brush; null for keys that do nothing. Ends never cross. */
export function slide(range: BarRange, { end, key, bars }: Slide): BarRange | null {
  const step = stepOf(key, bars);
  if (step === null) return null;
  const [least, most] = end === 'first' ? [0, range.last] : [range.first, bars - 1];
  return { ...range, [end]: Math.min(Math.max(range[end] + step, least), most) };
}

function stepOf(key: string, bars: number): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return -1;
    case 'ArrowRight':
    case 'ArrowUp':
      return 1;
    case 'PageDown':
      return -Math.max(Math.round(bars / 12), 1);
    case 'PageUp':
      return Math.max(Math.round(bars / 12), 1);
    case 'Home':
      return -bars;
    case 'End':
      return bars;
    default:
      return null;
  }
}

/** The brush one bar later; from the start again when it has reached the end. */
export function nextStep({ first, last }: BarRange, bars: number): BarRange {
  const width = last - first;
  return last + 1 < bars ? { first: first + 1, last: last + 1 } : { first: 0, last: width };
}

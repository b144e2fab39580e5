/**
 * Question: in which band does a distance or a span of time lie?
 * Method: half-open bands [a, b), as NearRepeat has them and as their labels say. The Near Repeat Calculator 1.3
 * prints [a - 1, b) as "a to b"; ours are what they are called.
 *
 * Assumptions: edges ascend from 0 or more; the last may be infinite.
 * Not to conclude: –
 */

export interface Bands {
  /** Ascending from 0: a first band is put before edges that begin later. */
  readonly edges: readonly number[];
  /** 1 when that first band was put there and is no band of the user, else 0. */
  readonly hidden: number;
  /** Bands of finite width, the hidden one included. */
  readonly finite: number;
  /** The last finite edge; 0 when there is none. */
  readonly reach: number;
}

export function bandsOf(edges: readonly number[], what: string): Bands {
  if (edges.length < 2) throw new RangeError(`${what} bands need at least 2 edges, got ${edges.length}`);
  edges.forEach((edge, k) => {
    if (!(edge >= 0 && (k === 0 ? edge < Infinity : edge > edges[k - 1])))
      throw new RangeError(`${what} bands must ascend from 0 or more, got ${edges.join(', ')}`);
  });
  const all = edges[0] > 0 ? [0, ...edges] : [...edges];
  const open = all[all.length - 1] === Infinity;
  const finite = all.length - (open ? 2 : 1);
  return { edges: all, hidden: all.length - edges.length, finite, reach: all[finite] };
}

/** Number of the finite band that holds the value, -1 beyond the last. */
export function bandOf({ edges, finite }: Bands, value: number): number {
  if (value >= edges[finite]) return -1;
  let band = 0;
  while (value >= edges[band + 1]) band++;
  return band;
}

/** "[0, 200)" for each band, as it is counted. */
export function bandLabels(edges: readonly number[]): string[] {
  return edges.slice(1).map((edge, k) => `[${edges[k]}, ${edge === Infinity ? '∞' : edge})`);
}

/**
 * Question: which circle over which periods stands out most in a table of places and periods?
 * Method: the rows of the places come in one after the other, and every run of periods is looked at whose ratio could
 * be larger than the largest so far: first by one pass over all runs at once (`cylinder-bounds.ts`), then each by the
 * squares of its excess, then by the ratio itself. What is skipped cannot matter, so the answer is that of looking at
 * all.
 *
 * Assumptions: as the space–time permutation scan.
 * Not to conclude: –
 */
import { cylinderBounds, type Lines } from './cylinder-bounds.ts';
import { packedCounts } from './packed-counts.ts';
import { poissonRatio } from './scan-likelihood.ts';
import { SAME_RATIO } from './scan-statistic.ts';
import type { Zones } from './scan-zones.ts';

export interface Cylinder {
  readonly centre: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
  readonly cases: number;
  readonly expected: number;
  readonly ratio: number;
}

export interface CylinderField extends Zones {
  /** Incidents before each period, and at the end all of them. */
  readonly before: Float64Array;
  /** Most periods in one cylinder, and incidents in it at least. */
  readonly duration: number;
  readonly minimum: number;
}

export interface SearchLimits {
  /** Places that no circle may reach. */
  readonly taken?: Uint8Array;
  /** Smaller ratios are of no interest. */
  readonly above?: number;
  /** A ratio at which the search may end. */
  readonly enough?: number;
  readonly pause: () => void;
}

/** The cylinder with the largest ratio; of equal ones that with fewer places, then the earlier centre. */
export type CylinderSearch = (table: Int32Array, limits: SearchLimits) => Cylinder | null;

const CENTRES_A_TURN = 32;

export function cylinderSearch(field: CylinderField): CylinderSearch {
  const { starts, places, weight, before, duration, minimum } = field;
  const periods = before.length - 1;
  const total = before[periods];
  const during = Float64Array.from({ length: periods }, (_, t) => before[t + 1] - before[t]);
  const bounds = cylinderBounds(before, duration);
  const classes = Uint16Array.from(weight, (size) => (size > 0 ? bounds.classOf(size) : 0));
  const { words, pack, add, unpack } = packedCounts(during, starts.length - 1);
  const sum = new Float64Array(words);
  const counts = new Float64Array(periods);
  const active = new Int32Array(periods);
  let best: Cylinder | null = null;
  let least = 0;
  let lines: Lines | null = null;

  /** Looks at every run of one circle. */
  function lookAt(centre: number, end: number): void {
    const share = weight[end] / total;
    // A run that begins or ends with an empty period is never better than the run without it.
    let runs = 0;
    for (let t = 0; t < periods; t++) if (counts[t] > 0) active[runs++] = t;
    for (let a = 0; a < runs; a++) {
      const first = active[a];
      let cases = 0;
      for (let b = a; b < runs && active[b] - first < duration; b++) {
        cases += counts[active[b]];
        const expected = share * (before[active[b] + 1] - before[first]);
        const more = cases - expected;
        if (!(more > 0) || cases < minimum || isBelow(more, expected)) continue;
        const ratio = poissonRatio(cases, expected, total);
        const slack = SAME_RATIO * least;
        const smaller = best !== null && end - starts[centre] < best.end - starts[best.centre];
        if (ratio <= least + slack && !(smaller && ratio >= least - slack)) continue;
        best = { centre, end, first, last: active[b], cases, expected, ratio };
        setLeast(ratio);
      }
    }
  }

  /** (excess² / expected inside + excess² / cases outside) / 2 is never less than the ratio, and takes no logarithm. */
  function isBelow(more: number, expected: number): boolean {
    const outside = total - expected - more;
    return more * more * (total - more) < 2 * least * (1 - SAME_RATIO) * expected * outside;
  }

  function setLeast(ratio: number): void {
    least = ratio;
    lines = ratio > 0 ? bounds.linesFor(ratio * (1 - SAME_RATIO)) : null;
  }

  return (table, { taken, above = 0, enough = Infinity, pause }) => {
    const rows = pack(table);
    best = null;
    setLeast(above);
    for (let centre = 0; centre + 1 < starts.length; centre++) {
      if (centre % CENTRES_A_TURN === 0) pause();
      sum.fill(0);
      for (let from = starts[centre], to = from; from < starts[centre + 1]; from = to) {
        while (Number.isNaN(weight[to])) to++;
        to++;
        if (taken !== undefined && isTaken(taken, places, from, to)) break;
        add(sum, rows, places, from, to);
        const end = to - 1;
        if (!(weight[end] >= minimum) || isHopeless(lines, classes[end])) continue;
        unpack(sum, counts);
        if (lines !== null && !mayReach(lines, classes[end], weight[end] / total, counts, during)) continue;
        lookAt(centre, end);
        if (least >= enough) return best;
      }
    }
    return best;
  };
}

function isTaken(taken: Uint8Array, places: Uint16Array, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (taken[places[k]] === 1) return true;
  return false;
}

/** Circles of this size do not hold enough incidents. */
function isHopeless(lines: Lines | null, size: number): boolean {
  if (lines === null) return false;
  for (let part = 0; part < lines.parts; part++)
    if (lines.least[part * lines.classes + size] !== Infinity) return false;
  return true;
}

/** Does any run lie above its line? */
function mayReach(
  { parts, classes, least, slope }: Lines,
  size: number,
  share: number,
  counts: Float64Array,
  during: Float64Array,
): boolean {
  for (let part = 0; part < parts; part++) {
    const wanted = least[part * classes + size];
    if (wanted === Infinity) continue;
    const each = slope[part * classes + size] * share;
    let sum = 0;
    let lowest = 0;
    let largest = 0;
    for (let t = 0; t < counts.length; t++) {
      sum += counts[t] - each * during[t];
      if (sum < lowest) lowest = sum;
      else if (sum - lowest > largest) largest = sum - lowest;
    }
    if (largest >= wanted) return true;
  }
  return false;
}

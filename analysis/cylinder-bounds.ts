/**
 * Question: can any run of periods in this circle reach a likelihood ratio?
 * Method: the least number of cases over the expected one is a concave curve (`least-cases.ts`); below it lie straight
 * lines, one for every twelvefold of the expected number. Above a line is a run whose cases less slope times expected
 * come to its least, and the largest such sum over all runs is had in one pass (Kadane's algorithm; Bentley 1984,
 * doi:10.1145/358234.381162). Circles that differ by less than 2 % in size have their lines in common, and so have
 * ratios that differ by less than 4 %.
 *
 * Assumptions: as the space–time permutation scan.
 * Not to conclude: that a run reaches the ratio; only that none does where the answer is no.
 */
import { lineBelow } from './least-cases.ts';

export interface CylinderBounds {
  /** Which lines hold for a circle with so many incidents. */
  classOf(size: number): number;
  /** Lines for a ratio: `parts` rows, in each one entry a class. */
  linesFor(ratio: number): Lines;
}

export interface Lines {
  readonly parts: number;
  readonly classes: number;
  readonly least: Float64Array;
  /** Times the share of the circle in all incidents. */
  readonly slope: Float64Array;
}

const SIZES = 1.02;
const RATIOS = 1.04;
/** Expected numbers that one line is for. */
const REACH = 12;
/** What rounding may cost. */
const SLACK = 1e-9;

/**
 * @param before incidents before each period, and at the end all of them.
 * @param duration most periods in a run.
 */
export function cylinderBounds(before: Float64Array, duration: number): CylinderBounds {
  const total = before[before.length - 1];
  const { fewest, most } = extent(before, duration);
  const parts = Math.max(1, Math.ceil(Math.log(most / fewest) / Math.log(REACH)));
  const edges = Array.from({ length: parts + 1 }, (_, k) => fewest * (most / fewest) ** (k / parts));
  const classes = classAt(total) + 1;
  const held = new Map<number, Lines>();
  const draw = (level: number): Lines => {
    const ratio = RATIOS ** level;
    const least = new Float64Array(parts * classes);
    const slope = new Float64Array(parts * classes);
    for (let part = 0; part < parts; part++)
      for (let k = 0; k < classes; k++) {
        const [small, large] = [SIZES ** k * (1 - SLACK), SIZES ** (k + 1) * (1 + SLACK)];
        const [from, to] = [(small * edges[part]) / total, (large * edges[part + 1]) / total];
        const line = lineBelow(from, Math.min(to, total), large, ratio, total);
        least[part * classes + k] = line.least * (1 - SLACK);
        slope[part * classes + k] = line.slope;
      }
    return { parts, classes, least, slope };
  };
  return {
    classOf: classAt,
    linesFor(ratio) {
      const level = Math.floor(Math.log(ratio * (1 - SLACK)) / Math.log(RATIOS));
      const lines = held.get(level) ?? draw(level);
      held.set(level, lines);
      return lines;
    },
  };
}

const classAt = (size: number) => Math.floor(Math.log(size) / Math.log(SIZES));

/** Fewest incidents of a period that has some, and most in a run. */
function extent(before: Float64Array, duration: number): { fewest: number; most: number } {
  let fewest = Infinity;
  let most = 0;
  for (let t = 1; t < before.length; t++) {
    const own = before[t] - before[t - 1];
    if (own > 0) fewest = Math.min(fewest, own);
    most = Math.max(most, before[t] - before[Math.max(0, t - duration)]);
  }
  return { fewest, most };
}

/**
 * Question: before a response starts: how large must the fall be for these counts to show it?
 * Method: the smallest reduction that the weighted displacement difference (Wheeler & Ratcliffe 2018,
 * doi:10.1186/s40163-018-0085-5) tells from chance: (z of alpha + z of the power) · √(sum of the counts expected in all
 * cells, each over its weight squared), after as before.
 *
 * Assumptions: counts after the start are those of before times the length (no change); Poisson counts, one question.
 * Power one half is the drop that is just seen half of the time; plan with 0.8.
 * Not to conclude: that a smaller fall is no fall. It only cannot be seen with these areas and this length of time.
 */
import { normalQuantile } from './distributions.ts';
import type { Warning } from './warning.ts';
import type { AreaWeights } from './weighted-displacement.ts';

export interface DetectableOptions {
  readonly alpha: number;
  /** 1: only a fall counts. 2: a rise is asked for too. */
  readonly sides: 1 | 2;
  /** Chance to see a fall of this size, 0.5 or more. */
  readonly power: number;
  /** Lengths before and after. */
  readonly timeWeights?: readonly [number, number];
  readonly areaWeights?: AreaWeights;
}

/** Incidents of the period before. */
export interface CountsBefore {
  readonly treated: number;
  readonly control: number;
  readonly displacement?: number;
  readonly displacementControl?: number;
}

export interface DetectableEffect {
  readonly n: number;
  /** Smallest reduction that shows: incidents of one period, per unit when weights are given. */
  readonly reduction: number;
  /** The same as a share of what the treated area has; above 1 nothing can show. Infinity without incidents there. */
  readonly share: number;
  readonly parameters: DetectableOptions;
  /** no_incidents; cannot_show: a fall of `value` is more than the treated area has. */
  readonly warnings: readonly Warning[];
}

export function detectableEffect(before: CountsBefore, options: DetectableOptions): DetectableEffect {
  const { alpha, sides, power, timeWeights = [1, 1], areaWeights } = options;
  requireOptions(options);
  const [length, lengthAfter] = timeWeights;
  let variance = 0;
  let n = 0;
  for (const name of ['treated', 'control', 'displacement', 'displacementControl'] as const) {
    const count = before[name] ?? 0;
    if (!(count >= 0 && Number.isFinite(count)))
      throw new RangeError(`counts must not be negative, got ${count}`);
    const size = areaWeights?.[name] ?? 1;
    if (!(size > 0)) throw new RangeError(`weights must be above 0, got ${size}`);
    const after = (count * lengthAfter) / length;
    variance += count / (length * size) ** 2 + after / (lengthAfter * size) ** 2;
    n += count;
  }
  const score = normalQuantile(1 - alpha / sides) + normalQuantile(power);
  const reduction = score * Math.sqrt(variance);
  const has = before.treated / (length * (areaWeights?.treated ?? 1));
  const share = has > 0 ? reduction / has : Infinity;
  const warnings: Warning[] = n === 0 ? [{ code: 'no_incidents', value: 0 }] : [];
  if (share > 1) warnings.push({ code: 'cannot_show', value: reduction });
  return { n, reduction, share, parameters: options, warnings };
}

function requireOptions({ alpha, sides, power, timeWeights = [1, 1] }: DetectableOptions): void {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha must be between 0 and 1, got ${alpha}`);
  if (sides !== 1 && sides !== 2) throw new RangeError(`sides must be 1 or 2, got ${sides}`);
  if (!(power >= 0.5 && power < 1)) throw new RangeError(`power must be from 0.5 to below 1, got ${power}`);
  for (const weight of timeWeights)
    if (!(weight > 0 && Number.isFinite(weight)))
      throw new RangeError(`weights must be above 0, got ${weight}`);
}

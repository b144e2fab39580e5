/**
 * Question: of what was gained in the response area, how much came back (or more was gained) next to it?
 * Method: gross effect, net effect, weighted displacement quotient and total net effect (Bowers & Johnson 2003,
 * doi:10.1023/A:1024909009240; Guerette 2009, POP Center tool guide 10). Companions of the weighted displacement
 * difference, which has the error these have not (Wheeler & Ratcliffe 2018, doi:10.1186/s40163-018-0085-5).
 *
 * Assumptions: one control for both areas; without the response the areas would have kept their ratio to it.
 * Not to conclude: anything from the quotient alone. It has no error, and means something only when the response area
 * gained on its control: so it is given only then, and only when the interval of the local difference leaves out zero.
 */

import type { Warning } from './warning.ts';
import { type BeforeAfter, differenceOf, momentsOf } from './weighted-displacement.ts';

export interface QuotientCounts {
  readonly response: BeforeAfter;
  /** Where incidents could move to; left out, only the effects of the response area are given. */
  readonly displacement?: BeforeAfter;
  readonly control: BeforeAfter;
}

/** -1: as much as was gained came back next door. 1: as much again was gained there. */
export type QuotientReading =
  | 'diffusion-beyond-effect'
  | 'diffusion'
  | 'neither'
  | 'displacement'
  | 'displacement-beyond-effect';

export interface DisplacementQuotient {
  readonly n: number;
  /** Incidents fewer in the response area, as counted. */
  readonly grossEffect: number;
  /** Fall of the ratio of response to control; null when a control count is zero. */
  readonly netEffect: number | null;
  /** Change of response over control; negative is success. */
  readonly success: number | null;
  readonly buffer: number | null;
  /** Null unless it may be read; see `warnings`. */
  readonly quotient: number | null;
  readonly reading: QuotientReading | null;
  /** Incidents fewer in both areas than the control foretold. */
  readonly totalNetEffect: number | null;
  readonly level: number;
  /**
   * no_zone: there was no place to move to; zero_count: `value` counts are zero; no_success: the ratio to the control rose by
   * `value`; effect_not_certain: the interval of the local difference reaches `value`.
   */
  readonly warnings: readonly Warning[];
}

export function displacementQuotient(
  { response, displacement, control }: QuotientCounts,
  options: { readonly level: number },
): DisplacementQuotient {
  const { level } = options;
  if (!(level > 0 && level < 1)) throw new RangeError(`level must be between 0 and 1, got ${level}`);
  const local = differenceOf(momentsOf(response, control, [1, 1]), 1 - level);
  if (displacement) momentsOf(displacement, control, [1, 1]);
  const zones = displacement ? [response, displacement] : [response];
  const cells = [...zones, control].flat();
  const known = control[0] > 0 && control[1] > 0;
  const success = known ? changeOfRatio(response, control) : null;
  const buffer = known && displacement ? changeOfRatio(displacement, control) : null;
  const trend = control[1] / control[0];
  const warnings: Warning[] = displacement ? [] : [{ code: 'no_zone', value: 0 }];
  const zeros = cells.filter((count) => count === 0).length;
  if (zeros > 0) warnings.push({ code: 'zero_count', value: zeros });
  else if (success === null || success >= 0) warnings.push({ code: 'no_success', value: success ?? 0 });
  else if (local.interval[1] >= 0) warnings.push({ code: 'effect_not_certain', value: local.interval[1] });
  const quotient = warnings.length === 0 && buffer !== null && success !== null ? buffer / success : null;
  return {
    n: cells.reduce((sum, count) => sum + count, 0),
    grossEffect: response[0] - response[1],
    netEffect: success === null ? null : -success,
    success,
    buffer,
    quotient,
    reading: quotient === null ? null : readingOf(quotient),
    totalNetEffect: known ? zones.reduce((sum, [before, after]) => sum + before * trend - after, 0) : null,
    level,
    warnings,
  };
}

function changeOfRatio(area: BeforeAfter, control: BeforeAfter): number {
  return area[1] / control[1] - area[0] / control[0];
}

function readingOf(quotient: number): QuotientReading {
  if (quotient > 1) return 'diffusion-beyond-effect';
  if (quotient > 0) return 'diffusion';
  if (quotient === 0) return 'neither';
  return quotient >= -1 ? 'displacement' : 'displacement-beyond-effect';
}

/**
 * Question: is a hotspot lasting, new, gone or on and off?
 * Method: the rule that sfhotspot documents for hotspot_classify (Ashby 2023, https://pkgs.lesscrime.info/sfhotspot/),
 * on Gi* of every period (Ord & Getis 1995, doi:10.1111/j.1538-4632.1995.tb00912.x). Recent are exactly the last
 * r = ⌊recentShare · periods⌋ periods, at least one, and older all before them; shares are of significant periods.
 * The first that fits, hot and cold apart:
 *   persistent    of all periods at least persistentShare
 *   emerging      of the older fewer than hotspotShare, of the recent at least hotspotShare
 *   former        of the older at least hotspotShare, of the recent fewer
 *   intermittent  of all periods at least hotspotShare
 * and mixed where both hot and cold have a label.
 *
 * Assumptions: periods of equal length; each period is judged by itself against its own mean.
 * Not to conclude: that the label is a test: the shares are conventions. Show the strip of periods beside it.
 */
import { normalTwoSided } from './distributions.ts';
import type { NeighbourLists } from './neighbours.ts';
import { criticalScore, spaceTimeGi, stripsOf } from './space-time-gi.ts';
import type { Warning } from './warning.ts';

export interface HotspotRule {
  /** Share of periods from which a place counts as a hotspot at all. */
  readonly hotspotShare: number;
  readonly persistentShare: number;
  /** Share of periods that are recent. */
  readonly recentShare: number;
}

export const DOCUMENTED_RULE: HotspotRule = { hotspotShare: 0.1, persistentShare: 0.8, recentShare: 0.2 };

export interface HotspotClassificationOptions extends HotspotRule {
  /** Accepted chance of a false alarm, two-sided. */
  readonly level: number;
  /** 'fdr' over all places and periods, 'holm' over the periods of each place (as sfhotspot), 'none'. */
  readonly correction: 'fdr' | 'holm' | 'none';
  /** Called now and then with the share that is done; what it throws ends the work. */
  readonly progress?: (done: number) => void;
}

/** A label is its position here. */
export const HOTSPOT_LABELS = [
  'none',
  'persistent_hot',
  'emerging_hot',
  'former_hot',
  'intermittent_hot',
  'persistent_cold',
  'emerging_cold',
  'former_cold',
  'intermittent_cold',
  'mixed',
] as const;
export type HotspotLabel = (typeof HOTSPOT_LABELS)[number];

export interface HotspotClassification {
  /** Places. */
  readonly n: number;
  readonly periods: number;
  /** Periods that are recent. */
  readonly recent: number;
  /** Number of the label of each place in HOTSPOT_LABELS. */
  readonly labels: Uint8Array;
  /** Entry place × periods + period: 1 hot, -1 cold, 0 neither. */
  readonly strips: Int8Array;
  /** Gi* in the order of `strips`; NaN where it is not defined. */
  readonly z: Float64Array;
  readonly parameters: Omit<HotspotClassificationOptions, 'progress'>;
  /** empty_periods and few_periods with their number. */
  readonly warnings: readonly Warning[];
}

/** Fewer periods, and the recent ones are a single one. */
export const HOTSPOT_PERIODS_FLOOR = 10;

/** @param counts entry period × places + place. */
export function hotspotClassification(
  counts: Float64Array,
  lists: NeighbourLists,
  options: HotspotClassificationOptions,
): HotspotClassification {
  const { progress = () => {}, ...parameters } = options;
  const { level, correction } = options;
  const gi = spaceTimeGi(counts, lists, { stepsBack: 0, scope: 'step' }, progress);
  const { z, n, steps: periods, empty } = gi;
  const strips =
    correction === 'holm' ? holmStrips(z, periods, level) : stripsOf(z, criticalScore(z, level, correction));
  const labels = classifyStrips(strips, periods, options);
  const warnings: Warning[] = [];
  if (periods < HOTSPOT_PERIODS_FLOOR) warnings.push({ code: 'few_periods', value: periods });
  if (empty > 0) warnings.push({ code: 'empty_periods', value: empty });
  const recent = recentPeriods(periods, options.recentShare);
  return { n, periods, recent, labels, strips, z, parameters, warnings };
}

/** Labels from the strips alone: entry place × periods + period is 1 hot, -1 cold, 0 neither. */
export function classifyStrips(strips: Int8Array, periods: number, rule: HotspotRule): Uint8Array {
  requireRule(rule);
  if (strips.length === 0) return new Uint8Array(0);
  if (!(Number.isInteger(periods) && periods >= 2))
    throw new RangeError(`a classification needs at least two periods, got ${periods}`);
  if (strips.length % periods !== 0)
    throw new RangeError(`strips must be of ${periods} periods, got ${strips.length} entries`);
  const labels = new Uint8Array(strips.length / periods);
  for (let place = 0; place < labels.length; place++) {
    const hot = kindOf(strips, place * periods, periods, 1, rule);
    const cold = kindOf(strips, place * periods, periods, -1, rule);
    if (hot > 0 && cold > 0) labels[place] = HOTSPOT_LABELS.length - 1;
    else labels[place] = cold > 0 ? cold + 4 : hot;
  }
  return labels;
}

/** ⌊share · periods⌋, at least 1. */
export function recentPeriods(periods: number, recentShare: number): number {
  return Math.max(1, Math.floor(recentShare * periods + ROUNDING));
}

const ROUNDING = 1e-9;

/** 0 none, 1 persistent, 2 emerging, 3 former, 4 intermittent. */
function kindOf(strips: Int8Array, start: number, periods: number, sign: number, rule: HotspotRule): number {
  const recent = recentPeriods(periods, rule.recentShare);
  const older = periods - recent;
  let recentHits = 0;
  let olderHits = 0;
  for (let k = 0; k < older; k++) olderHits += +(strips[start + k] === sign);
  for (let k = older; k < periods; k++) recentHits += +(strips[start + k] === sign);
  const reaches = (hits: number, of: number, share: number) => hits >= share * of - ROUNDING;
  if (reaches(olderHits + recentHits, periods, rule.persistentShare)) return 1;
  // Without older periods none of them were hot.
  const wasHot = older > 0 && reaches(olderHits, older, rule.hotspotShare);
  const isHot = reaches(recentHits, recent, rule.hotspotShare);
  if (wasHot !== isHot) return isHot ? 2 : 3;
  return reaches(olderHits + recentHits, periods, rule.hotspotShare) ? 4 : 0;
}

function requireRule(rule: HotspotRule): void {
  for (const name of ['hotspotShare', 'persistentShare', 'recentShare'] as const)
    if (!(rule[name] > 0 && rule[name] <= 1))
      throw new RangeError(`${name} must be above 0 and at most 1, got ${rule[name]}`);
}

/** Step-down over the periods of each place (Holm 1979, https://www.jstor.org/stable/4615733). */
function holmStrips(z: Float64Array, periods: number, level: number): Int8Array {
  const strips = stripsOf(z, criticalScore(z, level, 'none'));
  for (let start = 0; start < z.length; start += periods) {
    let held = 0;
    for (let k = start; k < start + periods; k++) held += +(strips[k] !== 0);
    if (held > 0) strips.set(holmStrip(z.subarray(start, start + periods), level), start);
  }
  return strips;
}

function holmStrip(z: Float64Array, level: number): Int8Array {
  const order = Array.from(z.keys()).filter((i) => !Number.isNaN(z[i]));
  order.sort((a, b) => Math.abs(z[b]) - Math.abs(z[a]));
  const strip = new Int8Array(z.length);
  for (let rank = 0; rank < order.length; rank++) {
    const score = z[order[rank]];
    if (normalTwoSided(score) * (order.length - rank) >= level) break;
    strip[order[rank]] = score > 0 ? 1 : -1;
  }
  return strip;
}

/**
 * Question: could two counts come from the same rate?
 * Method: E-test for two Poisson means (Krishnamoorthy & Thomson 2004, doi:10.1016/S0378-3758(02)00408-1): the standardised
 * difference T = (k1/n1 - k2/n2 - d) / √(k1/n1² + k2/n2²), its p summed exactly over all pairs of counts that are at
 * least as far from zero, under rates estimated with the difference d held. No pair (0, 0), where T is 0/0.
 * For a count of the first sample, T falls as the second count rises, so each row of the double sum is two tails of one
 * Poisson distribution: exact for thousands of incidents too, without going over to the normal distribution.
 *
 * Assumptions: incidents come independently at a steady rate within each sample; exposures (days, people) are known.
 * Not to conclude: what caused the difference, or that a large p means "no change": few incidents hide much.
 */
import type { Warning } from './warning.ts';

export interface ETestOptions {
  /** Days, person-years or places behind the first and the second count. */
  readonly exposure1: number;
  readonly exposure2: number;
  /** Difference of the rates (first - second) under the hypothesis, per unit of exposure. */
  readonly difference: number;
}

export interface ETest {
  /** Both counts together. */
  readonly n: number;
  readonly rate1: number;
  readonly rate2: number;
  /** T of the counts; NaN when both are 0. */
  readonly statistic: number;
  /** Two-sided; NaN when both counts are 0: too few to say. */
  readonly p: number;
  readonly parameters: ETestOptions;
  /** no_incidents; rate_held_at_zero: the hypothesis would need a rate below 0. */
  readonly warnings: readonly Warning[];
}

/** Counts above this would make tables of millions of terms. */
export const E_TEST_MOST = 1e9;

const SAME: ETestOptions = { exposure1: 1, exposure2: 1, difference: 0 };
/** T of mirrored pairs differs in the last digits only; they are equally far. */
const TIE = 1e-10;
/** Probabilities below this share of the largest add nothing. */
const FADED = 1e-22;
/** Tables kept at a time while many pairs are judged. */
const MOST_TABLES = 2000;

export function eTest(count1: number, count2: number, options: Partial<ETestOptions> = {}): ETest {
  return judge(count1, count2, options, poissonTable);
}

type TableOf = (mean: number) => PoissonTable;

function judge(count1: number, count2: number, options: Partial<ETestOptions>, tableOf: TableOf): ETest {
  const parameters = { ...SAME, ...options };
  const { exposure1, exposure2, difference } = parameters;
  requireCount(count1);
  requireCount(count2);
  requireExposure(exposure1);
  requireExposure(exposure2);
  if (!Number.isFinite(difference)) throw new RangeError(`difference must be a number, got ${difference}`);
  const n = count1 + count2;
  const known = { n, rate1: count1 / exposure1, rate2: count2 / exposure2, parameters };
  if (n === 0) return { ...known, statistic: NaN, p: NaN, warnings: [{ code: 'no_incidents', value: 0 }] };
  const statistic = scoreOf(count1, count2, exposure1, exposure2, difference);
  const pooled = (n - difference * exposure1) / (exposure1 + exposure2);
  const least = Math.min(pooled, pooled + difference);
  // With d above 0 the roles are changed, so that T falls with the second count whatever the first.
  const p =
    difference > 0
      ? tails(-statistic, exposure2, exposure1, -difference, pooled + difference, tableOf)
      : tails(statistic, exposure1, exposure2, difference, pooled, tableOf);
  return { ...known, statistic, p, warnings: least < 0 ? [{ code: 'rate_held_at_zero', value: least }] : [] };
}

/**
 * The p of many pairs with the same exposures, each pair of counts worked out once. NaN where both are 0.
 * @param progress called now and then with the share that is done; what it throws ends the work.
 */
export function eTests(
  counts1: ArrayLike<number>,
  counts2: ArrayLike<number>,
  options: Partial<ETestOptions> = {},
  progress: (done: number) => void = () => {},
): Float64Array {
  if (counts1.length !== counts2.length)
    throw new RangeError(`both samples need as many counts, got ${counts1.length} and ${counts2.length}`);
  const known = new Map<number, number>();
  const tableOf = rememberedTables();
  const p = new Float64Array(counts1.length);
  for (let i = 0; i < p.length; i++) {
    if ((i & 63) === 0) progress(i / p.length);
    const key = counts1[i] * (E_TEST_MOST + 1) + counts2[i];
    const safe = key <= Number.MAX_SAFE_INTEGER;
    let found = safe ? known.get(key) : undefined;
    if (found === undefined) {
      found = judge(counts1[i], counts2[i], options, tableOf).p;
      if (safe) known.set(key, found);
    }
    p[i] = found;
  }
  return p;
}

function requireCount(count: number): void {
  if (!(Number.isInteger(count) && count >= 0 && count <= E_TEST_MOST))
    throw new RangeError(`counts must be whole numbers from 0 to ${E_TEST_MOST}, got ${count}`);
}

function requireExposure(exposure: number): void {
  if (!(exposure > 0 && Number.isFinite(exposure)))
    throw new RangeError(`exposure must be positive, got ${exposure}`);
}

function scoreOf(k1: number, k2: number, n1: number, n2: number, d: number): number {
  return (k1 / n1 - k2 / n2 - d) / Math.sqrt(k1 / (n1 * n1) + k2 / (n2 * n2));
}

/**
 * P(|T| ≥ |seen|) for d ≤ 0 and the rate of the second sample. The counts of the second sample that are far enough
 * above or below are two ends of its table; from row to row the ends move a little.
 */
function tails(seen: number, n1: number, n2: number, d: number, rate2: number, tableOf: TableOf): number {
  const first = tableOf(n1 * Math.max(0, rate2 + d));
  const second = tableOf(n2 * Math.max(0, rate2));
  const { least } = second;
  const size = second.chances.length;
  const far = (seen * (1 - TIE)) ** 2;
  let p = 0;
  let low = -1;
  let high = 0;
  for (let i = 0; i < first.chances.length; i++) {
    const k1 = first.least + i;
    while (low + 1 < size && sideOf(k1, least + low + 1, n1, n2, d, far) > 0) low++;
    while (low >= 0 && sideOf(k1, least + low, n1, n2, d, far) <= 0) low--;
    high = Math.max(high, low + 1);
    while (high < size && sideOf(k1, least + high, n1, n2, d, far) >= 0) high++;
    while (high > low + 1 && sideOf(k1, least + high - 1, n1, n2, d, far) < 0) high--;
    p += first.chances[i] * farShare(second, k1, low, high);
  }
  return Math.min(1, p);
}

/** 1 when T of the pair is at least √far, -1 when at most -√far, 0 between: compared as squares. */
function sideOf(k1: number, k2: number, n1: number, n2: number, d: number, far: number): number {
  const by = k1 / n1 - k2 / n2 - d;
  if (by * by < far * (k1 / (n1 * n1) + k2 / (n2 * n2))) return 0;
  return by >= 0 ? 1 : -1;
}

/** Share of the second counts up to entry `low` and from entry `high` on. */
function farShare({ below, above, least, chances }: PoissonTable, k1: number, low: number, high: number) {
  // The pair (0, 0) has no T; its entry is always among those up to `low`.
  const empty = k1 === 0 && least === 0 ? chances[0] : 0;
  return Math.max(0, below[low + 1] - empty) + above[high];
}

interface PoissonTable {
  readonly least: number;
  /** Chance of least, least + 1, … */
  readonly chances: Float64Array;
  /** Sum of the chances before entry i, and from entry i on: each from its thin end, so that tails keep their digits. */
  readonly below: Float64Array;
  readonly above: Float64Array;
}

/** Pairs with the same total have the same tables. */
function rememberedTables(): TableOf {
  const tables = new Map<number, PoissonTable>();
  return (mean) => {
    let table = tables.get(mean);
    if (table === undefined) {
      if (tables.size >= MOST_TABLES) tables.clear();
      table = poissonTable(mean);
      tables.set(mean, table);
    }
    return table;
  };
}

/** Built outwards from the likeliest count, so that no factorial is taken. */
function poissonTable(mean: number): PoissonTable {
  const mode = Math.floor(mean);
  let least = mode;
  for (let chance = 1; least > 0 && chance > FADED; least--) chance *= least / mean;
  const rest: number[] = [];
  for (let k = mode + 1, chance = mean / k; chance > FADED; k++, chance *= mean / k) rest.push(chance);
  const chances = new Float64Array(mode - least + 1 + rest.length);
  chances[mode - least] = 1;
  for (let k = mode; k > least; k--) chances[k - 1 - least] = (chances[k - least] * k) / mean;
  chances.set(rest, mode - least + 1);
  const total = chances.reduce((sum, chance) => sum + chance, 0);
  for (let i = 0; i < chances.length; i++) chances[i] /= total;
  return { least, chances, ...runningSums(chances) };
}

function runningSums(chances: Float64Array): { below: Float64Array; above: Float64Array } {
  const n = chances.length;
  const below = new Float64Array(n + 1);
  const above = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) below[i + 1] = below[i] + chances[i];
  for (let i = n - 1; i >= 0; i--) above[i] = above[i + 1] + chances[i];
  return { below, above };
}

/**
 * Question: do a few incidents fall on some days of the week more than chance allows?
 * Method: exact multinomial test ordered by G = 2 Σ v ln(v / e) (Wheeler 2016, doi:10.1002/jip.1449): the p is
 * the chance of all ways to spread the incidents over the days whose G is at least that seen, every way counted out. Above
 * 35 incidents, where every day can expect five, G against χ² with one degree of freedom fewer than days.
 *
 * Assumptions: incidents are independent; the shares expected are known, as from the number of each weekday in the period.
 * Not to conclude: which day stands out (look at the counts), or that days are alike because p is large.
 */
import { poissonLower } from './distributions.ts';
import type { Warning } from './warning.ts';

export interface WeekdayTest {
  /** Incidents. */
  readonly n: number;
  readonly g: number;
  /** NaN without incidents. */
  readonly p: number;
  readonly exact: boolean;
  readonly expected: Float64Array;
  /** no_incidents; small_expected with the least one when p is not exact. */
  readonly warnings: readonly Warning[];
}

/** Up to here all ways are counted out: 4.5 million for seven days. */
export const WEEKDAY_EXACT_MOST = 35;
const SMALL_EXPECTED = 5;

/**
 * @param counts incidents on each day, Monday to Sunday.
 * @param exposure how many of each day the period has; equal when left out.
 */
export function weekdayTest(counts: ArrayLike<number>, exposure?: ArrayLike<number>): WeekdayTest {
  if (counts.length !== DAYS) throw new RangeError(`a week has 7 counts, got ${counts.length}`);
  const shares = sharesOf(exposure);
  let n = 0;
  for (let day = 0; day < DAYS; day++) {
    if (!(Number.isInteger(counts[day]) && counts[day] >= 0))
      throw new RangeError(`counts must be whole numbers from 0, got ${counts[day]}`);
    n += counts[day];
  }
  const expected = shares.map((share) => n * share);
  let g = 0;
  for (let day = 0; day < DAYS; day++) g += 2 * term(counts[day], expected[day]);
  if (n === 0)
    return { n, g: 0, p: NaN, exact: true, expected, warnings: [{ code: 'no_incidents', value: 0 }] };
  if (n <= WEEKDAY_EXACT_MOST) return { n, g, p: exactP(n, g, shares), exact: true, expected, warnings: [] };
  const least = Math.min(...expected);
  const warnings = least < SMALL_EXPECTED ? [{ code: 'small_expected', value: least }] : [];
  // The upper tail of χ² with six degrees of freedom is a sum of three Poisson chances.
  return { n, g, p: poissonLower(2, g / 2), exact: false, expected, warnings };
}

const DAYS = 7;

function sharesOf(exposure: ArrayLike<number> | undefined): Float64Array {
  if (exposure === undefined) return new Float64Array(DAYS).fill(1 / DAYS);
  if (exposure.length !== DAYS) throw new RangeError(`a week has 7 exposures, got ${exposure.length}`);
  let sum = 0;
  for (let day = 0; day < DAYS; day++) {
    if (!(exposure[day] > 0 && Number.isFinite(exposure[day])))
      throw new RangeError(`every day needs a positive exposure, got ${exposure[day]}`);
    sum += exposure[day];
  }
  return Float64Array.from(exposure, (days) => days / sum);
}

function term(count: number, expected: number): number {
  return count === 0 ? 0 : count * Math.log(count / expected);
}

/** Goes through all ways day by day; what each count adds to G and to the chance is worked out once. */
function exactP(n: number, g: number, shares: Float64Array): number {
  const width = n + 1;
  const factorials = new Float64Array(width);
  for (let k = 1; k <= n; k++) factorials[k] = factorials[k - 1] + Math.log(k);
  const gains = new Float64Array(DAYS * width);
  const chances = new Float64Array(DAYS * width);
  for (let day = 0; day < DAYS; day++)
    for (let k = 0; k <= n; k++) {
      gains[day * width + k] = 2 * term(k, n * shares[day]);
      chances[day * width + k] = Math.exp(k * Math.log(shares[day]) - factorials[k]);
    }
  const ways = { gains, chances, width, seen: g - 1e-9 * Math.max(1, g) };
  return Math.min(1, sumFrom(ways, 0, n, 0) * Math.exp(factorials[n]));
}

interface Ways {
  readonly gains: Float64Array;
  /** share^k / k! */
  readonly chances: Float64Array;
  readonly width: number;
  /** A G from here on is at least as far as that seen. */
  readonly seen: number;
}

/** Chance of all ways to spread the rest over the days from `day` on that reach the G seen. */
function sumFrom(ways: Ways, day: number, rest: number, g: number): number {
  const at = day * ways.width;
  if (day === DAYS - 1) return g + ways.gains[at + rest] >= ways.seen ? ways.chances[at + rest] : 0;
  let sum = 0;
  for (let k = 0; k <= rest; k++)
    sum += ways.chances[at + k] * sumFrom(ways, day + 1, rest - k, g + ways.gains[at + k]);
  return sum;
}

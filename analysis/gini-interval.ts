/**
 * Question: how sure is the generalised Gini coefficient?
 * Method: bootstrap over places, bias-corrected and accelerated (Efron 1987, doi:10.1080/01621459.1987.10478410), the
 * acceleration from leaving out one place at a time. Places with equal counts are one class: a sample is how many times
 * each class is drawn, so its time does not depend on the number of places. The same seed gives the same interval.
 *
 * Assumptions: the places are a sample of places like them; neighbours do not matter (they do, so the true interval is
 * wider). Samples without a defined coefficient are left out and counted.
 * Not to conclude: a change between two years from intervals that overlap or do not; the places are the same ones.
 */
import { CONCENTRATION_FLOOR, giniOf, type ValueClasses, valueClasses } from './concentration.ts';
import { normalLower, normalQuantile } from './distributions.ts';
import { multinomialDraw } from './multinomial-draw.ts';
import { quantiles } from './order-statistics.ts';
import { seededRandom } from './random.ts';
import type { Warning } from './warning.ts';

export interface GiniIntervalOptions {
  readonly level: number;
  readonly seed: number;
  /** Bootstrap samples. */
  readonly samples: number;
  /** Which coefficient; the unbiased generalised one unless said. */
  readonly coefficient?: 'gini' | 'unbiased' | 'generalised' | 'generalisedUnbiased';
  /** Called now and then with the share that is done; what it throws ends the work. */
  readonly progress?: (done: number) => void;
}

export interface GiniInterval {
  readonly n: number;
  readonly incidents: number;
  /** Null where the coefficient is not defined. */
  readonly estimate: number | null;
  /** Null below the floors. */
  readonly interval: readonly [number, number] | null;
  /** Samples without a defined coefficient. */
  readonly undefinedSamples: number;
  readonly level: number;
  readonly samples: number;
  readonly seed: number;
  /** few_places, few_incidents; not_defined: of `value` incidents there is no such coefficient. */
  readonly warnings: readonly Warning[];
}

export const GINI_PLACES_FLOOR = 10;
const CLASSES_A_REPORT = 20_000;

export function giniInterval(counts: ArrayLike<number>, options: GiniIntervalOptions): GiniInterval {
  const { level, seed, samples, coefficient = 'generalisedUnbiased', progress = () => {} } = options;
  requireOptions(options);
  const classes = valueClasses(counts);
  const whole = classes.values.every(Number.isInteger);
  const statistic = (drawn: ValueClasses) => giniOf(drawn, whole)[coefficient];
  const estimate = statistic(classes);
  const { n, incidents } = giniOf(classes, whole);
  const warnings: Warning[] = [];
  if (n < GINI_PLACES_FLOOR) warnings.push({ code: 'few_places', value: n });
  if (incidents < CONCENTRATION_FLOOR) warnings.push({ code: 'few_incidents', value: incidents });
  if (estimate === null) warnings.push({ code: 'not_defined', value: incidents });
  const result = { n, incidents, estimate, level, samples, seed, warnings };
  if (estimate === null || warnings.length > 0) return { ...result, interval: null, undefinedSamples: 0 };
  const drawn = bootstrap(classes, n, { samples, seed, statistic, progress });
  const interval =
    drawn.length === 0 ? null : accelerated(drawn, estimate, leaveOneOut(classes, statistic), level);
  return { ...result, interval, undefinedSamples: samples - drawn.length };
}

type Statistic = (classes: ValueClasses) => number | null;

/** The statistic of each sample that has one. */
function bootstrap(
  classes: ValueClasses,
  n: number,
  run: { samples: number; seed: number; statistic: Statistic; progress: (done: number) => void },
): Float64Array {
  const random = seededRandom(run.seed);
  const drawn = new Float64Array(run.samples);
  const places = new Float64Array(classes.values.length);
  const every = Math.max(1, Math.floor(CLASSES_A_REPORT / classes.values.length));
  let size = 0;
  for (let b = 0; b < run.samples; b++) {
    if (b % every === 0) run.progress(b / run.samples);
    multinomialDraw(n, classes.places, random, places);
    const value = run.statistic({ values: classes.values, places });
    if (value !== null) drawn[size++] = value;
  }
  return drawn.subarray(0, size);
}

/** The statistic without one place of each class, and how many places that stands for. */
function leaveOneOut(classes: ValueClasses, statistic: Statistic): { value: number; places: number }[] {
  const left: { value: number; places: number }[] = [];
  for (let k = 0; k < classes.values.length; k++) {
    const places = classes.places.slice();
    places[k]--;
    const value = statistic({ values: classes.values, places });
    if (value !== null) left.push({ value, places: classes.places[k] });
  }
  return left;
}

function accelerated(
  drawn: Float64Array,
  estimate: number,
  left: readonly { value: number; places: number }[],
  level: number,
): [number, number] {
  const n = left.reduce((sum, { places }) => sum + places, 0);
  const mean = left.reduce((sum, { value, places }) => sum + value * places, 0) / n;
  const moment = (power: number) =>
    left.reduce((sum, { value, places }) => sum + places * (mean - value) ** power, 0);
  const squares = moment(2);
  const acceleration = squares > 0 ? moment(3) / (6 * squares ** 1.5) : 0;
  const below = drawn.reduce((count, value) => count + (value < estimate ? 1 : 0), 0);
  // Neither none nor all: those would shift by infinity.
  const shift = normalQuantile(Math.min(drawn.length - 0.5, Math.max(0.5, below)) / drawn.length);
  const share = (p: number) => {
    const z = shift + normalQuantile(p);
    return normalLower(shift + z / (1 - acceleration * z));
  };
  const tail = (1 - level) / 2;
  const [low, high] = quantiles(drawn, [share(tail), share(1 - tail)]);
  return [low, high];
}

function requireOptions({ level, samples }: GiniIntervalOptions): void {
  if (!(level > 0 && level < 1)) throw new RangeError(`level must be between 0 and 1, got ${level}`);
  if (!Number.isSafeInteger(samples) || samples < 100)
    throw new RangeError(`samples must be a whole number from 100 on, got ${samples}`);
}

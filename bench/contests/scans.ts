/** Scan statistics: circles of places, cylinders of places and periods. */
import { seededRandom } from '../../analysis/random.ts';
import { scanStatistic } from '../../analysis/scan-statistic.ts';
import { spaceTimeScan } from '../../analysis/space-time-scan.ts';
import { alike, all, close, same } from '../agreement.ts';
import type { Contest, Contests } from '../contest.ts';
import type { SyntheticIncidents } from '../synthetic-incidents.ts';
import { DAY, FIRST } from './periods.ts';

/** Beyond it peers take minutes. */
const FEW = 10_000;
const PERMUTATIONS = 999;

export const scanContests: Contests = (incidents) => {
  const size = incidents.x.length;
  // A budget names each of these.
  const places = size <= FEW ? 500 : 2000;
  return [
    scan(size, scanInput(places, size), 'poisson'),
    scan(size, scanInput(places, size), 'bernoulli'),
    inTime(incidents),
  ];
};

export interface ScanInput {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly people: Float64Array;
  readonly cases: Float64Array;
}

/** About so many cases at places anywhere in a square of 30 km, twice as likely within 2.5 km of one point. */
export function scanInput(places: number, cases: number): ScanInput {
  const random = seededRandom(9);
  const at = () => Float64Array.from({ length: places }, () => random.next() * 30_000);
  const [x, y] = [at(), at()];
  const often = Math.max(1, Math.round(cases / (places * 6)));
  const people = Float64Array.from({ length: places }, () => often * (50 + random.integer(300)));
  const found = people.map((own, i) => {
    const risk = Math.hypot(x[i] - 9000, y[i] - 9000) < 2500 ? 0.06 : 0.03;
    return Math.round(own * risk * (0.5 + random.next()));
  });
  return { x, y, people, cases: found };
}

function scan(size: number, input: ScanInput, model: 'poisson' | 'bernoulli'): Contest {
  const { x, y, cases, people } = input;
  const beside = model === 'poisson' ? people : people.map((own, i) => own - cases[i]);
  const options = {
    model,
    share: 0.5,
    minimum: 2,
    permutations: PERMUTATIONS,
    seed: 1,
    clusters: 1,
  } as const;
  return {
    task: `scan (${model}), ${x.length.toLocaleString('en')} places, ${PERMUTATIONS} permutations`,
    methods: ['scan'],
    size,
    given: {
      columns: { x, y, cases, people },
      numbers: { permutations: PERMUTATIONS, bernoulli: Number(model === 'bernoulli') },
    },
    ours: () => {
      const [first] = scanStatistic({ x, y }, cases, beside, options).clusters;
      return { ratio: [first.logLikelihoodRatio], places: [first.places.length], p: [first.p] };
    },
    peers: [
      {
        who: 'numpy by hand',
        tool: 'python',
        ask: 'scan',
        runs: 1,
        most: FEW,
        agree: all(close('ratio'), same('places', 'places of the circle'), alike('p', PERMUTATIONS)),
      },
      {
        who: 'smerc scan.test',
        tool: 'r',
        needs: 'smerc',
        ask: 'scan-smerc',
        runs: 1,
        most: model === 'poisson' ? FEW : 0,
        agree: close('ratio'),
      },
    ],
  };
}

const STEPS = 30;
const STEP = 36 * DAY;
const LONGEST = 6;
/** The city in squares of so many metres, by how many incidents there are. */
const SQUARES = { few: 2500, many: 1250 };
const HALF_WIDTH = 15_000;
const HALF_HEIGHT = 13_000;

/** Squares of the city and steps of time; the middle of a square is moved a little, so that no two distances are equal. */
function inTime({ x, y, minutes }: SyntheticIncidents): Contest {
  const size = x.length;
  const few = size <= FEW;
  const side = few ? SQUARES.few : SQUARES.many;
  const permutations = few ? 99 : PERMUTATIONS;
  const columns = Math.ceil((2 * HALF_WIDTH) / side);
  const rows = Math.ceil((2 * HALF_HEIGHT) / side);
  const random = seededRandom(10);
  const middle = (k: number, half: number) => (k + 0.4 + 0.2 * random.next()) * side - half;
  const squares = {
    x: Float64Array.from({ length: columns * rows }, (_, k) => middle(k % columns, HALF_WIDTH)),
    y: Float64Array.from({ length: columns * rows }, (_, k) => middle(Math.floor(k / columns), HALF_HEIGHT)),
  };
  const place = Uint32Array.from(
    x,
    (_, i) => Math.floor((y[i] + HALF_HEIGHT) / side) * columns + Math.floor((x[i] + HALF_WIDTH) / side),
  );
  const period = Uint32Array.from(minutes, (minute) =>
    Math.min(STEPS - 1, Math.floor((minute - FIRST) / STEP)),
  );
  const options = {
    periods: STEPS,
    duration: LONGEST,
    share: 0.5,
    minimum: 2,
    permutations,
    seed: 1,
    clusters: 1,
  };
  return {
    task: `scan (space–time permutation), ${squares.x.length} places, ${STEPS} steps, ${permutations} permutations`,
    methods: ['scan'],
    size,
    given: {
      columns: {
        x: squares.x,
        y: squares.y,
        place: Float64Array.from(place),
        period: Float64Array.from(period),
      },
      numbers: { steps: STEPS, longest: LONGEST, permutations },
    },
    ours: () => {
      const [first] = spaceTimeScan(squares, place, period, options).clusters;
      const { logLikelihoodRatio, places, cases, p } = first;
      return { ratio: [logLikelihoodRatio], found: [places.length, first.first, first.last, cases], p: [p] };
    },
    peers: [
      {
        who: 'numpy by hand',
        tool: 'python',
        ask: 'space_time_scan',
        runs: 1,
        most: FEW,
        agree: all(close('ratio'), same('found', 'figures of the cylinder'), alike('p', permutations)),
      },
    ],
  };
}

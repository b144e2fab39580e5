/** Methods over cells and periods, and the clock. */
import { aoristicClock } from '../../analysis/aoristic.ts';
import { changeMap } from '../../analysis/change-map.ts';
import { emergingHotspots } from '../../analysis/emerging-hotspots.ts';
import { cellsOf } from '../../analysis/grid.ts';
import { gridPlaces } from '../../analysis/grid-neighbours.ts';
import { hitRate } from '../../analysis/hit-rate.ts';
import { periodCounts } from '../../analysis/period-counts.ts';
import { pointPatternTest } from '../../analysis/point-pattern-test.ts';
import { seededRandom } from '../../analysis/random.ts';
import { weightedDisplacement } from '../../analysis/weighted-displacement.ts';
import { close, incomparable } from '../agreement.ts';
import type { Contest, Contests } from '../contest.ts';
import type { SyntheticIncidents } from '../synthetic-incidents.ts';
import { CELL, gridOf } from './cells.ts';

export const DAY = 1440;
export const FIRST = Date.UTC(2022, 0, 3) / 60_000;
const MONTH = 30 * DAY;
const MONTHS = 36;
const YEAR = 364 * DAY;
const ALPHA = 0.05;

export const periodContests: Contests = (incidents) => {
  const { x, y, minutes } = incidents;
  const size = x.length;
  const { grid, numbers } = gridOf(incidents);
  const cells = grid.columns * grid.rows;
  const times = Float64Array.from(minutes);
  const halves = () => {
    const edges = Float64Array.of(FIRST + YEAR, FIRST + 2 * YEAR, FIRST + 3 * YEAR);
    const { counts } = periodCounts(cellsOf(grid, { x, y }), minutes, edges, cells);
    return [counts.subarray(0, cells), counts.subarray(cells)] as const;
  };
  const [before, after] = halves();
  const two = { before: before.slice(), after: after.slice() };
  const change: Contest = {
    methods: ['change'],
    task: `change between two years, counted and tested, ${CELL} m cells`,
    size,
    given: { columns: { x, y, times }, numbers: { ...numbers, first: FIRST + YEAR, step: YEAR, steps: 2 } },
    ours: () => {
      const [earlier, later] = halves();
      const days = { daysBefore: 364, daysAfter: 364 };
      const found = changeMap(earlier, later, { test: 'e-test', ...days, level: ALPHA, correction: 'fdr' });
      return { p: found.p };
    },
    peers: [
      {
        who: 'numpy and scipy, each pair of counts once',
        tool: 'python',
        ask: 'change',
        runs: 1,
        most: 100_000,
        agree: close('p'),
      },
    ],
  };
  const edges = Float64Array.from({ length: MONTHS + 1 }, (_, k) => FIRST + k * MONTH);
  const active = new Uint8Array(cells).fill(1);
  const emerging: Contest = {
    methods: ['emerging-hotspots'],
    task: `emerging with Mann–Kendall, counted, ${MONTHS} months of ${cells.toLocaleString('en')} cells`,
    size,
    given: { columns: { x, y, times }, numbers: { ...numbers, first: FIRST, step: MONTH, steps: MONTHS } },
    ours: () => {
      const { counts } = periodCounts(cellsOf(grid, { x, y }), minutes, edges, cells);
      const { lists } = gridPlaces(grid, active);
      const found = emergingHotspots(counts, lists, { stepsBack: 1, level: ALPHA, correction: 'fdr' });
      return { z: found.z, trend: found.trend };
    },
    peers: [
      {
        who: 'numpy and scipy by hand',
        tool: 'python',
        ask: 'emerging',
        runs: 1,
        agree: close('z', 'trend'),
      },
      {
        who: 'sfhotspot hotspot_classify',
        tool: 'r',
        needs: 'sfhotspot',
        ask: 'classify-sfhotspot',
        runs: 1,
        most: 100_000,
        agree: incomparable('a method of its own'),
      },
    ],
  };
  const pattern: Contest = {
    methods: ['point-pattern-test'],
    task: `point pattern test of ${cells.toLocaleString('en')} cells`,
    size,
    given: { columns: two, numbers: {} },
    ours: () => {
      const { p, q } = pointPatternTest(before, after, { level: ALPHA, correction: 'by' });
      return { p, q };
    },
    peers: [{ who: 'numpy and scipy by hand', tool: 'python', ask: 'pattern', agree: close('p', 'q') }],
  };
  const shares = [0.01, 0.02, 0.05];
  const maps: Contest = {
    methods: ['hit-rate'],
    task: `hit rate of ${cells.toLocaleString('en')} cells`,
    size,
    given: { columns: two, numbers: {} },
    ours: () => {
      const options = { shares, ties: 'fewest', predictedIsCount: true } as const;
      const { at } = hitRate({ observed: after, predicted: before }, options);
      return { pai: at.map(({ pai }) => pai ?? NaN), pei: at.map(({ pei }) => pei ?? NaN) };
    },
    peers: [{ who: 'numpy by hand', tool: 'python', ask: 'hit_rate', agree: close('pai', 'pei') }],
  };
  return [change, emerging, clock(incidents, times), pattern, maps, displacement()];
};

/** Half of the incidents know their minute, the others a span of up to five days. */
function clock({ minutes }: SyntheticIncidents, times: Float64Array): Contest {
  const random = seededRandom(5);
  const duration = Uint16Array.from(minutes, () => (random.next() < 0.5 ? 0 : 1 + random.integer(7200)));
  const zone = { transitions: [], offsets: [-360] };
  return {
    methods: ['data-clock'],
    task: 'data clock, half of the incidents over spans',
    size: minutes.length,
    given: { columns: { times, spans: Float64Array.from(duration) }, numbers: { offset: -360 } },
    ours: () => ({ value: aoristicClock({ from: minutes, duration }, zone).clock }),
    peers: [{ who: 'numpy by hand', tool: 'python', ask: 'clock', agree: close('value') }],
  };
}

function displacement(): Contest {
  const size = 10_000;
  const random = seededRandom(6);
  const column = () => Float64Array.from({ length: size }, () => 20 + random.integer(400));
  const [t0, t1, c0, c1] = [column(), column(), column(), column()];
  return {
    methods: [],
    task: 'weighted displacement difference, as many responses',
    size,
    given: { columns: { t0, t1, c0, c1 }, numbers: {} },
    ours: () => {
      const estimate = new Float64Array(size);
      const z = new Float64Array(size);
      for (let i = 0; i < size; i++) {
        const counts = { treated: [t0[i], t1[i]], control: [c0[i], c1[i]] } as const;
        const { total } = weightedDisplacement(counts, { alpha: ALPHA });
        estimate[i] = total.estimate;
        z[i] = total.z;
      }
      return { estimate, z };
    },
    peers: [
      { who: 'numpy, all at once', tool: 'python', ask: 'displacement', agree: close('estimate', 'z') },
    ],
  };
}

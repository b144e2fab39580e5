/** Methods over places, repeats and circles. */
import { concentration, countPlaces } from '../../analysis/concentration.ts';
import { giniInterval } from '../../analysis/gini-interval.ts';
import { localKnox } from '../../analysis/local-knox.ts';
import { nearRepeat } from '../../analysis/near-repeat.ts';
import { seededRandom } from '../../analysis/random.ts';
import { scanStatistic } from '../../analysis/scan-statistic.ts';
import { alike, all, close, same } from '../agreement.ts';
import type { Contest, Contests } from '../contest.ts';
import { type SyntheticIncidents, syntheticIncidents } from '../synthetic-incidents.ts';

const SPACE = [0, 1, 100, 200, 300, 400, Infinity];
const TIME = [0, 7, 14, 21, 28, Infinity];
const DAY = 1440;
/** What the peers that hold every pair can be asked for. */
const FEW = 1000;

export const placeContests: Contests = (incidents) => [
  ...concentrationContests(incidents),
  ...repeatContests(incidents.x.length),
  ...scanContests(incidents.x.length),
];

/** Places are positions to ten metres. */
function concentrationContests({ x, y }: SyntheticIncidents): Contest[] {
  const numbers = new Map<number, number>();
  const of = Int32Array.from(x, (value, i) => {
    const key = Math.round(value / 10) * 67_108_864 + Math.round(y[i] / 10);
    if (!numbers.has(key)) numbers.set(key, numbers.size);
    return numbers.get(key) ?? -1;
  });
  const places = Float64Array.from(of);
  const counts = countPlaces(of, numbers.size);
  const options = { level: 0.95, seed: 1, samples: 1000, coefficient: 'unbiased' } as const;
  return [
    {
      task: 'Lorenz and Gini, counted by place',
      size: x.length,
      given: { columns: { places }, numbers: {} },
      ours: () => {
        const { gini, lorenz } = concentration(countPlaces(of, numbers.size));
        return { gini: [gini ?? NaN], corners: [lorenz.places.length] };
      },
      peers: [{ who: 'numpy by hand', tool: 'python', ask: 'gini', agree: close('gini') }],
    },
    {
      task: `interval of the Gini, 1,000 samples of ${counts.length.toLocaleString('en')} places`,
      size: x.length,
      given: { columns: { counts }, numbers: {} },
      ours: () => ({ interval: giniInterval(counts, options).interval ?? [NaN, NaN] }),
      peers: [
        {
          who: 'scipy bootstrap, BCa',
          tool: 'python',
          ask: 'gini_interval',
          runs: 1,
          most: 10_000,
          agree: close('interval'),
        },
      ],
    },
  ];
}

/** Near repeats of 10,000 with 999 permutations, of 50,000 with 99. */
function repeatContests(asked: number): Contest[] {
  if (asked > 100_000) return [];
  const [size, permutations] = asked <= 10_000 ? [asked, 999] : [Math.min(asked, 50_000), 99];
  const all = [knox(size, permutations), links(size)];
  return size > FEW ? [knox(FEW, 99), ...all] : all;
}

function knox(size: number, permutations: number): Contest {
  const { x, y, minutes } = syntheticIncidents(size);
  const days = Float64Array.from(minutes, (minute) => Math.floor(minute / DAY));
  const options = { metric: 'manhattan', space: SPACE, time: TIME, permutations, seed: 1 } as const;
  return {
    task: `near repeat (Knox) 6 × 5, ${permutations} permutations`,
    size,
    given: { columns: { x, y, days }, numbers: { permutations } },
    ours: () => {
      const { observed, expected, p } = nearRepeat({ x, y }, days, options);
      return { observed: observed.flat(), expected: expected.flat(), p: p.flat() };
    },
    peers: [
      {
        who: 'scipy cKDTree and numpy by hand',
        tool: 'python',
        ask: 'knox',
        runs: 1,
        most: 10_000,
        agree: all(same('observed', 'bands'), close('expected'), alike('p')),
      },
      {
        who: 'surveillance knox, one band of each',
        tool: 'r',
        needs: 'surveillance',
        ask: 'knox-surveillance',
        runs: 1,
        most: FEW,
        agree: ({ observed }, theirs) => {
          const sum = [0, 1].reduce((all, band) => all + observed[band * (TIME.length - 1)], 0);
          return `${theirs.observed[0]} pairs, ours ${sum}`;
        },
      },
      {
        who: 'NearRepeat',
        tool: 'r',
        needs: 'NearRepeat',
        ask: 'knox-near-repeat',
        runs: 1,
        most: FEW,
        agree: same('observed', 'bands'),
      },
    ],
  };
}

function links(size: number): Contest {
  const { x, y, minutes } = syntheticIncidents(size);
  const days = Float64Array.from(minutes, (minute) => Math.floor(minute / DAY));
  const options = { metric: 'manhattan', distance: 200, days: 7, level: 0.05, correction: 'none' } as const;
  return {
    task: 'local Knox, 200 m and 7 days',
    size,
    given: { columns: { x, y, days }, numbers: { distance: 200, span: 7 } },
    ours: () => {
      const found = localKnox({ x, y }, days, options);
      return { links: found.links, p: found.p };
    },
    peers: [
      {
        who: 'scipy cKDTree and hypergeom',
        tool: 'python',
        ask: 'local_knox',
        runs: 1,
        agree: all(same('links', 'incidents'), close('p')),
      },
    ],
  };
}

/** 500 places beside 10,000 incidents, 2,000 beside more. */
function scanContests(asked: number): Contest[] {
  if (asked > 100_000) return [];
  const places = asked <= 10_000 ? 500 : 2000;
  return [scan(places, 'poisson'), scan(places, 'bernoulli')];
}

function scan(size: number, model: 'poisson' | 'bernoulli'): Contest {
  const random = seededRandom(9);
  const at = () => Float64Array.from({ length: size }, () => random.next() * 30_000);
  const [x, y] = [at(), at()];
  const people = Float64Array.from({ length: size }, () => 50 + random.integer(300));
  const cases = people.map((own, i) => {
    const risk = Math.hypot(x[i] - 9000, y[i] - 9000) < 2500 ? 0.06 : 0.03;
    return Math.round(own * risk * (0.5 + random.next()));
  });
  const beside = model === 'poisson' ? people : people.map((own, i) => own - cases[i]);
  const options = { model, share: 0.5, minimum: 2, permutations: 999, seed: 1, clusters: 1 } as const;
  return {
    task: `scan (${model}), 999 permutations`,
    size,
    given: {
      columns: { x, y, cases, people },
      numbers: { permutations: 999, bernoulli: Number(model === 'bernoulli') },
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
        most: 500,
        agree: all(close('ratio'), same('places', 'circle'), alike('p')),
      },
      {
        who: 'smerc scan.test',
        tool: 'r',
        needs: 'smerc',
        ask: 'scan-smerc',
        runs: 1,
        most: model === 'poisson' ? 500 : 0,
        agree: close('ratio'),
      },
    ],
  };
}

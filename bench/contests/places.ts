/** Methods over places, repeats and circles. */
import { concentration, countPlaces } from '../../analysis/concentration.ts';
import { giniInterval } from '../../analysis/gini-interval.ts';
import { localKnox } from '../../analysis/local-knox.ts';
import { nearRepeat } from '../../analysis/near-repeat.ts';
import { alike, all, close, same, within } from '../agreement.ts';
import type { Contest, Contests } from '../contest.ts';
import { type SyntheticIncidents, syntheticIncidents } from '../synthetic-incidents.ts';

const SPACE = [0, 1, 100, 200, 300, 400, Infinity];
const TIME = [0, 7, 14, 21, 28, Infinity];
const DAY = 1440;
/** What the peers that hold every pair can be asked for. */
const FEW = 1000;
/** Pairs grow with the square of the incidents. */
const MANY = 100_000;

export const placeContests: Contests = (incidents) => [
  ...concentrationContests(incidents),
  ...repeatContests(incidents.x.length),
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
      methods: ['concentration'],
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
      methods: ['concentration'],
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
          // Other samples.
          agree: within(0.02, 'interval'),
        },
      ],
    },
  ];
}

/** Near repeats of 10,000 with 999 permutations, of 50,000 with 99. */
function repeatContests(asked: number): Contest[] {
  if (asked > MANY) {
    const ours = 'refused: more near pairs than memory holds';
    return [knox(FEW, 99), links(FEW)].map((contest) => ({ ...contest, size: asked, ours }));
  }
  const [size, permutations] = asked <= 10_000 ? [asked, 999] : [Math.min(asked, 50_000), 99];
  const all = [knox(size, permutations), links(size)];
  return size > FEW && size <= 10_000 ? [knox(FEW, 99), ...all] : all;
}

/** Incidents by day and the bands of Knox's table. */
export function knoxInput(size: number) {
  const { x, y, minutes } = syntheticIncidents(size);
  const days = Float64Array.from(minutes, (minute) => Math.floor(minute / DAY));
  return { points: { x, y }, days, options: { metric: 'manhattan', space: SPACE, time: TIME } as const };
}

function knox(size: number, permutations: number): Contest {
  const { points, days, options } = knoxInput(size);
  const { x, y } = points;
  return {
    methods: ['near-repeat'],
    task: `near repeat (Knox) 6 × 5, ${permutations} permutations`,
    size,
    given: { columns: { x, y, days }, numbers: { permutations } },
    ours: () => {
      const { observed, expected, p } = nearRepeat(points, days, {
        ...options,
        permutations,
        seed: 1,
      });
      return { observed: observed.flat(), expected: expected.flat(), p: p.flat() };
    },
    peers: [
      {
        who: 'scipy cKDTree and numpy by hand',
        tool: 'python',
        ask: 'knox',
        runs: 1,
        most: 10_000,
        agree: all(same('observed', 'bands'), close('expected'), alike('p', permutations)),
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
          return { words: `${theirs.observed[0]} pairs, ours ${sum}`, holds: theirs.observed[0] === sum };
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
    methods: ['near-repeat'],
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

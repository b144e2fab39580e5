/** Entry of the threads of `two-workers.ts`: a share of the permutations of one question, or a server that is busy. */
import { nearRepeat } from '../analysis/near-repeat.ts';
import { scanStatistic } from '../analysis/scan-statistic.ts';
import { knoxInput } from './contests/places.ts';
import { scanInput } from './contests/scans.ts';

export interface Share {
  readonly question: 'knox' | 'scan';
  /** Incidents of the near repeats, places of the scan. */
  readonly size: number;
  readonly permutations: number;
  readonly seed: number;
}

/** How many of the permutations reached what was seen: of each band, or of the first cluster. */
export function countShare(share: Share): number[] {
  const p = share.question === 'knox' ? knox(share) : scan(share);
  return p.map((one) => Math.round(one * (share.permutations + 1)) - 1);
}

function kept<Input>(make: (size: number) => Input): (size: number) => Input {
  const inputs = new Map<number, Input>();
  return (size) => {
    const input = inputs.get(size) ?? make(size);
    inputs.set(size, input);
    return input;
  };
}

const knoxOf = kept(knoxInput);
const scanOf = kept((places) => scanInput(places, 50 * places));

function knox({ size, permutations, seed }: Share): number[] {
  const { points, days, options } = knoxOf(size);
  return nearRepeat(points, days, { ...options, permutations, seed }).p.flat();
}

function scan({ size, permutations, seed }: Share): number[] {
  const { x, y, cases, people } = scanOf(size);
  const options = { model: 'poisson', share: 0.5, minimum: 2, clusters: 1 } as const;
  return scanStatistic({ x, y }, cases, people, { ...options, permutations, seed }).clusters.map(
    ({ p }) => p,
  );
}

/** Where the busy server is told to stop, and how many answers it has written. */
export const STOP = 0;
export const ANSWERS = 1;

/** Writes answers until it is told to stop, as a server does that is asked without a pause. */
export function serve(control: Int32Array): void {
  const records = Array.from({ length: 100 }, (_, id) => ({
    id,
    name: `incident ${id}`,
    at: [id / 7, id / 9],
  }));
  while (Atomics.load(control, STOP) === 0) {
    JSON.parse(JSON.stringify(records));
    Atomics.add(control, ANSWERS, 1);
  }
}

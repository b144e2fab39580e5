/**
 * What every method says when there is nothing, or hardly anything, to say: a reason, a warning or a refusal in one
 * sentence; never an error, never a figure that is no number.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { type IncidentColumns, MISSING } from '../../../analysis/incident-columns.ts';
import { seededRandom } from '../../../analysis/random.ts';
import { type MethodId, type RunRequestInput, runRequest } from '../../../server/jobs/contract.ts';
import { METHODS } from '../../../server/jobs/methods.ts';
import type { Area, Asset, Street } from '../../../server/store/ports.ts';
import { jobsOver } from './job-under-test.ts';
import { sharedColumns } from './small-store.ts';
import { START } from './town-over-time.ts';

const DAY = 1440;
const ids = Object.keys(METHODS) as MethodId[];

/** Even over a town of 10 km. */
function scattered(n: number): [number, number][] {
  const random = seededRandom(2);
  return Array.from({ length: n }, () => [
    10 + (random.next() - 0.5) * 0.14,
    50 + (random.next() - 0.5) * 0.09,
  ]);
}

function timed(places: readonly [number, number][], minuteOf: (i: number) => number): IncidentColumns {
  const columns = sharedColumns(places);
  columns.from.set(places.map((_, i) => minuteOf(i)));
  return columns;
}

const twoYears = (i: number) => START + ((i * 7919) % 728) * DAY + ((i * 61) % DAY);
const square = (id: number, west: number, south: number, size: number, population: number | null): Area => ({
  id,
  kind: 'beat',
  name: `Beat ${id}`,
  bounds: [west, south, west + size, south + size],
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west + size, south],
        [west + size, south + size],
        [west, south + size],
        [west, south],
      ],
    ],
  },
  parentId: null,
  datasetId: null,
  sourceId: null,
  population,
  dwellings: null,
  timezone: null,
  version: 1,
});
const beats = (population: number | null) =>
  Array.from({ length: 9 }, (_, k) =>
    square(20 + k, 9.93 + (k % 3) * 0.05, 49.95 + Math.floor(k / 3) * 0.034, 0.034, population),
  );
const streets = Array.from(
  { length: 6 },
  (_, k): Street => ({
    id: 100 + k,
    datasetId: 8,
    name: `Street ${k}`,
    class: 'residential',
    geometry: {
      type: 'LineString',
      coordinates: [
        [9.94, 49.96 + k * 0.015],
        [10.06, 49.96 + k * 0.015],
      ],
    },
  }),
);
const assets = Array.from(
  { length: 12 },
  (_, k): Asset => ({
    id: 200 + k,
    datasetId: null,
    kind: k % 2 === 0 ? 'bar' : 'school',
    name: `Place ${k}`,
    sourceId: null,
    position: [9.945 + k * 0.01, 49.98 + (k % 3) * 0.02],
    properties: {},
    version: 1,
  }),
);

const CASES = {
  'no incidents': timed([], twoYears),
  'one incident': timed([[10, 50]], twoYears),
  'all at one point': timed(
    Array.from({ length: 200 }, () => [10.01, 50.01]),
    twoYears,
  ),
  'all on one day': timed(scattered(400), () => START + 300),
  'dates missing': timed(scattered(400), () => MISSING),
};

const FEW = 'fewer_than_30_incidents';
const ALL_ALIKE = 'failed: All incidents that could be compared with are those of the filter';

/**
 * `answer`: there is enough to answer; else the reason of "too few", or how the refusal begins; then the warnings. A method without a row
 * fails.
 */
const EXPECTED: { readonly [Id in MethodId]?: Row } = {
  counts: row('answer', 'answer', 'answer', 'answer'),
  'kernel-density': row(FEW, 'answer +bandwidth_raised_to_cell', 'answer', 'answer'),
  'local-gi-star': row(FEW, 'too_few_cells', 'answer', 'answer'),
  'local-moran': row(FEW, 'too_few_cells', 'answer', 'answer'),
  change: row('too_few_periods', 'answer +outside_periods', 'too_few_periods', 'no_times'),
  'near-repeat': row('too_few_incidents', 'answer +positions_shared', 'answer +one_date', 'no_times'),
  'data-clock': row('too_few_incidents', 'answer', 'answer +one_date', 'no_times +without_time'),
  dbscan: row('too_few_incidents', 'answer +one_cluster_holds_most', 'answer', 'answer'),
  concentration: row(
    `${FEW} +places_unknown`,
    'too_few_places +places_unknown',
    'answer +places_unknown',
    'answer +places_unknown',
  ),
  'emerging-hotspots': row(
    'too_few_periods +outside_region',
    'too_few_cells +unfinished_period',
    'too_few_periods +outside_region',
    'no_times +outside_region',
  ),
  scan: row(FEW, 'too_few_places', 'too_few_periods', 'no_times'),
  // Without a category in the filter nothing is left to compare with.
  'dual-density': row(FEW, 'too_few_compared', 'too_few_compared', 'too_few_compared'),
  'asset-rings': row('too_few_incidents', 'too_few_places', 'answer', 'answer'),
  'point-pattern-test': row(
    'too_few_periods',
    'too_few_places +outside_periods',
    'too_few_periods',
    'no_times',
  ),
  'nearest-neighbour': row(FEW, 'no_extent', 'answer', 'answer'),
  // Without a category in the filter there is nothing to compare one with.
  'location-quotient': row(ALL_ALIKE, ALL_ALIKE, ALL_ALIKE, ALL_ALIKE),
  trend: row('too_few_periods', 'answer', 'too_few_periods', 'no_times'),
  bursts: row('too_few_days', 'answer', 'too_few_days', 'no_times'),
  'risk-terrain': row(FEW, 'too_few_cells', 'answer', 'answer'),
  'hit-rate': row('too_few_periods', 'too_few_incidents', 'too_few_periods', 'no_times'),
};

interface Row extends Readonly<Record<keyof typeof CASES, string>> {}

/** Without incidents all say the same. */
function row(one: string, point: string, day: string, dateless: string): Row {
  return {
    'no incidents': 'no_incidents',
    'one incident': one,
    'all at one point': point,
    'all on one day': day,
    'dates missing': dateless,
  };
}

/** What a method needs besides incidents to answer at all. */
const PARAMETERS: { readonly [Id in MethodId]?: object } = {};
const requestOf = (method: MethodId, more: object = {}) =>
  ({ method, parameters: { ...PARAMETERS[method], ...more } }) as RunRequestInput;

/** Paths of the figures that are no numbers. */
function brokenFigures(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => brokenFigures(part, `${path}.${name}`));
}

type Town = ReturnType<typeof jobsOver>;

async function outcomeOf(town: Town, request: RunRequestInput): Promise<string> {
  const run = await town.ended(request);
  if (run.state !== 'done') return `${run.state}: ${run.failure}`;
  expect(brokenFigures(run.summary)).toEqual([]);
  const { tooFew, warnings } = run.summary as {
    tooFew: { reason: string } | null;
    warnings: { code: string }[];
  };
  return [tooFew?.reason ?? 'answer', ...warnings.map(({ code }) => `+${code}`)].join(' ');
}

describe.each(Object.keys(CASES) as (keyof typeof CASES)[])('%s', (name) => {
  const town = jobsOver(CASES[name], beats(1000), { streets, assets });
  afterAll(() => town.close());

  it.each(ids)('%s', async (method) => {
    const outcome = await outcomeOf(town, requestOf(method));
    const expected = EXPECTED[method]?.[name];
    // Of a refusal the table has how it begins.
    expect(expected?.startsWith('failed: ') ? outcome.slice(0, expected.length) : outcome).toBe(expected);
  });
});

describe('cells that would be ten million', () => {
  const wide = timed(
    scattered(600).map(([lon, lat]) => [10 + (lon - 10) * 3, 50 + (lat - 50) * 3]),
    twoYears,
  );
  const town = jobsOver(wide, beats(1000), { streets, assets });
  afterAll(() => town.close());
  const withCells = ids.filter((method) => runRequest.safeParse(requestOf(method, { cell: 5 })).success);

  it('are a choice of several methods', () => {
    expect(withCells.length).toBeGreaterThan(5);
  });

  it.each(withCells)('%s refuses them at once', async (method) => {
    const asked = performance.now();
    const outcome = await outcomeOf(town, requestOf(method, { cell: 5 }));
    expect(outcome).toMatch(/^failed: Cells of 5 m are too many .* Choose cells of \d+ m or more/);
    expect(performance.now() - asked).toBeLessThan(5000);
  });

  it.each(['square', 'hexagon'])(
    'the size that is named works, and no smaller one, with %ss',
    async (shape) => {
      const refused = await outcomeOf(town, requestOf('counts', { cell: 5, shape }));
      const size = Number(/Choose cells of (\d+) m/.exec(refused)?.[1]);
      expect(await outcomeOf(town, requestOf('counts', { cell: size, shape }))).toBe('answer');
      const smaller = await outcomeOf(town, requestOf('counts', { cell: size / 2, shape }));
      expect(smaller).toContain(`Choose cells of ${size} m`);
    },
  );
});

describe('areas without population', () => {
  const town = jobsOver(timed(scattered(400), twoYears), beats(null));
  afterAll(() => town.close());

  it('keep the scan from comparing, and counts from giving rates', async () => {
    const scan = await outcomeOf(town, requestOf('scan', { model: 'poisson' }));
    expect(scan).toMatch(/^too_few_places \+areas_without_population/);
    const counts = await outcomeOf(town, requestOf('counts', { on: 'areas', show: 'rate' }));
    expect(counts).toMatch(/^answer .*\+rate_without_population/);
  });
});

describe('periods that overlap', () => {
  const town = jobsOver(timed(scattered(400), twoYears));
  afterAll(() => town.close());

  it('are refused by change, with what to do', async () => {
    const periods = {
      before: { from: '2022-01-01T00:00:00Z', to: '2022-07-01T00:00:00Z' },
      after: { from: '2022-06-01T00:00:00Z', to: '2022-12-01T00:00:00Z' },
    };
    expect(await outcomeOf(town, requestOf('change', { periods }))).toMatch(
      /^failed: The periods overlap.* The second must begin when the first has ended/,
    );
  });
});

describe('islands and edges', () => {
  // Beats 40 to 42 are smaller than a cell, and far from the large one and from each other.
  const islands = [
    square(40, 9.9312, 49.9562, 0.001, null),
    square(41, 10.0512, 49.9562, 0.001, null),
    square(42, 9.9312, 50.0362, 0.001, null),
    square(43, 10.02, 50.01, 0.04, null),
  ];
  const edge = 0.01;
  const lattice = Array.from({ length: 900 }, (_, i): [number, number] => [
    10 + ((i % 30) - 15) * (edge / 2),
    50 + (Math.floor(i / 30) - 15) * (edge / 4),
  ]);
  const town = jobsOver(timed([...lattice, ...lattice], twoYears), islands);
  afterAll(() => town.close());

  it.each(['local-gi-star', 'local-moran'] as const)(
    '%s says which cells have no neighbour',
    async (method) => {
      const filter = { areas: islands.map(({ id }) => id) };
      const outcome = await outcomeOf(town, {
        ...requestOf(method, { cell: 500 }),
        filter,
      } as RunRequestInput);
      expect(outcome).toContain('+cells_without_neighbours');
    },
  );

  it.each(['square', 'hexagon'])('incidents on the edges of %ss count once', async (shape) => {
    const { n, outside } = (await town.ended(requestOf('counts', { cell: 500, shape }))).summary as {
      n: number;
      outside: number;
    };
    expect([n, outside]).toEqual([1800, 0]);
  });
});

describe('a bandwidth below the cell', () => {
  const town = jobsOver(timed(scattered(400), twoYears));
  afterAll(() => town.close());

  it('is raised, and said', async () => {
    const request = requestOf('kernel-density', { cell: 500, bandwidth: 50 });
    expect(await outcomeOf(town, request)).toBe('answer +bandwidth_raised_to_cell');
  });
});

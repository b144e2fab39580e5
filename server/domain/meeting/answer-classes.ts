/** How the rows of each method read: which of them found something, and what. See told-answer.ts. */
import type { FoundPlace, ToldClass, Undrawn } from './told-answer.ts';

/** A column of a result by its name; empty where there is none. */
export type ColumnOf = (name: string) => Float64Array;
type Summary = Readonly<Record<string, unknown>>;

export type ReadAnswer =
  | { readonly undrawn: Undrawn }
  | {
      readonly undrawn: null;
      readonly on: 'squares' | 'areas';
      readonly cell: number | null;
      readonly places: readonly FoundPlace[];
    };

type ClassOf = (row: number) => ToldClass | null;

/** Nothing of these lies on a map, or nothing that a committee could be shown. */
const UNDRAWN_METHODS: Readonly<Partial<Record<string, Undrawn>>> = {
  'data-clock': 'times',
  trend: 'times',
  bursts: 'times',
  'nearest-neighbour': 'whole',
  'hit-rate': 'whole',
  'asset-rings': 'places',
  'risk-terrain': 'places',
};

/** What a method found where. */
export function readAnswer(method: string, summary: Summary, column: ColumnOf): ReadAnswer {
  const undrawn = UNDRAWN_METHODS[method];
  if (undrawn) return { undrawn };
  if (summary.weight === 'harm') return { undrawn: 'harm' };
  if (method === 'concentration' && summary.place !== 'area') return { undrawn: 'places' };
  const classOf = CLASSES[method]?.(column, summary);
  if (!classOf || summary.tooFew) return { undrawn: classOf ? 'few' : 'gone' };
  const on = isOnAreas(method, summary) ? 'areas' : 'squares';
  const [lon, lat, count] = ['lon', 'lat', 'count'].map(column);
  const area = on === 'areas' ? column('place') : null;
  const places = Array.from(
    lon,
    (east, row): FoundPlace => ({
      lon: east,
      lat: lat[row],
      // A row of a method on incidents is one of them.
      count: count.length > 0 ? count[row] : 1,
      area: area ? area[row] : null,
      found: classOf(row),
    }),
  );
  return { undrawn: null, on, cell: typeof summary.cell === 'number' ? summary.cell : null, places };
}

const isOnAreas = (method: string, summary: Summary) =>
  summary.on === 'areas' || method === 'location-quotient' || method === 'concentration';

const CLASSES: Readonly<Partial<Record<string, (column: ColumnOf, summary: Summary) => ClassOf>>> = {
  'local-gi-star': (column) => bySign(column('class'), 'hot', 'cold'),
  'local-moran': (column) => byCode(column('class'), MORAN),
  change: (column) => bySign(column('class'), 'more', 'fewer'),
  'point-pattern-test': (column) => bySign(column('class'), 'larger', 'smaller'),
  'location-quotient': (column) => bySign(column('class'), 'larger', 'smaller'),
  'dual-density': (column) => {
    const code = column('class');
    return (row) => (code[row] >= 2 ? 'denser' : code[row] <= -2 && code[row] >= -3 ? 'sparser' : null);
  },
  'emerging-hotspots': (column, summary) => {
    const code = column('label');
    const labels = labelsOf(summary);
    return (row) => patternOf(labels[code[row]]);
  },
  scan: (column) => {
    const rank = column('cluster');
    return (row) => (rank[row] > 0 ? 'cluster' : null);
  },
  dbscan: () => () => 'cluster',
  'near-repeat': () => () => 'repeat',
  concentration: (column) => {
    const share = column('cumulativeShare');
    return (row) => (row === 0 || share[row] <= 0.5 ? 'highest' : null);
  },
  'kernel-density': (column) => byShareOfMost(column('value')),
  counts: (column, summary) => {
    const [count, km2] = [column('count'), column('km2')];
    if (summary.on === 'areas' && summary.show === 'rate') return bySign(column('class'), 'above', 'below');
    if (summary.on !== 'areas' || summary.show === 'count') return byShareOfMost(count);
    return byShareOfMost(count.map((n, row) => n / km2[row]));
  },
};

const MORAN: readonly (ToldClass | null)[] = [
  null,
  'many_among_many',
  'few_among_many',
  'few_among_few',
  'many_among_few',
];

/** Labels of places that are hot, or were, as a room can hold them. */
const HOT: Readonly<Partial<Record<string, ToldClass>>> = {
  new: 'rising',
  consecutive: 'rising',
  intensifying: 'rising',
  emerging: 'rising',
  persistent: 'steady',
  diminishing: 'past',
  historical: 'past',
  former: 'past',
  sporadic: 'at_times',
  oscillating: 'at_times',
  intermittent: 'at_times',
};
const COLD_NOW = ['new', 'consecutive', 'intensifying', 'emerging', 'persistent'];

function patternOf(label = ''): ToldClass | null {
  const [when = '', what] = label.split('_');
  if (what === 'hot') return HOT[when] ?? null;
  return what === 'cold' && COLD_NOW.includes(when) ? 'cold' : null;
}

function labelsOf({ labels }: Summary): string[] {
  if (!Array.isArray(labels)) return [];
  return labels.map((one: Readonly<Record<string, unknown>>) => String(one.label));
}

const bySign =
  (code: Float64Array, above: ToldClass, below: ToldClass): ClassOf =>
  (row) =>
    code[row] > 0 ? above : code[row] < 0 ? below : null;

const byCode =
  (code: Float64Array, classes: readonly (ToldClass | null)[]): ClassOf =>
  (row) =>
    classes[code[row]] ?? null;

/** In quarters of the highest value; the lowest quarter is not told. */
function byShareOfMost(values: Float64Array): ClassOf {
  const most = values.reduce((highest, value) => (value > highest ? value : highest), 0);
  return (row) => {
    const share = most > 0 ? values[row] / most : 0;
    return share >= 0.75 ? 'highest' : share >= 0.5 ? 'high' : share >= 0.25 ? 'middle' : null;
  };
}

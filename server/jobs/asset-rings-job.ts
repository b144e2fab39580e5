import { type AssetRings, assetRings } from '../../analysis/asset-rings.ts';
import { cellCentres } from '../../analysis/grid.ts';
import { boxOf, type PointSet } from '../../analysis/point-set.ts';
import type {
  AssetRing,
  AssetRingsParameters,
  AssetRingsSummary,
  FacilityCurve,
  RiskyAsset,
  RunWarning,
  TooFew,
} from './contract.ts';
import { facilityCurves } from './facility-curves.ts';
import { insideOf } from './incident-places.ts';
import { assetsNear, FEWEST_ASSETS, type KindOfAsset, kindsOf } from './near-assets.ts';
import { nearbyFinder } from './nearby-incidents.ts';
import { type CountedCells, pointSummary, type StudyArea } from './study-area.ts';
import { type Checkpoint, type Finding, Refused } from './task.ts';

const FEWEST = 30;
const LISTED = 100;
/** Steps of the ground in the narrowest ring, where there is room: half as many measure a ring some per cent wrong. */
const STEPS_A_RING = 8;
/** Points of the ground: nearest assets of so many are found within a second. */
const MOST_GROUND = 1_000_000;

export function runAssetRings(
  study: StudyArea,
  parameters: AssetRingsParameters,
  checkpoint: Checkpoint,
): Finding {
  if (study.task.places.assets.length === 0)
    throw new Refused('There are no community assets. Import or draw some first.');
  const rough = study.counted('auto', 'square');
  if (rough === null || rough.n === 0)
    return nothing(study, parameters, { reason: 'no_incidents', found: 0, floor: FEWEST });
  checkpoint(0.1);
  const ground = groundOf(rough, parameters.rings);
  checkpoint(0.2);
  const incidents = pointsInside(study, ground);
  const n = incidents.x.length;
  if (n < FEWEST) return nothing(study, parameters, { reason: 'too_few_incidents', found: n, floor: FEWEST });
  // Assets whose rings can reach into the region.
  const near = assetsNear(study, boxOf(ground.points), parameters.rings[parameters.rings.length - 1]);
  const kinds = kindsOf(near.assets, parameters.kinds, study.incidents.plane);
  if (kinds.length === 0)
    return nothing(study, parameters, {
      reason: 'too_few_places',
      found: near.assets.length,
      floor: FEWEST_ASSETS,
    });
  const found = assetRings(
    {
      incidents,
      kinds: kinds.map(({ points }) => points),
      ground: ground.points,
      spacing: ground.spacing,
    },
    {
      distances: parameters.rings,
      level: 1 - parameters.level,
      progress: (done) => checkpoint(0.2 + 0.5 * done),
    },
  );
  checkpoint(0.7);
  const around = incidentsNear(incidents, kinds, parameters.rings[0], (done) => checkpoint(0.7 + 0.1 * done));
  const curves = facilityCurves(incidents, kinds, {
    reach: parameters.rings[0],
    inside: insideOf(ground.region),
    simulations: parameters.permutations,
    seed: parameters.seed,
    progress: (done) => checkpoint(0.8 + 0.1 * done),
  });
  return report(study, parameters, {
    ground,
    incidents,
    kinds,
    found,
    around,
    curves,
    outside: near.outside,
  });
}

interface Ground {
  /** Points all over the region. */
  readonly points: PointSet;
  /** Metres between them. */
  readonly spacing: number;
  /** The cells of the region that they fill. */
  readonly region: CountedCells;
}

/** Cuts the cells of the region into small squares, so many to a side that the narrowest ring holds enough. */
function groundOf(region: CountedCells, rings: readonly number[]): Ground {
  const { grid, cells } = region;
  const narrowest = Math.min(...rings.map((to, k) => to - (rings[k - 1] ?? 0)));
  const wanted = Math.ceil((grid.cell * STEPS_A_RING) / narrowest);
  const side = Math.max(1, Math.min(wanted, Math.floor(Math.sqrt(MOST_GROUND / cells.length))));
  const spacing = grid.cell / side;
  const centres = cellCentres(grid, cells);
  const x = new Float64Array(cells.length * side * side);
  const y = new Float64Array(x.length);
  for (let i = 0, at = 0; i < cells.length; i++)
    for (let k = 0; k < side * side; k++, at++) {
      x[at] = centres.x[i] + ((k % side) - (side - 1) / 2) * spacing;
      y[at] = centres.y[i] + (Math.floor(k / side) - (side - 1) / 2) * spacing;
    }
  return { points: { x, y }, spacing, region };
}

function pointsInside(study: StudyArea, { region }: Ground): PointSet {
  const { x, y } = study.incidents.points;
  const inside = insideOf(region);
  const held = { x: new Float64Array(x.length), y: new Float64Array(x.length) };
  let size = 0;
  for (let i = 0; i < x.length; i++) {
    if (!inside(x[i], y[i])) continue;
    held.x[size] = x[i];
    held.y[size++] = y[i];
  }
  return { x: held.x.subarray(0, size), y: held.y.subarray(0, size) };
}

function nothing(study: StudyArea, parameters: AssetRingsParameters, tooFew: TooFew): Finding {
  const summary: AssetRingsSummary = {
    ...pointSummary(study, tooFew.reason === 'too_few_incidents' ? (tooFew.found ?? 0) : 0, tooFew),
    level: parameters.level,
    correction: parameters.correction,
    regionKm2: 0,
    rings: [],
    assets: [],
    curves: [],
  };
  return { summary, rows: 'asset', columns: assetColumns([], []) };
}

interface Found {
  readonly ground: Ground;
  readonly incidents: PointSet;
  readonly kinds: readonly KindOfAsset[];
  readonly found: AssetRings;
  readonly around: NearAssets;
  readonly curves: readonly FacilityCurve[];
  readonly outside: number;
}

function report(study: StudyArea, parameters: AssetRingsParameters, all: Found): Finding {
  const { ground, incidents, kinds, found, around, curves, outside } = all;
  const n = incidents.x.length;
  const common = pointSummary(study, n, null);
  const warnings: RunWarning[] = [];
  if (outside > 0) warnings.push({ code: 'assets_outside', value: outside });
  if (found.warnings.some(({ code }) => code === 'coarse_ground'))
    warnings.push({ code: 'coarse_ground', value: ground.spacing });
  if (around.listed.length < around.total) warnings.push({ code: 'list_shortened', value: around.total });
  const summary: AssetRingsSummary = {
    ...common,
    outside: common.outside + study.incidents.ids.length - n,
    warnings: [...common.warnings, ...warnings],
    level: parameters.level,
    correction: parameters.correction,
    regionKm2: (ground.points.x.length * ground.spacing ** 2) / 1e6,
    rings: found.rings.map((_, i) => ringOf(all, i, parameters)),
    assets: around.listed,
    curves: [...curves],
  };
  return { summary, rows: 'asset', columns: assetColumns(kinds, around.counts) };
}

function ringOf({ kinds, found }: Found, i: number, { level, correction }: AssetRingsParameters): AssetRing {
  const ring = found.rings[i];
  const orNull = (value: number) => (Number.isFinite(value) ? value : null);
  const beyond = found.beyond[ring.kind];
  const outside = beyond.incidents / beyond.km2;
  const q = correction === 'fdr' ? ring.q : ring.p;
  const counts = ring.ratio !== null && q < level;
  return {
    kind: kinds[ring.kind].kind,
    assets: kinds[ring.kind].assets.length,
    from: ring.from,
    to: ring.to,
    incidents: ring.incidents,
    areaKm2: ring.km2,
    density: orNull(ring.density),
    outsideDensity: orNull(outside),
    ratio: ring.ratio === null ? null : orNull(ring.ratio),
    low: ring.ratioInterval === null ? null : orNull(ring.ratioInterval[0]),
    high: ring.ratioInterval === null ? null : orNull(ring.ratioInterval[1]),
    p: orNull(ring.p),
    q: orNull(q),
    class: counts ? ((ring.ratio ?? 1) > 1 ? 1 : -1) : 0,
  };
}

interface NearAssets {
  /** Incidents of each asset, kind by kind. */
  readonly counts: readonly number[];
  readonly listed: RiskyAsset[];
  /** Assets with incidents. */
  readonly total: number;
}

/** Shares are of the incidents near any asset; one near several is one of them all. */
function incidentsNear(
  incidents: PointSet,
  kinds: readonly KindOfAsset[],
  reach: number,
  progress: (done: number) => void,
): NearAssets {
  const eachNearby = nearbyFinder(incidents, reach);
  const all = kinds.flatMap(({ assets, points }) =>
    assets.map((asset, i) => ({ asset, x: points.x[i], y: points.y[i] })),
  );
  const covered = new Uint8Array(incidents.x.length);
  const coverBy = ({ x, y }: { x: number; y: number }) => {
    let found = 0;
    let fresh = 0;
    eachNearby(x, y, (i) => {
      found++;
      fresh += 1 - covered[i];
      covered[i] = 1;
    });
    return { found, fresh };
  };
  let near = 0;
  const counts = all.map((one, i) => {
    progress(i / all.length);
    const { found, fresh } = coverBy(one);
    near += fresh;
    return found;
  });
  covered.fill(0);
  const order = [...all.keys()]
    .filter((i) => counts[i] > 0)
    .sort((a, b) => counts[b] - counts[a] || all[a].asset.id - all[b].asset.id);
  let reached = 0;
  const listed = order.slice(0, LISTED).map((i): RiskyAsset => {
    progress(1);
    reached += coverBy(all[i]).fresh;
    const { id, name, kind } = all[i].asset;
    return { id, name, kind, incidents: counts[i], share: counts[i] / near, cumulativeShare: reached / near };
  });
  return { counts, listed, total: order.length };
}

function assetColumns(kinds: readonly KindOfAsset[], counts: readonly number[]): Finding['columns'] {
  const rows = kinds.flatMap(({ assets }, kind) => assets.map((asset) => ({ asset, kind })));
  return [
    { name: 'asset', data: Uint32Array.from(rows, ({ asset }) => asset.id) },
    { name: 'lon', data: Float64Array.from(rows, ({ asset }) => asset.lon) },
    { name: 'lat', data: Float64Array.from(rows, ({ asset }) => asset.lat) },
    { name: 'count', data: Uint32Array.from(counts) },
    { name: 'kind', data: Uint32Array.from(rows, ({ kind }) => kind) },
  ];
}

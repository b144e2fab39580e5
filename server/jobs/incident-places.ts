import { cellCentres, cellLocator, type PlacedGrid } from '../../analysis/grid.ts';
import type { LineSet } from '../../analysis/line-buckets.ts';
import { nearestAssets } from '../../analysis/nearest-asset.ts';
import { lineLengths, nearestSegments } from '../../analysis/nearest-segment.ts';
import { boxOf, type PointSet } from '../../analysis/point-set.ts';
import { type Plane, toPlane } from '../../analysis/projection.ts';
import { samePositions } from '../../analysis/same-positions.ts';
import { areaPlaces, commonestKind } from './area-places.ts';
import type { ConcentrationParameters, RunWarning } from './contract.ts';
import { assetsNear, placed } from './near-assets.ts';
import type { CountedCells, StudyArea } from './study-area.ts';
import type { Checkpoint, PlaceAsset, PlaceStreet } from './task.ts';

/** The places of a concentration, and which of them each incident belongs to. */
export interface IncidentPlaces {
  readonly count: number;
  /** Place of each incident, -1 for none. */
  readonly of: Int32Array;
  /** Middle of each place in metres. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Kilometres or square kilometres of each; null for positions and assets. */
  readonly sizes: Float64Array | null;
  readonly idOf: (place: number) => number | null;
  readonly nameOf: (place: number) => string | null;
  readonly linesOf: (place: number) => [number, number][][] | null;
  readonly areaKind: string | null;
  readonly assetKinds: readonly string[];
  readonly warnings: RunWarning[];
}

export function incidentPlaces(
  study: StudyArea,
  counted: CountedCells,
  parameters: ConcentrationParameters,
  checkpoint: Checkpoint,
): IncidentPlaces {
  if (parameters.place === 'street') return streetPlaces(study, counted, parameters.streetLimit, checkpoint);
  if (parameters.place === 'asset') return assetPlaces(study, counted, parameters, checkpoint);
  return parameters.place === 'area'
    ? areasOf(study, counted, parameters.areaKind, checkpoint)
    : positionPlaces(study, checkpoint);
}

/** To the metre. */
function positionPlaces({ incidents }: StudyArea, checkpoint: Checkpoint): IncidentPlaces {
  const { of, x, y } = samePositions(incidents.points, checkpoint);
  const count = x.length;
  return {
    count,
    of,
    x,
    y,
    sizes: null,
    idOf: () => null,
    nameOf: () => null,
    linesOf: () => null,
    areaKind: null,
    assetKinds: [],
    warnings: count > 0 ? [{ code: 'places_unknown', value: count }] : [],
  };
}

function streetPlaces(
  study: StudyArea,
  counted: CountedCells,
  limit: number,
  checkpoint: Checkpoint,
): IncidentPlaces {
  const { points, plane } = study.incidents;
  const streets = streetsInside(study.task.places.streets, counted, plane);
  const lines = lineSetOf(streets);
  const found = nearestSegments(points, lines.set, { limit, progress: checkpoint });
  const lengths = lineLengths(lines.set);
  const sizes = new Float64Array(streets.length);
  lengths.forEach((metres, line) => {
    sizes[lines.streetOf[line]] += metres / 1000;
  });
  // A street of no length would have an endless density.
  const positive = sizes.map((size) => Math.max(size, 0.001));
  const warnings: RunWarning[] = [];
  if (found.ambiguous > 0) warnings.push({ code: 'ambiguous_street', value: found.ambiguous });
  if (found.none > 0) warnings.push({ code: 'without_street', value: found.none });
  return {
    count: streets.length,
    of: found.line.map((line) => (line < 0 ? -1 : lines.streetOf[line])),
    x: Float64Array.from(streets, ({ middle }) => middle[0]),
    y: Float64Array.from(streets, ({ middle }) => middle[1]),
    sizes: positive,
    idOf: (place) => streets[place].street.id,
    nameOf: (place) => streets[place].street.name || null,
    linesOf: (place) =>
      streets[place].street.lines.map((line) => line.map(([lon, lat]): [number, number] => [lon, lat])),
    areaKind: null,
    assetKinds: [],
    warnings,
  };
}

interface PlacedStreet {
  readonly street: PlaceStreet;
  /** Each line in metres. */
  readonly lines: readonly { readonly x: Float64Array; readonly y: Float64Array }[];
  readonly middle: readonly [number, number];
}

/** Streets with a corner in the region. */
function streetsInside(streets: readonly PlaceStreet[], counted: CountedCells, plane: Plane): PlacedStreet[] {
  const inside = insideOf(counted);
  return streets.flatMap((street) => {
    const lines = street.lines.map((line) =>
      toPlane(
        plane,
        line.map(([lon]) => lon),
        line.map(([, lat]) => lat),
      ),
    );
    if (!lines.some(({ x, y }) => x.some((value, i) => inside(value, y[i])))) return [];
    const longest = lines.reduce((best, line) => (line.x.length > best.x.length ? line : best));
    const half = longest.x.length >> 1;
    return [{ street, lines, middle: [longest.x[half], longest.y[half]] as const }];
  });
}

function lineSetOf(streets: readonly PlacedStreet[]): { set: LineSet; streetOf: Uint32Array } {
  const parts = streets.flatMap(({ lines }, street) => lines.map((line) => ({ line, street })));
  const starts = new Uint32Array(parts.length + 1);
  parts.forEach(({ line }, k) => {
    starts[k + 1] = starts[k] + line.x.length;
  });
  const x = new Float64Array(starts[parts.length]);
  const y = new Float64Array(starts[parts.length]);
  parts.forEach(({ line }, k) => {
    x.set(line.x, starts[k]);
    y.set(line.y, starts[k]);
  });
  return { set: { x, y, starts }, streetOf: Uint32Array.from(parts, ({ street }) => street) };
}

/** Areas in the region: their middle lies in it, or incidents do. */
function areasOf(
  study: StudyArea,
  counted: CountedCells,
  wanted: string,
  checkpoint: Checkpoint,
): IncidentPlaces {
  const candidates = study.task.places.areas;
  const kind = wanted === 'auto' ? commonestKind(candidates) : wanted;
  const all = areaPlaces(study, kind ?? '', candidates, checkpoint);
  const inside = insideOf(counted);
  const used = new Uint8Array(all.areas.length);
  for (const area of all.of) if (area >= 0) used[area] = 1;
  const kept = Array.from(all.areas.keys()).filter((k) => used[k] === 1 || inside(all.x[k], all.y[k]));
  const { of, none: outside } = amongKept(all.of, kept, all.areas.length);
  const pick = (values: Float64Array) => Float64Array.from(kept, (k) => values[k]);
  return {
    count: kept.length,
    of,
    x: pick(all.x),
    y: pick(all.y),
    sizes: pick(all.km2).map((km2) => Math.max(km2, 1e-6)),
    idOf: (place) => all.areas[kept[place]].id,
    nameOf: (place) => all.areas[kept[place]].name,
    linesOf: () => null,
    areaKind: kind,
    assetKinds: [],
    warnings: outside > 0 ? [{ code: 'outside_areas', value: outside }] : [],
  };
}

/** Assets in the region, also those without incidents. */
function assetPlaces(
  study: StudyArea,
  counted: CountedCells,
  { assetKinds: wanted, assetLimit }: ConcentrationParameters,
  checkpoint: Checkpoint,
): IncidentPlaces {
  const { points, plane } = study.incidents;
  const inside = insideOf(counted);
  const box = boxOf(cellCentres(counted.grid, counted.cells));
  const { assets: near } = assetsNear(study, box, counted.grid.cell + assetLimit);
  const kinds = wanted.length > 0 ? wanted : commonestOf(near, placed(near, plane), inside);
  const own = near.filter(({ kind }) => kinds.includes(kind));
  const { x, y } = placed(own, plane);
  const found = nearestAssets(points, { x, y }, { within: assetLimit, progress: checkpoint });
  // Of an asset beyond the region nobody knows what else lies near it; its incidents are not the next one's either.
  const kept = Array.from(own.keys()).filter((i) => inside(x[i], y[i]));
  const { of, none } = amongKept(found.asset, kept, own.length);
  const outside = study.task.places.assets.filter(({ kind }) => kinds.includes(kind)).length - kept.length;
  const warnings: RunWarning[] = [];
  if (found.ambiguous > 0) warnings.push({ code: 'ambiguous_asset', value: found.ambiguous });
  if (none > 0) warnings.push({ code: 'without_asset', value: none });
  if (outside > 0) warnings.push({ code: 'assets_outside', value: outside });
  return {
    count: kept.length,
    of,
    x: Float64Array.from(kept, (i) => x[i]),
    y: Float64Array.from(kept, (i) => y[i]),
    sizes: null,
    idOf: (place) => own[kept[place]].id,
    nameOf: () => null,
    linesOf: () => null,
    areaKind: null,
    assetKinds: [...kinds].sort(),
    warnings,
  };
}

/** A list of the kind there are most of in the region; empty when there are none. */
function commonestOf(
  assets: readonly PlaceAsset[],
  { x, y }: PointSet,
  inside: (x: number, y: number) => boolean,
): string[] {
  const kind = commonestKind(assets.filter((_, i) => inside(x[i], y[i])));
  return kind === null ? [] : [kind];
}

/** The places that are kept get numbers of their own; incidents of the others have none. */
function amongKept(of: Int32Array, kept: readonly number[], all: number) {
  const numberOf = new Int32Array(all).fill(-1);
  kept.forEach((old, place) => {
    numberOf[old] = place;
  });
  const places = of.map((old) => (old < 0 ? -1 : numberOf[old]));
  return { of: places, none: places.reduce((sum, place) => sum + (place < 0 ? 1 : 0), 0) };
}

/** Does a point lie in a cell of the region? */
export function insideOf({
  grid,
  active,
}: {
  grid: PlacedGrid;
  active: Uint8Array;
}): (x: number, y: number) => boolean {
  const locate = cellLocator(grid);
  return (x, y) => {
    const cell = locate(x, y);
    return cell >= 0 && active[cell] === 1;
  };
}

/**
 * How exactly the place of a concern is kept, and shown. Whoever raises it chooses; what is finer than that is not stored, so
 * that nobody can be asked for it. Squares are those of the whole world (world-squares.ts): the same place is in the same
 * square whatever else is known.
 */
import { boundsOf, middleOf, squareAt } from '../../analysis/world-squares.ts';
import { type PlaceInput, PRECISIONS, type Precision } from './concern.ts';
import { LEVEL_UNKNOWN } from './dwelling-floor.ts';

/** What is stored of a place. */
export interface KeptPlace {
  readonly precision: Precision;
  readonly chosenBy: 'reporter' | 'staff';
  /** The position itself, or the middle of a square; null when no more than an area is kept. */
  readonly position: [number, number] | null;
  /** Metres of the sides of the square; null for a position and for an area. */
  readonly sideM: number | null;
  /** The smallest official area it lies in, as far as the precision tells. */
  readonly areaId: number | null;
  /** The same for whoever sees squares of 500 m: of their middle, or the area would cut the square into pieces. */
  readonly coarseAreaId: number | null;
}

type Position = readonly [number, number];
type Kind = 'country' | 'region' | 'district' | 'neighbourhood' | 'beat' | 'custom';

/** Official areas. */
export interface AreaFinder {
  /** The smallest area of these kinds around a position. */
  at(position: Position, kinds: readonly Kind[]): number | null;
  kindOf(id: number): Kind | null;
  /** The area itself or the nearest above it of these kinds. */
  above(id: number, kinds: readonly Kind[]): number | null;
}

/** Whether a place would be kept finer than whoever raised it chose. Only they can choose that. */
export function isFinerThanChosen(
  before: { readonly precision: Precision | null; readonly chosenBy: KeptPlace['chosenBy'] | null },
  wanted: Pick<KeptPlace, 'precision' | 'chosenBy'>,
): boolean {
  if (before.chosenBy !== 'reporter' || before.precision === null || wanted.chosenBy === 'reporter')
    return false;
  return PRECISIONS.indexOf(wanted.precision) < PRECISIONS.indexOf(before.precision);
}

const DISTRICTS: readonly Kind[] = ['district', 'region', 'country'];
const NEIGHBOURHOODS: readonly Kind[] = ['neighbourhood', ...DISTRICTS];
/** Where no neighbourhood and no district is known. */
const LEVEL_NEIGHBOURHOOD = 2;
const LEVEL_DISTRICT = 5;
/** A street is kept as half a side of the finest square: some 125 m. */
const STREET_SIDE = 125;
const SIX_DIGITS = 1e6;

export function keptPlace(input: PlaceInput, areas: AreaFinder): KeptPlace | null {
  const { precision, chosenBy, position, areaId } = input;
  if (position === null) return areaId === null ? null : inArea(areaId, input, areas);
  const kept = coarsened(position, precision, areas);
  return { precision, chosenBy, ...kept };
}

/** An area that was named, no smaller than a neighbourhood: one that was drawn may be as small as a house. */
function inArea(areaId: number, { precision, chosenBy }: PlaceInput, areas: AreaFinder): KeptPlace | null {
  const isDistrict = precision === 'district_only' || DISTRICTS.includes(areas.kindOf(areaId) ?? 'custom');
  const found = areas.above(areaId, isDistrict ? DISTRICTS : NEIGHBOURHOODS);
  if (found === null) return null;
  return {
    precision: isDistrict ? 'district_only' : 'neighbourhood',
    chosenBy,
    position: null,
    sideM: null,
    areaId: found,
    coarseAreaId: found,
  };
}

function coarsened(
  position: Position,
  precision: Precision,
  areas: AreaFinder,
): Omit<KeptPlace, 'precision' | 'chosenBy'> {
  if (precision === 'neighbourhood' || precision === 'district_only') {
    const isDistrict = precision === 'district_only';
    const areaId = areas.at(position, isDistrict ? DISTRICTS : NEIGHBOURHOODS);
    if (areaId !== null) return { position: null, sideM: null, areaId, coarseAreaId: areaId };
    return squareKept(position, isDistrict ? LEVEL_DISTRICT : LEVEL_NEIGHBOURHOOD, areas);
  }
  if (precision === 'block_cell') return squareKept(position, 0, areas);
  if (precision === 'street') return placed(halfSquare(position), STREET_SIDE, areas);
  return placed([sixDigits(position[0]), sixDigits(position[1])], null, areas);
}

function squareKept(position: Position, level: number, areas: AreaFinder) {
  return placed(middleAt(position, level), 250 * 2 ** level, areas);
}

/** The areas follow from what is kept, never from what was told: else the two together would be finer than either. */
function placed(position: [number, number], sideM: number | null, areas: AreaFinder) {
  const coarse = sideM !== null && sideM >= COARSE_SIDE ? position : middleAt(position, LEVEL_UNKNOWN);
  return {
    position,
    sideM,
    areaId: areas.at(position, NEIGHBOURHOODS),
    coarseAreaId: areas.at(coarse, NEIGHBOURHOODS),
  };
}

const COARSE_SIDE = 250 * 2 ** LEVEL_UNKNOWN;

function middleAt([lon, lat]: Position, level: number): [number, number] {
  const middle = middleOf(squareAt(level, lon, lat));
  return [middle.lon, middle.lat];
}

/** Middle of that quarter of the finest square which holds the position. */
function halfSquare([lon, lat]: Position): [number, number] {
  const [west, south, east, north] = boundsOf(squareAt(0, lon, lat));
  const quarter = (low: number, high: number, value: number) =>
    value < (low + high) / 2 ? low + (high - low) / 4 : high - (high - low) / 4;
  return [quarter(west, east, lon), quarter(south, north, lat)];
}

const sixDigits = (degrees: number) => Math.round(degrees * SIX_DIGITS) / SIX_DIGITS;

interface Placed {
  readonly precision: Precision | null;
  readonly position: [number, number] | null;
  readonly sideM: number | null;
  readonly areaId: number | null;
  readonly coarseAreaId: number | null;
  readonly occurredFrom: string | null;
  readonly occurredTo: string | null;
}

/** The same concern for whoever sees squares and months: no finer than 500 m, no finer than a month. */
export function asCoarse<Concern extends Placed>(concern: Concern): Concern {
  const { position, sideM, coarseAreaId, occurredFrom, occurredTo } = concern;
  const months = { occurredFrom: monthOf(occurredFrom), occurredTo: monthOf(occurredTo) };
  if (position === null || (sideM !== null && sideM >= COARSE_SIDE)) return { ...concern, ...months };
  return {
    ...concern,
    ...months,
    precision: 'block_cell',
    position: middleAt(position, LEVEL_UNKNOWN),
    sideM: COARSE_SIDE,
    areaId: coarseAreaId,
  };
}

function monthOf(instant: string | null): string | null {
  return instant === null ? null : `${instant.slice(0, 7)}-01T00:00:00.000Z`;
}

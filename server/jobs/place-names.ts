import { containsPosition, type PreparedPolygon, preparePolygon } from '../../analysis/prepared-polygon.ts';
import type { Area, AreaKind, Incident } from '../store/ports.ts';
import type { Hotspot } from './contract.ts';

/** Better names first: what people call the place, before what offices count by. A whole country says nothing. */
const KINDS: readonly (readonly AreaKind[])[] = [['neighbourhood'], ['district'], ['beat', 'custom']];
const LAST_RESORT: readonly AreaKind[] = ['region'];

/** As many areas named alike but for their number are a numbering: "Tract 1", "Tract 2", "Tract 3". */
const NUMBERING = 3;
/** Fewer letters than this are a code. */
const WORD = 3;

/**
 * The smallest neighbourhood around the centre, else district, else beat or drawn area; those with a name of their own
 * before those with a number. Else the commonest place text of the incidents, else nothing.
 */
export function placeNameOf(
  { centre }: Pick<Hotspot, 'centre'>,
  areas: readonly Area[],
  incidents: readonly Incident[],
): string | null {
  const numbered = numberedIn(areas);
  const named = areas.filter(({ name }) => !numbered.has(name));
  for (const among of [named, areas])
    for (const kinds of KINDS) {
      const name = smallestAround(centre, among, kinds);
      if (name !== null) return name;
    }
  return commonestPlace(incidents) ?? smallestAround(centre, areas, LAST_RESORT);
}

const known = new WeakMap<readonly Area[], ReadonlySet<string>>();

/** Names that are a number or a code. Told by the other names and not by words, so that it holds in every language. */
function numberedIn(areas: readonly Area[]): ReadonlySet<string> {
  const found = known.get(areas);
  if (found) return found;
  const alike = new Map<string, Set<string>>();
  for (const { name } of areas) alike.set(stemOf(name), (alike.get(stemOf(name)) ?? new Set()).add(name));
  const isNumbered = ({ name }: Area) => {
    const stem = stemOf(name);
    if (stem.length < WORD) return true;
    return /\p{Number}/u.test(name) && (alike.get(stem)?.size ?? 0) >= NUMBERING;
  };
  const names = new Set(areas.filter(isNumbered).map(({ name }) => name));
  known.set(areas, names);
  return names;
}

/** The letters of a name; digits with the letters that cling to them are its number. */
const stemOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[\p{Letter}\p{Mark}]?\p{Number}[\p{Number}.,-]*\p{Letter}?/gu, '')
    .replaceAll(/[^\p{Letter}\p{Mark}]/gu, '');

function smallestAround(
  [lon, lat]: Hotspot['centre'],
  areas: readonly Area[],
  kinds: readonly AreaKind[],
): string | null {
  const size = ({ bounds: [west, south, east, north] }: Area) => (east - west) * (north - south);
  const around = areas
    .filter(({ kind, bounds: [west, south, east, north] }) => {
      return kinds.includes(kind) && lon >= west && lon <= east && lat >= south && lat <= north;
    })
    .sort((a, b) => size(a) - size(b) || a.id - b.id);
  return around.find((area) => containsPosition(prepared(area), lon, lat))?.name ?? null;
}

const outlines = new WeakMap<Area, PreparedPolygon>();

/** Each patch of an answer asks the same areas. */
function prepared(area: Area): PreparedPolygon {
  const found = outlines.get(area) ?? preparePolygon(area.geometry);
  outlines.set(area, found);
  return found;
}

function commonestPlace(incidents: readonly Incident[]): string | null {
  const times = new Map<string, number>();
  for (const { placeText } of incidents) {
    const text = placeText?.trim() ?? '';
    if (text !== '') times.set(text, (times.get(text) ?? 0) + 1);
  }
  let best: string | null = null;
  for (const [text, number] of times) if (best === null || number > (times.get(best) ?? 0)) best = text;
  return best;
}

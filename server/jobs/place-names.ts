import { containsPosition, preparePolygon } from '../../analysis/prepared-polygon.ts';
import type { Area, AreaKind, Incident } from '../store/ports.ts';
import type { Hotspot } from './contract.ts';

/** Better names first; a whole country says nothing about a hotspot. */
const KINDS: readonly (readonly AreaKind[])[] = [
  ['neighbourhood', 'district'],
  ['beat', 'custom'],
];
const LAST_RESORT: readonly AreaKind[] = ['region'];

/** Smallest area around the centre, else the commonest place text of the incidents, else nothing. */
export function placeNameOf(
  { centre }: Pick<Hotspot, 'centre'>,
  areas: readonly Area[],
  incidents: readonly Incident[],
): string | null {
  for (const kinds of KINDS) {
    const name = smallestAround(centre, areas, kinds);
    if (name !== null) return name;
  }
  return commonestPlace(incidents) ?? smallestAround(centre, areas, LAST_RESORT);
}

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
  return around.find(({ geometry }) => containsPosition(preparePolygon(geometry), lon, lat))?.name ?? null;
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

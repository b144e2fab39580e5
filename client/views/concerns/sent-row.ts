import type { PaperRow } from '../../api/concerns.ts';
import type { Row } from './paper-line.tsx';

/** Of what is protected nothing is sent but the day, the way and the pathway. */
export function sentRow({ key: _, isProtected, pathway, place, ...row }: Row): PaperRow {
  const { receivedOn, channel } = row;
  if (isProtected) return { receivedOn, channel, isProtected, pathway: pathway === '' ? null : pathway };
  if (place.how === 'map' && place.position !== null)
    return { ...row, position: place.position, precision: place.precision };
  return place.how === 'area' ? { ...row, areaId: place.areaId } : row;
}

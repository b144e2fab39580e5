/**
 * Where the things of a case lie, and whether they are in somebody's reach. What lies nowhere is for those whose role
 * holds everywhere, and for whoever made it.
 */
import type { Annotation, Problem } from '../store/ports.ts';
import type { AnyGeometry, AreaGeometry } from './geometry.ts';
import { type Ground, liesIn } from './lies-in.ts';

/** The shapes a thing is made of; null: it lies nowhere. */
export type Place = readonly AnyGeometry[] | null;

/** Of areas by their ids: null when one of them is not there any more. */
export type AreaShapes = (ids: readonly number[]) => Promise<AreaGeometry[] | null>;

/** A case lies in its own shape; without one, in the shape its rule was given, or else in all areas its rule names. */
export async function placeOfCase(
  { geometry, rule }: Pick<Problem, 'geometry' | 'rule'>,
  shapesOf: AreaShapes,
): Promise<Place> {
  if (geometry) return [geometry];
  if (rule?.geometry) return [rule.geometry];
  return rule?.areas && rule.areas.length > 0 ? shapesOf(rule.areas) : null;
}

/** A commitment lies where it was drawn, or where its case does. */
export function placeOfCommitment({ geometry }: { geometry: AnyGeometry | null }, ofCase: Place): Place {
  return geometry ? [geometry] : ofCase;
}

/** An annotation lies in its own shape. */
export function placeOfNote({ geometry }: Pick<Annotation, 'geometry'>): Place {
  return geometry ? [geometry] : null;
}

/** All of it in one and the same area: what reaches from one area into another lies in neither. */
export function isInReach(place: Place, isOwn: boolean, grounds: readonly Ground[]): boolean {
  if (place === null) return isOwn;
  return grounds.some((ground) => place.every((shape) => liesIn(shape, ground)));
}

import type { Context } from 'hono';
import type { AppEnv } from '../deps.ts';
import { coarseShape, withCoarseShapes } from '../domain/coarse-shapes.ts';
import type { AreaGeometry } from '../domain/geometry.ts';
import { isExactEverywhere } from '../domain/grants.ts';
import type { IncidentFilter } from '../domain/incident-filter.ts';

/** A record with its shapes as exactly as the asker may see incidents: a shape may have its corners at some. */
export function shapesAsSeen<Value>(c: Context<AppEnv>, value: Value): Value {
  return isExactEverywhere(c.get('viewer').grants) ? value : withCoarseShapes(value);
}

interface Shapes {
  geometry?: AreaGeometry | null;
  rule?: IncidentFilter | null;
}

/** A shape that comes back as it was shown, coarse, has not been changed: the true one stays. */
export function unchangedShapesKept<Change extends Shapes>(change: Change, current: Shapes): Change {
  const kept = (given: AreaGeometry, stored: AreaGeometry | null | undefined) =>
    stored && JSON.stringify(given) === JSON.stringify(coarseShape(stored)) ? stored : given;
  return {
    ...change,
    ...(change.geometry && { geometry: kept(change.geometry, current.geometry) }),
    ...(change.rule?.geometry && {
      rule: { ...change.rule, geometry: kept(change.rule.geometry, current.rule?.geometry) },
    }),
  };
}

/** The same for every field of a body: what comes back as it was shown was not changed. */
export function unchangedBodyKept<Body extends object>(given: Body, stored: object | null): Body {
  if (stored === null) return given;
  const shown = new Map(
    Object.entries(stored).map(([field, value]) => [
      JSON.stringify(withCoarseShapes(value)),
      { field, value },
    ]),
  );
  const kept = Object.entries(given).map(([field, value]) => {
    const same = shown.get(JSON.stringify(value));
    return [field, same?.field === field ? same.value : value];
  });
  return Object.fromEntries(kept);
}

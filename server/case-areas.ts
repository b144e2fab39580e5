import { setImmediate as nextTurn } from 'node:timers/promises';
import { areaAndBelow } from './concern-areas.ts';
import type { AppDeps } from './deps.ts';
import { withCoarseShapes } from './domain/coarse-shapes.ts';
import type { AreaGeometry } from './domain/geometry.ts';
import { groundOf as squareMetresOf } from './domain/geometry-ground.ts';
import { type Ground, groundOf, liesIn } from './domain/lies-in.ts';
import { placeOfCase } from './domain/places.ts';
import type { Area, CaseOutline } from './store/ports.ts';

type Placed = Pick<CaseOutline, 'id' | 'version' | 'geometry' | 'rule'>;

/** A shape with thousands of corners takes a millisecond against another: each pair is asked once a version. */
interface Answers {
  readonly grounds: Map<string, Ground>;
  readonly lying: Map<string, boolean>;
}
const ANSWERS = new WeakMap<object, Answers>();
const MOST_KEPT = 200_000;
/** Others get their turn after this long. */
const STRETCH_MS = 20;

function answersOf(store: object): Answers {
  const known = ANSWERS.get(store);
  if (known && known.lying.size < MOST_KEPT) return known;
  const fresh = { grounds: new Map(), lying: new Map() };
  ANSWERS.set(store, fresh);
  return fresh;
}

/**
 * In which areas cases lie: those their rule names, or else the smallest official one that holds the whole shape. For
 * whoever sees coarse shapes it is the coarse shape that lies there.
 */
export function createCaseAreas({ store }: Pick<AppDeps, 'store'>) {
  /** Says of cases whether they lie in an area, all of their shape. Null: a case lies nowhere. */
  function asker(areas: readonly Area[], isExact: boolean) {
    const { grounds, lying } = answersOf(store);
    const byId = new Map(areas.map((area) => [area.id, area]));
    const shapesOf = async (ids: readonly number[]): Promise<AreaGeometry[] | null> => {
      const found = ids.flatMap((id) => byId.get(id)?.geometry ?? []);
      return found.length === ids.length ? found : null;
    };
    const groundIn = ({ id, version, geometry }: Area) => {
      const key = `${id}:${version}`;
      const ground = grounds.get(key) ?? groundOf(geometry);
      grounds.set(key, ground);
      return ground;
    };
    let since = performance.now();
    return async (one: Placed, area: Area): Promise<boolean> => {
      const named = (one.rule?.areas ?? []).map((id) => `${id}.${byId.get(id)?.version}`);
      const key = [one.id, one.version, isExact, area.id, area.version, ...named].join(':');
      const known = lying.get(key);
      if (known !== undefined) return known;
      const place = await placeOfCase(isExact ? one : withCoarseShapes(one), shapesOf);
      const isIn = place?.every((shape) => liesIn(shape, groundIn(area))) ?? false;
      lying.set(key, isIn);
      if (performance.now() - since > STRETCH_MS) {
        await nextTurn();
        since = performance.now();
      }
      return isIn;
    };
  }

  return {
    /** The areas of each case, by its id. */
    async of(cases: readonly Placed[], isExact: boolean): Promise<Map<string, number[]>> {
      const areas = await store.areas.list();
      const lies = asker(areas, isExact);
      const smallestFirst = officialBySize(areas);
      const known = new Set(areas.map(({ id }) => id));
      const found = new Map<string, number[]>();
      for (const one of cases) {
        const named = namedBy(one);
        const lying = named.length > 0 ? undefined : await firstOf(smallestFirst, (area) => lies(one, area));
        found.set(one.id, lying ? [lying.id] : named.filter((id) => known.has(id)));
      }
      return found;
    },
    /** Ids of the cases that lie in an area, or are about it or what lies below it in the tree. */
    async inside(areaId: number, cases: readonly Placed[], isExact: boolean): Promise<string[]> {
      const areas = await store.areas.list();
      const asked = areas.find(({ id }) => id === areaId);
      if (!asked) return [];
      const below = new Set(areaAndBelow(areaId, areas));
      const lies = asker(areas, isExact);
      const found: string[] = [];
      for (const one of cases)
        if (namedBy(one).some((id) => below.has(id)) || (await lies(one, asked))) found.push(one.id);
      return found;
    },
    /** Ids of the cases in reach of these areas: all of their true shape in one of them, or lying nowhere and made by whoever asks. */
    async reached(
      areaIds: readonly number[],
      cases: readonly CaseOutline[],
      userId: string,
    ): Promise<string[]> {
      const areas = await store.areas.list();
      const there = new Set(areas.map(({ id }) => id));
      const lies = asker(areas, true);
      const asked = areas.filter(({ id }) => areaIds.includes(id));
      const found: string[] = [];
      for (const one of cases) {
        const isHere = liesNowhere(one, there)
          ? one.createdBy === userId
          : (await firstOf(asked, (area) => lies(one, area))) !== undefined;
        if (isHere) found.push(one.id);
      }
      return found;
    },
  };
}

function liesNowhere(one: Placed, there: ReadonlySet<number>): boolean {
  if (one.geometry || one.rule?.geometry) return false;
  const named = namedBy(one);
  return named.length === 0 || !named.every((id) => there.has(id));
}

/** Areas a case is about, when it has no shape of its own. */
function namedBy({ geometry, rule }: Placed): readonly number[] {
  return geometry || rule?.geometry ? [] : (rule?.areas ?? []);
}

async function firstOf<T>(all: readonly T[], fits: (one: T) => Promise<boolean>): Promise<T | undefined> {
  for (const one of all) if (await fits(one)) return one;
  return undefined;
}

/** Areas drawn by hand may be as small as a house: a case is not said to lie there. */
function officialBySize(areas: readonly Area[]): Area[] {
  return areas
    .filter(({ kind }) => kind !== 'custom')
    .map((area) => ({ area, size: squareMetresOf(area.geometry) }))
    .sort((a, b) => a.size - b.size || a.area.id - b.area.id)
    .map(({ area }) => area);
}

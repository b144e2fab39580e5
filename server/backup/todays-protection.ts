import type { OpenStore } from '../store/open-store.ts';
import type { Act, Category } from '../store/ports.ts';
import { type Protection, takeOutConcerns, takeOutIncidents } from '../store/sqlite/protected-rows.ts';

/** What a backup held that may not be kept by the rules that hold today, and was taken out of the restored copy. */
export interface TakenOut {
  incidents: readonly { category: string; count: number }[];
  /** Concerns of such categories, with those that were merged into them. */
  concerns: number;
  /** Places that lost their position. */
  places: number;
}

/**
 * A backup may be older than a decision to protect something. The categories and kinds that are protected in the database
 * that is there today are protected in the restored one as well, and what it holds of them is taken out.
 */
export async function applyTodaysProtection(
  store: OpenStore,
  file: string,
  { categories, kinds }: Protection,
  act: Act,
): Promise<TakenOut> {
  const known = await store.categories.list();
  const late = known.filter(
    (category) => category.protected === 'none' && categories.some((other) => isSame(category, other)),
  );
  const ids = withBelow(known, late);
  const incidents = takeOutIncidents(file, ids);
  const concerns = takeOutConcerns(file, ids);
  for (const { id } of late) {
    const now = await store.categories.get(id);
    const level = categories.find((other) => now && isSame(now, other))?.protected;
    if (now && level && now.protected !== level)
      await store.categories.update(id, now.version, { protected: level }, act);
  }
  let places = 0;
  const there = new Set((await store.protectedAssets.kinds()).map(({ kind }) => kind));
  for (const { kind, name } of kinds)
    if (!there.has(kind)) places += (await store.protectedAssets.addKind(name, act)).moved;
  return { incidents, concerns, places };
}

function isSame(a: { scheme: string; code: string }, b: { scheme: string; code: string }): boolean {
  return a.scheme === b.scheme && a.code === b.code;
}

/** Ids of the categories and of all that lie below them. */
function withBelow(known: readonly Category[], chosen: readonly Category[]): number[] {
  const ids = new Set(chosen.map(({ id }) => id));
  for (let before = -1; before !== ids.size; ) {
    before = ids.size;
    for (const { id, parentId } of known) if (parentId !== null && ids.has(parentId)) ids.add(id);
  }
  return [...ids];
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Store, Viewer } from '../store/ports.ts';
import { placeNameOf } from './place-names.ts';
import type { Naming, Summary } from './task.ts';

type NamedEntry = Parameters<typeof placeNameOf>[0];

/** The summary with the names of the places in its list, as the areas and incidents of the viewer have them. */
export async function namePlaces(
  store: Store,
  viewer: Viewer,
  summary: Summary,
  naming: Naming | null,
): Promise<Summary> {
  if (naming === null || naming.incidents.length === 0) return summary;
  const areas = await store.areas.list();
  // The worker wrote the list into the summary it names.
  const entries = (summary as unknown as Record<string, NamedEntry[]>)[naming.list];
  const named = [];
  for (const [i, entry] of entries.entries()) {
    const some = await store.incidents.byIds(viewer, naming.incidents[i]);
    named.push({ ...entry, placeName: placeNameOf(entry, areas, some) });
    // A hundred patches among hundreds of areas take a third of a second: other requests go between.
    await nextTurn();
  }
  return { ...summary, [naming.list]: named };
}

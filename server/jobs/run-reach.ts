import { isExactEverywhere } from '../domain/grants.ts';
import type { AnalysisRun, Store, Viewer } from '../store/ports.ts';

/** Marks in the data version of a run the areas to which the sight of whoever started it was limited. */
export const WITHIN = 'within:';

/**
 * Who may read a run: those who see everything it was made from. Somebody limited to areas may when it was limited to
 * some of these, as they are drawn today.
 */
export async function runReader(store: Store, viewer: Viewer): Promise<(run: AnalysisRun) => boolean> {
  if (isExactEverywhere(viewer.grants)) return () => true;
  const areas = new Map(
    (await store.incidents.exactAreas(viewer)).map(([id, version]) => [`${WITHIN}${id}`, version]),
  );
  return ({ dataVersion }) => {
    const within = Object.entries(dataVersion).filter(([name]) => name.startsWith(WITHIN));
    return within.length > 0 && within.every(([name, version]) => areas.get(name) === version);
  };
}

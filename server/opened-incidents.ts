import type { AppDeps } from './deps.ts';
import { linkedIds } from './domain/linked-incidents.ts';
import type { CaseOpening, Incident, Problem, Viewer } from './store/ports.ts';
import { today } from './today.ts';

/** What of an incident is opened: when and where it was and of which category. No text of the record, no number of it. */
export type OpenedIncident = Pick<
  Incident,
  | 'datasetId'
  | 'categoryId'
  | 'occurredFrom'
  | 'occurredTo'
  | 'position'
  | 'accuracyM'
  | 'locationMethod'
  | 'flags'
>;

/** The incidents of a case, for those to whom it was opened. */
export function createOpenedIncidents({ store, clock }: Pick<AppDeps, 'store' | 'clock'>) {
  /** As whoever opened the case sees them. */
  const viewerOf = ({ openedBy, grants }: CaseOpening): Viewer => ({ userId: openedBy, grants });

  /** Found by the rule of today and by that which was opened: changing the rule of an open case opens no more. */
  async function idsOf(opening: CaseOpening, { rule, manual }: Problem): Promise<Uint32Array> {
    const viewer = viewerOf(opening);
    const now = rule ? await store.incidents.matching(viewer, rule) : new Uint32Array();
    const then = opening.rule ? await store.incidents.matching(viewer, opening.rule) : new Uint32Array();
    const opened = new Set(then);
    const byRule = now.filter((id) => opened.has(id));
    const putIn = manual.filter(({ verdict }) => verdict === 'in').map(({ incidentId }) => incidentId);
    const there = new Set((await store.incidents.byIds(viewer, putIn)).map(({ id }) => id));
    return linkedIds(
      byRule,
      manual.filter(({ verdict, incidentId }) => verdict === 'out' || there.has(incidentId)),
    );
  }

  return {
    /** The opening that holds today. What is over is closed first, so that a clock that is set back opens nothing again. */
    async current(problemId: string): Promise<CaseOpening | null> {
      const found = await store.openings.current(problemId);
      const day = await today(store, clock);
      if (found === null || day <= found.until) return found;
      await store.openings.closeEnded(day, clock.now().toISOString());
      return null;
    },
    /** From the incident after the one with the number `after`. */
    async page(opening: CaseOpening, problem: Problem, after: number, limit: number) {
      const ids = await idsOf(opening, problem);
      const first = ids.findIndex((id) => id > after);
      const wanted = first === -1 ? [] : [...ids.subarray(first, first + limit)];
      const found = await store.incidents.byIds(viewerOf(opening), wanted);
      const more = first !== -1 && first + limit < ids.length;
      return { count: ids.length, found, next: more ? String(wanted.at(-1)) : null };
    },
  };
}

export function openedOf(incident: Incident): OpenedIncident {
  const { datasetId, categoryId, occurredFrom, occurredTo } = incident;
  const { position, accuracyM, locationMethod, flags } = incident;
  return { datasetId, categoryId, occurredFrom, occurredTo, position, accuracyM, locationMethod, flags };
}

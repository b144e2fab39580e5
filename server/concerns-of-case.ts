import { createConcernSight } from './concern-sight.ts';
import type { AppDeps } from './deps.ts';
import { AppError, type FieldError, Unusable } from './errors.ts';
import type { Person } from './in-reach.ts';

const MOST_NAMED = 5;

/** Concerns a case is opened from: each has to be one this person may do triage with. Says which are not. */
export function createConcernsOfCase(deps: Pick<AppDeps, 'store'>) {
  const sight = createConcernSight(deps);

  async function faultOf(person: Person, id: string, i: number): Promise<FieldError[]> {
    try {
      await sight.concern(person, id, 'concern.triage');
      return [];
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const what =
        error.status === 404
          ? 'is not there, was passed on as protected, or lies outside your area'
          : 'can be read by you, and not put into a case: your role for that holds elsewhere';
      return [{ pointer: `/concerns/${i}`, detail: `Concern ${i + 1} of those chosen ${what}.` }];
    }
  }

  return async (person: Person, ids: readonly string[]): Promise<void> => {
    const errors = (await Promise.all(ids.map((id, i) => faultOf(person, id, i)))).flat();
    if (errors.length === 0) return;
    const which = errors
      .slice(0, MOST_NAMED)
      .map(({ detail }) => detail)
      .join(' ');
    throw new Unusable(
      'concern_not_for_case',
      `No case was opened. ${which} Leave out what cannot go in, or ask an administrator.`,
      errors,
    );
  };
}

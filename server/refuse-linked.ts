import { z } from 'zod';
import type { AppDeps } from './deps.ts';
import { becomes, grouped, type Link, StillLinked, sentenceOf, whatToDo } from './domain/link.ts';
import { AppError } from './errors.ts';
import { createInReach, type Person } from './in-reach.ts';

/** On a deletion: whoever sends it has read what links to the thing. */
export const despiteLinks = z.object({ despite: z.literal('links').optional() }).strict();

export type RefuseLinked = ReturnType<typeof createRefuseLinked>;

/**
 * Deletes a thing unless something links to it: then says by name and count what does, as far as the asker may know. What
 * links is looked up by the deletion itself, in its transaction.
 */
export function createRefuseLinked(deps: Pick<AppDeps, 'store'>) {
  const inReach = createInReach(deps);

  return async (person: Person, remove: () => Promise<void>): Promise<void> => {
    try {
      await remove();
    } catch (error) {
      throw error instanceof StillLinked ? await refusal(person, error.links) : error;
    }
  };

  async function refusal(person: Person, links: readonly Link[]): Promise<AppError> {
    const holds = links.some((link) => link.holds);
    const groups = grouped(links, await namer(person, links));
    const meant = groups.filter((group) => group.holds === holds);
    const what = sentenceOf(meant);
    return new AppError(
      409,
      'linked',
      holds
        ? `Something links to this: ${what}. ${whatToDo(meant)} Then this can be deleted.`
        : `Something links to this: ${what}. ${becomes(meant)}`,
      { extra: { links: groups, mayGoOn: !holds } },
    );
  }

  /** A case is named to whoever reads it; a commitment as the list of them is. */
  async function namer(person: Person, links: readonly Link[]): Promise<(link: Link) => boolean> {
    const areCases = links.some(({ problemId }) => problemId !== null);
    const cases = areCases ? await inReach.problems(person) : [];
    const readable = new Set(cases.map(({ id }) => id));
    const promises = links.some(({ kind }) => kind === 'commitment')
      ? await inReach.commitments.list(person)
      : [];
    const promised = new Set(promises.map(({ commitment }) => commitment.id));
    return ({ kind, id, name, problemId }) => {
      if (name === '' || (kind === 'commitment' && !promised.has(id))) return false;
      return problemId === null || readable.has(problemId);
    };
  }
}

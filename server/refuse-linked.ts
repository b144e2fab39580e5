import { z } from 'zod';
import type { AppDeps } from './deps.ts';
import { grouped, type Link, sentenceOf } from './domain/link.ts';
import { AppError } from './errors.ts';
import { createInReach, type Person } from './in-reach.ts';

/** On a deletion: whoever sends it has read what links to the thing. */
export const despiteLinks = z.object({ despite: z.literal('links').optional() }).strict();

export type RefuseLinked = ReturnType<typeof createRefuseLinked>;

/**
 * Before a thing is deleted: says by name and count what links to it, as far as the asker may know. What would point to
 * nothing keeps the thing; with the rest one can go on.
 */
export function createRefuseLinked(deps: Pick<AppDeps, 'store'>) {
  const inReach = createInReach(deps);

  return async (
    person: Person,
    links: readonly Link[],
    { despite }: z.infer<typeof despiteLinks>,
  ): Promise<void> => {
    const holds = links.some((link) => link.holds);
    if (links.length === 0 || (despite === 'links' && !holds)) return;
    const groups = grouped(links, await namer(person, links));
    const what = sentenceOf(groups.filter((group) => group.holds === holds));
    throw new AppError(
      409,
      'linked',
      holds
        ? `Something links to this: ${what}. Change or delete that first; then this can be deleted.`
        : `Something links to this: ${what}. It stays as it is when this is deleted.`,
      { extra: { links: groups, mayGoOn: !holds } },
    );
  };

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

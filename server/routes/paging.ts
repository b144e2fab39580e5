import { z } from 'zod';
import { Conflict } from '../errors.ts';
import { cursorOf, keyOf } from '../keyset.ts';

/** The part of a query every list takes. */
export const paging = {
  after: z.string().max(1500).optional(),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'Must be 1 to 999.')
    .optional(),
};
export const pageQuery = z.object(paging).strict();

interface Asked {
  after?: string | undefined;
  limit?: string | undefined;
}

/**
 * One page of a list that was read whole, in its own order. A page goes on behind the last entry of the one before, wherever
 * that stands by now; when it is gone nobody knows where to go on, and the list has to be read from its beginning again.
 */
export function pageAfter<T>(
  all: readonly T[],
  { after, limit = '100' }: Asked,
  idOf: (entry: T) => string | number,
): { items: T[]; next: string | null } {
  const start = after === undefined ? 0 : all.findIndex(isLast(after, idOf)) + 1;
  if (after !== undefined && start === 0)
    throw new Conflict(
      'list_changed',
      'The list changed: the entry behind which this page begins is gone. Read it from the beginning.',
    );
  const end = start + Number(limit);
  const last = all[end - 1];
  const next = last !== undefined && end < all.length ? cursorOf(idOf(last)) : null;
  return { items: all.slice(start, end), next };
}

/** As `pageAfter`, of records. */
export function pageOfRecords<T extends { id: string | number }>(all: readonly T[], asked: Asked) {
  return pageAfter(all, asked, ({ id }) => id);
}

function isLast<T>(after: string, idOf: (entry: T) => string | number) {
  const [id] = keyOf(after, 1);
  return (entry: T) => idOf(entry) === id;
}

/** As `pageAfter`, of entries that are only ever added at the end and have no name of their own. */
export function pageOfLog<T>(all: readonly T[], asked: Asked) {
  const numbered = all.map((entry, place) => ({ entry, place }));
  const { items, next } = pageAfter(numbered, asked, ({ place }) => place);
  return { items: items.map(({ entry }) => entry), next };
}

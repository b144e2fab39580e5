import { createHash } from 'node:crypto';

/**
 * The same sending of a telephone has the same id: it is kept once, even where the server ended before it could remember its
 * answer, and nobody else can name it.
 */
export function concernIdOf(guest: { id: string }, sentAs: string): string {
  return createHash('sha256').update(`${guest.id} ${sentAs}`).digest('hex').slice(0, 32);
}

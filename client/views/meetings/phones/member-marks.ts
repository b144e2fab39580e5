import type { Ballot } from '../../../api/phones.ts';

export type MarksFault = 'nothing_chosen' | 'too_many_dots' | 'not_a_ranking';

/** What keeps a voice from being sent, in the words of the server, which looks once more; null when nothing does. */
export function faultOfMarks(
  { kind, dotsEach }: Pick<Ballot, 'kind' | 'dotsEach'>,
  marks: Readonly<Record<string, number>>,
): MarksFault | null {
  const values = Object.values(marks).sort((a, b) => a - b);
  if (values.length === 0) return 'nothing_chosen';
  if (kind === 'dots') return values.reduce((sum, dots) => sum + dots, 0) > dotsEach ? 'too_many_dots' : null;
  if (kind === 'ranking') return values.every((rank, i) => rank === i + 1) ? null : 'not_a_ranking';
  return null;
}

import { describe, expect, it } from 'vitest';
import {
  countsOf,
  type Shown,
  shownAs,
} from '../../../../../client/views/problems/commitments/shown-commitments.ts';

describe('the list of commitments', () => {
  const one = (
    id: string,
    state: 'agreed' | 'delivered' | 'verified',
    dueOn: string | null,
    overdue = false,
  ) => ({
    id,
    state,
    dueOn,
    overdue,
  });
  const all = [
    one('later', 'agreed', '2026-05-01'),
    one('no day', 'agreed', null),
    one('late', 'agreed', '2026-01-01', true),
    one('done', 'delivered', '2026-02-01'),
    one('kept', 'verified', '2026-01-15'),
  ];

  it.each<[Shown, string[]]>([
    ['open', ['late', 'later', 'no day']],
    ['overdue', ['late']],
    ['residents', ['done']],
    ['all', ['late', 'kept', 'done', 'later', 'no day']],
  ])('shows %s, the soonest due first', (show, ids) => {
    expect(shownAs(all, show).map(({ id }) => id)).toEqual(ids);
    expect(countsOf(all)[show]).toBe(ids.length);
  });
});

import { describe, expect, it } from 'vitest';
import type { Commitment } from '../../../../../client/api/commitments.ts';
import type { AgendaItem } from '../../../../../client/api/meetings.ts';
import {
  chosenPromises,
  firstChoices,
  languagesOf,
  promisesToAsk,
} from '../../../../../client/views/meetings/sheets/sheet-choices.ts';

const promise = (id: string, more: Partial<Commitment>) =>
  ({ id, dueOn: null, state: 'delivered', overdue: false, visibility: 'committee', ...more }) as Commitment;
const item = (commitmentId: string | null) => ({ commitmentId }) as AgendaItem;

const ALL = [
  promise('late', { state: 'in_progress', overdue: true, dueOn: '2026-01-02' }),
  promise('later', { dueOn: '2026-03-02' }),
  promise('sooner', { dueOn: '2026-02-02' }),
  promise('open', { state: 'in_progress' }),
  promise('judged', { state: 'verified' }),
  promise('secret', { visibility: 'internal' }),
];

describe('promises on paper', () => {
  it('are those that are delivered or overdue, and none that is internal', () => {
    expect(promisesToAsk(ALL, []).map(({ id }) => id)).toEqual(['late', 'sooner', 'later']);
  });

  it('stand in the order of the agenda first', () => {
    const found = promisesToAsk(ALL, [item(null), item('later')]);
    expect(found.map(({ id }) => id)).toEqual(['later', 'late', 'sooner']);
  });

  it('are those of the agenda until somebody chooses', () => {
    const found = promisesToAsk(ALL, [item('later')]);
    const ids = (chosen: readonly string[] | null) =>
      chosenPromises(found, [item('later')], chosen).map(({ id }) => id);
    expect(ids(null)).toEqual(['later']);
    expect(ids(['late'])).toEqual(['late']);
    expect(ids([])).toEqual([]);
    expect(chosenPromises(found, [], null)).toHaveLength(3);
  });
});

describe('languages of sheets', () => {
  it('stand together on one sheet, or each on its own', () => {
    const choices = firstChoices(['en', 'ar', 'fr'], 'en');
    expect(languagesOf(choices)).toEqual([['en', 'ar']]);
    expect(languagesOf({ ...choices, layout: 'apart' })).toEqual([['en'], ['ar']]);
    expect(languagesOf({ ...choices, second: '' })).toEqual([['en']]);
    expect(languagesOf(firstChoices([], 'en'))).toEqual([['en']]);
  });
});

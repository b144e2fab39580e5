import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { preparePolygon } from '../../../../../analysis/prepared-polygon.ts';
import type { Commitment } from '../../../../../client/api/commitments.ts';
import {
  daysLate,
  liesIn,
  reminderOf,
  remindersOf,
} from '../../../../../client/views/problems/commitments/reminders.ts';
import { remindersFile } from '../../../../../client/views/problems/commitments/reminders-file.ts';

const TODAY = '2026-03-10';
const promise = (text: string, more: Partial<Commitment>) =>
  ({
    id: text,
    text,
    state: 'in_progress',
    dueOn: null,
    visibility: 'committee',
    evidenceOfDone: 'It is lit',
    organisation: { id: 1, name: 'Lighting' },
    ...more,
  }) as Commitment;

describe('a reminder', () => {
  it.each<[Partial<Commitment>, ReturnType<typeof reminderOf>]>([
    [{ dueOn: '2026-03-09' }, 'overdue'],
    [{ dueOn: '2026-03-10' }, 'soon'],
    [{ dueOn: '2026-04-09' }, 'soon'],
    [{ dueOn: '2026-04-10' }, null],
    [{ dueOn: null }, null],
    [{ dueOn: '2026-03-09', state: 'proposed' }, null],
    [{ dueOn: '2026-03-09', state: 'verified' }, null],
    [{ dueOn: '2026-03-09', state: 'reopened' }, 'overdue'],
    [{ dueOn: '2026-03-09', state: 'delivered' }, 'residents'],
    [{ dueOn: '2026-03-09', visibility: 'internal' }, null],
  ])('of %j is %s', (more, expected) => {
    expect(reminderOf(promise('a', more), TODAY)).toBe(expected);
  });

  it('says how late it is, across a change of the clocks and a leap day', () => {
    expect(daysLate('2026-03-01', '2026-04-01')).toBe(31);
    expect(daysLate('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysLate('2026-03-11', TODAY)).toBe(0);
    expect(daysLate(null, TODAY)).toBe(0);
  });
});

describe('the list', () => {
  const all = [
    promise('b', { dueOn: '2026-03-05' }),
    promise('a', { dueOn: '2026-03-01' }),
    promise('c', { dueOn: '2026-03-20', organisation: { id: 2, name: 'Drains' } }),
    promise('d', { state: 'delivered', organisation: { id: 2, name: 'Drains' } }),
    promise('e', { dueOn: '2027-03-20', organisation: { id: 3, name: 'Parks' } }),
  ];

  it('is by organisation, the longest overdue first, without those that owe nothing now', () => {
    const found = remindersOf(all, TODAY, () => true);
    expect(
      found.map(({ name, of }) => [name, ...Object.values(of).map((some) => some.map(({ id }) => id))]),
    ).toEqual([
      ['Drains', [], ['c'], ['d']],
      ['Lighting', ['a', 'b'], [], []],
    ]);
    expect(remindersOf(all, TODAY, ({ id }) => id === 'c')).toHaveLength(1);
  });

  it('stands on paper with the days that each is late', () => {
    const intl = createIntl({ locale: 'en', onError: () => {} });
    const base = { today: TODAY, workspace: 'District', direction: 'ltr', area: '' } as const;
    const file = remindersFile(intl, { ...base, organisations: remindersOf(all, TODAY, () => true) });
    expect(file.parts.map(({ title }) => title)).toEqual(['Drains', 'Lighting']);
    expect(JSON.stringify(file.parts[1])).toContain('March 1, 2026 (9 days late)');
    expect(JSON.stringify(remindersFile(intl, { ...base, organisations: [] }).parts)).toContain(
      'Nothing is overdue',
    );
  });

  it('finds what lies in an area by the middle of its place', () => {
    const ring = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ];
    const area = preparePolygon({ type: 'Polygon', coordinates: [ring] });
    expect(liesIn(area, { type: 'Point', coordinates: [0.5, 0.5] })).toBe(true);
    expect(
      liesIn(area, {
        type: 'LineString',
        coordinates: [
          [0.9, 0.5],
          [2, 0.5],
        ],
      }),
    ).toBe(false);
    expect(liesIn(area, null)).toBe(false);
  });
});

import { expect, it } from 'vitest';
import { daysSince, filterOf, isNarrowed } from '../../../../client/views/problems/board-search.ts';

it('takes days as those of the workspace, both included, over a change of the clock too', () => {
  const days = { from: '2026-03-29', to: '2026-03-29' };
  expect(filterOf(days, 'Europe/Berlin')).toEqual({
    openedFrom: '2026-03-28T23:00:00.000Z',
    openedBefore: '2026-03-29T22:00:00.000Z',
  });
});

it('asks for what is chosen and for nothing else', () => {
  expect(filterOf({ view: 'list', stage: 'closed' }, 'UTC')).toEqual({});
  expect(filterOf({ area: 7, silent: true, lead: 'Imam', sort: 'review' }, 'UTC')).toEqual({
    area: '7',
    silent: 'true',
    lead: 'Imam',
    sort: 'review',
  });
});

it('is narrowed by a filter, not by the order or the tab', () => {
  expect(isNarrowed({ sort: 'review', stage: 'analysis', view: 'list' })).toBe(false);
  expect(isNarrowed({ overdue: true })).toBe(true);
});

it('counts whole days, and none for what is still to come', () => {
  const now = Date.parse('2026-03-03T12:00:00Z');
  expect(daysSince('2026-03-01T12:00:00.001Z', now)).toBe(1);
  expect(daysSince('2026-03-01T12:00:00.000Z', now)).toBe(2);
  expect(daysSince('2026-03-04T00:00:00.000Z', now)).toBe(0);
});

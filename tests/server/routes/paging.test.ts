import { describe, expect, it } from 'vitest';
import { pageAfter, pageOfLog, pageOfRecords } from '../../../server/routes/paging.ts';

const records = (...ids: (string | number)[]) => ids.map((id) => ({ id }));
const three = records('a', 'b', 'c');

describe('pages of a list', () => {
  it('go on behind the last entry of the page before', () => {
    const first = pageOfRecords(three, { limit: '2' });
    expect(first.items).toEqual(records('a', 'b'));
    expect(pageOfRecords(three, { limit: '2', after: first.next ?? '' })).toEqual({
      items: records('c'),
      next: null,
    });
  });

  it('repeat and leave out nothing when entries come or go before that entry', () => {
    const { next } = pageOfRecords(three, { limit: '2' });
    const after = next ?? '';
    expect(pageOfRecords(records('new', 'a', 'b', 'c'), { after }).items).toEqual(records('c'));
    expect(pageOfRecords(records('b', 'c'), { after }).items).toEqual(records('c'));
  });

  it('say that the list changed when that entry is gone', () => {
    const { next } = pageOfRecords(three, { limit: '2' });
    expect(() => pageOfRecords(records('a', 'c'), { after: next ?? '' })).toThrow(/from the beginning/);
  });

  it('end where the list ends, with no empty page behind', () => {
    expect(pageOfRecords(three, { limit: '3' })).toEqual({ items: three, next: null });
    expect(pageOfRecords([], {})).toEqual({ items: [], next: null });
  });

  it('are of 100 unless said', () => {
    const many = Array.from({ length: 101 }, (_, id) => ({ id }));
    expect(pageOfRecords(many, {}).items).toHaveLength(100);
  });

  it('tell a number from a text', () => {
    const { next } = pageOfRecords(records('1', 2), { limit: '1' });
    expect(() => pageOfRecords(records(1, 2), { after: next ?? '' })).toThrow();
  });

  it('refuse what is no cursor of theirs', () => {
    for (const after of ['', 'x', 'W10', 'bnVsbA'])
      expect(() => pageOfRecords(three, { after })).toThrow(/`next`/);
  });

  it('count in a log, which grows at its end alone', () => {
    const first = pageOfLog(['x', 'x'], { limit: '1' });
    expect(pageOfLog(['x', 'x', 'y'], { after: first.next ?? '' }).items).toEqual(['x', 'y']);
  });

  it('name an entry as its list does', () => {
    const days = [{ day: '2026-01-01' }, { day: '2026-01-02' }];
    const first = pageAfter(days, { limit: '1' }, ({ day }) => day);
    expect(pageAfter(days, { after: first.next ?? '' }, ({ day }) => day).items).toEqual([days[1]]);
  });
});

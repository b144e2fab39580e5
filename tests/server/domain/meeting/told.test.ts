import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CountedBefore,
  countRaised,
  type RaisedConcern,
} from '../../../../server/domain/meeting/told.ts';
import { draftMeetingTexts, isPriority } from '../../../../server/domain/meeting/told-draft.ts';

/** So many concerns of each category; 0: none was named. */
function raised(counts: Readonly<Record<number, number>>, prefix = 'c'): RaisedConcern[] {
  return Object.entries(counts).flatMap(([category, count]) =>
    Array.from({ length: count }, (_, i) => ({
      id: `${prefix}${category}-${i}`,
      categoryId: category === '0' ? null : Number(category),
    })),
  );
}
const shown = ({ total, categories }: ReturnType<typeof countRaised>) => [
  total,
  Object.fromEntries(categories.map(({ categoryId, count }) => [categoryId, count])),
];

describe('what was raised, counted for everybody', () => {
  it.each<[string, Record<number, number>, unknown]>([
    ['nothing', {}, [0, {}]],
    ['fewer than five', { 1: 4 }, [null, {}]],
    ['five of one kind', { 1: 5 }, [5, { 1: 5 }]],
    ['two large kinds', { 1: 9, 2: 6 }, [15, { 1: 9, 2: 6 }]],
    [
      'a small kind goes into the rest, with the next so that the rest is not small',
      { 1: 9, 2: 6, 3: 2 },
      [17, { 1: 9 }],
    ],
    ['small kinds together make a rest that is large enough', { 1: 9, 3: 2, 4: 3 }, [14, { 1: 9 }]],
    ['those without a kind are the rest', { 0: 5, 1: 7 }, [12, { 1: 7 }]],
    ['one large kind and few others', { 1: 9, 2: 1 }, [10, {}]],
  ])('%s', (_, counts, wanted) => {
    expect(shown(countRaised(raised(counts), []))).toEqual(wanted);
  });

  it('names the largest first', () => {
    const { categories } = countRaised(raised({ 1: 5, 2: 8, 3: 6 }), []);
    expect(categories.map(({ categoryId }) => categoryId)).toEqual([2, 3, 1]);
  });

  it('is not what a few less were counted before', () => {
    const all = raised({ 1: 8 });
    const before = [{ key: 'total', release: 'old', concerns: all.slice(0, 6).map(({ id }) => id) }];
    expect(shown(countRaised(all, before))).toEqual([null, {}]);
    expect(shown(countRaised(all, [{ ...before[0], concerns: all.map(({ id }) => id) }]))).toEqual([
      8,
      { 1: 8 },
    ]);
    expect(shown(countRaised(all, [{ ...before[0], concerns: ['others', 'altogether'] }]))).toEqual([
      8,
      { 1: 8 },
    ]);
  });

  it('gives no small group away, by itself or by taking one figure from another', () => {
    const few = fc.integer({ min: 0, max: 9 });
    const counts = fc.record({ 0: few, 1: few, 2: few, 3: few });
    fc.assert(
      fc.property(counts, fc.array(fc.integer({ min: 0, max: 39 }), { maxLength: 30 }), (of, told) => {
        const all = raised(of);
        const earlier = [...new Set(told)].flatMap((i) => all[i]?.id ?? []);
        const before: CountedBefore[] =
          earlier.length >= 5 ? [{ key: 'total', release: 'old', concerns: earlier }] : [];
        const { counted, total, categories } = countRaised(all, before);
        const figures = [...counted, ...before].map(({ concerns }) => new Set(concerns));
        for (const one of figures)
          for (const other of figures) {
            if (![...other].every((id) => one.has(id))) continue;
            const left = one.size - other.size;
            expect(left === 0 || left >= 5).toBe(true);
          }
        for (const { size } of figures) expect(size).toBeGreaterThanOrEqual(5);
        const rest = total === null ? 0 : total - categories.reduce((sum, { count }) => sum + count, 0);
        if (categories.length > 0) expect(rest === 0 || rest >= 5).toBe(true);
      }),
    );
  });
});

const HEARD = {
  after: '2025-02-04',
  upTo: '2025-03-04',
  total: 12,
  categories: [{ name: 'Lamps', count: 7 }],
};
const priority = { decisionId: 'd', kind: 'priority', result: 'agreed', text: 'Lamps first' } as const;

describe('the first draft of what is told of a meeting', () => {
  const told = { heard: HEARD, decisions: [], next: null };
  const from = { place: 'Riverside', on: '2025-03-04', told, rows: [] };
  const first = (change: object, languages = ['en']) =>
    draftMeetingTexts({ ...from, ...change }, languages)[0];

  it.each<[string, object, RegExp]>([
    ['with counts', {}, /since the meeting of February 4, 2025\. They are counted here by what/],
    [
      'at the first meeting',
      { told: { ...told, heard: { ...HEARD, after: null } } },
      /^You raised concerns with us\. They are counted/,
    ],
    [
      'when counts would point at somebody',
      { told: { ...told, heard: { ...HEARD, total: null, categories: [] } } },
      /not counted here/,
    ],
    [
      'when nothing was raised',
      { told: { ...told, heard: { ...HEARD, total: 0, categories: [] } } },
      /^No new concern .* since the meeting of February 4/,
    ],
    ['of a session', { told: { ...told, heard: null } }, /^At this session/],
    [
      'with what comes first',
      { told: { ...told, decisions: [priority] } },
      /chose to come first is listed here\.$/,
    ],
  ])('says %s what was said', (_, change, wanted) => {
    expect(first(change)?.youSaid).toMatch(wanted);
  });

  it('holds no figure of its own, and a part only where the record has something for it', () => {
    const all = draftMeetingTexts({ ...from, told: { ...told, heard: { ...HEARD, after: null } } }, [
      'en',
      'fr',
      'es',
      'ar',
    ]);
    for (const { youSaid, weDid, notYet, whyNot, result } of all) {
      expect(youSaid).not.toMatch(/\d/);
      expect([weDid, notYet, whyNot, result]).toEqual(['', '', '', '']);
    }
    const rows = (['done', 'not_yet', 'why_not'] as const).map((list) => ({ list }));
    for (const { weDid, notYet, whyNot } of draftMeetingTexts({ ...from, rows }, ['en', 'fr', 'es', 'ar']))
      for (const text of [weDid, notYet, whyNot]) expect(text).toMatch(/\.$/);
  });

  it('is written in the languages of the meeting that there are sentences for, else in English', () => {
    const languages = (wanted: string[]) => draftMeetingTexts(from, wanted).map(({ language }) => language);
    expect(languages(['ar', 'en-GB', 'sw', 'ar'])).toEqual(['ar', 'en']);
    expect(languages(['sw'])).toEqual(['en']);
    expect(languages([])).toEqual(['en']);
    expect(first({}, ['ar'])?.title).toBe('قلتم وفعلنا: Riverside، 4 مارس 2025');
  });

  it('takes for a priority what was agreed on', () => {
    expect(isPriority(priority)).toBe(true);
    expect(isPriority({ ...priority, result: 'deferred' })).toBe(false);
    expect(isPriority({ ...priority, kind: 'rule' })).toBe(false);
  });
});

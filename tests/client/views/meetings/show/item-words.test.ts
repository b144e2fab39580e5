import { describe, expect, it } from 'vitest';
import { directionOf, titlesOf } from '../../../../../client/views/meetings/show/item-words.ts';

const item = (title: string, titles: Record<string, string> = {}) => ({
  kind: 'concerns' as const,
  title,
  titles,
});

describe('the title of an item', () => {
  it('stands in two languages, what was written before what its kind is called', () => {
    expect(titlesOf(item('Lamps', { ar: 'مصابيح' }), ['en', 'ar', 'fr'], 'Concerns')).toEqual([
      { language: 'en', text: 'Lamps' },
      { language: 'ar', text: 'مصابيح' },
    ]);
    expect(titlesOf(item(''), ['en', 'fr'], 'Concerns').map(({ text }) => text)).toEqual([
      'Concerns',
      'Préoccupations',
    ]);
  });

  it('is one where the second language has no words for it', () => {
    expect(titlesOf(item(''), ['en', 'sw'], 'Concerns')).toEqual([{ language: 'en', text: 'Concerns' }]);
    expect(titlesOf(item(''), ['sw'], 'Concerns')).toEqual([{ language: 'en', text: 'Concerns' }]);
    expect(titlesOf(item(''), ['ar', 'en'], 'Concerns')).toEqual([
      { language: 'ar', text: 'الشواغل' },
      { language: 'en', text: 'Concerns' },
    ]);
  });

  it('runs in the direction of its language', () => {
    expect([directionOf('ar-SY'), directionOf('ur'), directionOf('en')]).toEqual(['rtl', 'rtl', 'ltr']);
  });
});

import { describe, expect, it } from 'vitest';
import { cardsFound } from '../../../../../client/views/problems/response/cards-found.ts';
import { readResponseCards } from '../../../../../server/response-cards.ts';

const CARDS = readResponseCards().map((card) => ({ ...card, version: null }));
const nothing = { words: '', side: null };
const titles = (found: readonly { title: string }[]) => found.map(({ title }) => title);

describe('the library', () => {
  it('is all there until something is asked', () => {
    expect(cardsFound(CARDS, nothing)).toHaveLength(33);
  });

  it('is filtered by the weak side', () => {
    const found = cardsFound(CARDS, { ...nothing, side: 'place/manager' });
    expect(titles(found)).toContain('Utilize place managers');
    expect(titles(found)).not.toContain('Conceal targets');
  });

  it('is searched for every word, whatever its case and accents', () => {
    const found = titles(cardsFound(CARDS, { ...nothing, words: 'LÁMPS  repaired' }));
    expect(found).toContain('Assist natural surveillance');
    expect(found).not.toContain('Target harden');
    expect(cardsFound(CARDS, { ...nothing, words: 'zeppelin' })).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import {
  cardFieldsOf,
  EMPTY_CARD,
  isCardWhole,
} from '../../../../../client/views/problems/response/card-words.ts';
import { cardFields } from '../../../../../server/domain/response-card.ts';
import { readResponseCards } from '../../../../../server/response-cards.ts';

describe('the form of a response card', () => {
  it('begins a card of the workspace from any card of the library', () => {
    const cards = readResponseCards();
    expect(cards.length).toBeGreaterThan(0);
    for (const card of cards) {
      const fields = cardFieldsOf({ ...card, version: null });
      expect(cardFields.safeParse(fields).success, card.id).toBe(true);
      expect(isCardWhole(fields)).toBe(true);
    }
  });

  it('takes an empty card for whole no more than the server does', () => {
    expect(isCardWhole(EMPTY_CARD)).toBe(false);
    const least = {
      ...EMPTY_CARD,
      title: 'Lantern walk',
      about: 'Families walk together.',
      mechanism: 'works by bringing people to the path',
      sides: ['target/guardian' as const],
      harms: ['Tires out the same few'],
      displacement: 'Other evenings',
    };
    expect(isCardWhole(least)).toBe(true);
    expect(cardFields.safeParse(least).success).toBe(true);
    for (const part of [
      { title: ' ' },
      { sides: [] },
      { harms: [] },
      { displacement: '' },
      { mechanism: '' },
    ])
      expect([
        isCardWhole({ ...least, ...part }),
        cardFields.safeParse({ ...least, ...part }).success,
      ]).toEqual([false, false]);
  });
});

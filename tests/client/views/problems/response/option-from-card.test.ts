import { describe, expect, it } from 'vitest';
import { optionFromCard } from '../../../../../client/views/problems/response/option-from-card.ts';
import { optionItem } from '../../../../../server/domain/case/option.ts';
import { readResponseCards } from '../../../../../server/response-cards.ts';

const CARDS = readResponseCards().map((card) => ({ ...card, version: null }));

describe('an option begun from a card', () => {
  it.each(CARDS.map((card) => [card.id, card] as const))(
    '%s can be saved as it is, with nothing decided',
    (_, card) => {
      const option = optionFromCard(card, 'place/manager');
      expect(optionItem.safeParse(option).error?.issues).toBeUndefined();
      expect(option).toMatchObject({ cardId: card.id, decision: null, lawful: null, ownerId: null });
    },
  );

  it('is on the weak side when the card acts on it, else on the first the card names', () => {
    const conceal = CARDS.find(({ id }) => id === 'conceal-targets');
    const managers = CARDS.find(({ id }) => id === 'place-managers');
    expect(conceal && optionFromCard(conceal, 'place/manager').side).toBe('target/guardian');
    expect(managers && optionFromCard(managers, 'place/manager').side).toBe('place/manager');
  });
});

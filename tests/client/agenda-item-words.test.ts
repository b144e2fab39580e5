import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { AGENDA_ITEM_WORDS, itemWordIn } from '../../client/agenda-item-words.ts';
import { wordedItem } from '../../client/join/worded-item.ts';
import { AGENDA_KINDS } from '../../server/domain/meeting/agenda.ts';

const intl = createIntl({ locale: 'en', onError: () => {} });

describe('what an item without a title is called', () => {
  it('is known for every kind, and in every language that has any', () => {
    expect(Object.keys(AGENDA_ITEM_WORDS).sort()).toEqual([...AGENDA_KINDS].sort());
    for (const kind of AGENDA_KINDS)
      for (const language of ['fr', 'es', 'pt', 'ar', 'fr-CA'])
        expect(itemWordIn(kind, language)).toBeTruthy();
  });

  it('is said in the language of the telephone, and in English where there is no word', () => {
    expect(wordedItem(intl, 'priorities', 'fr')).toEqual({ text: 'Priorités', language: 'fr' });
    expect(wordedItem(intl, 'priorities', 'so')).toEqual({ text: 'Priorities', language: 'en' });
  });
});

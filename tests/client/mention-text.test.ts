import { describe, expect, it } from 'vitest';
import { keptText, piecesOf, shownText } from '../../client/mention-text.ts';

const AMINA = { id: 'a-1', name: 'Amina' };
const OKAFOR = { id: 'a-2', name: 'Amina Okafor' };
const people = [AMINA, OKAFOR];

describe('the text of a note', () => {
  it('keeps people by their ids and shows their names', () => {
    const kept = keptText('Ask @Amina Okafor, or @Amina: mail@Amina is none.', people);
    expect(kept).toBe('Ask @[a-2], or @[a-1]: mail@[a-1] is none.');
    expect(shownText('Ask @[a-2].', people)).toBe('Ask @Amina Okafor.');
  });

  it('shows the name of today, and no id of whoever is not known', () => {
    expect(shownText('Ask @[a-1].', [{ id: 'a-1', name: 'Amina Bello' }])).toBe('Ask @Amina Bello.');
    expect(shownText('Ask @[x-9].', people)).toBe('Ask @….');
    expect(piecesOf('@[a-1] and @[a-2]', people)).toEqual([AMINA, ' and ', OKAFOR]);
  });

  it.each([
    '',
    'No @ at all',
    '@',
    '@@Amina',
    'An e-mail@example.org',
    '@[not an id]',
    '👩🏽‍🌾 @Amina 👩🏽‍🌾',
  ])('comes back as it was written: %s', (text) => {
    expect(shownText(keptText(text, people), people)).toBe(text);
  });
});

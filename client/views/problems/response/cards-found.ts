import type { ResponseCard } from '../../../api/response-cards.ts';
import { fold } from '../../../find-names.ts';
import type { TriangleSide } from '../side-words.ts';

/** The cards for a side in which every word stands, whatever its accents; those of the side alone come first. */
export function cardsFound(
  cards: readonly ResponseCard[],
  { words, side }: { words: string; side: TriangleSide | null },
): ResponseCard[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  return cards.filter((card) => {
    if (side !== null && !card.sides.includes(side)) return false;
    if (wanted.length === 0) return true;
    const text = fold([card.title, card.about, card.mechanism, ...card.examples].join(' '));
    return wanted.every((word) => text.includes(word));
  });
}

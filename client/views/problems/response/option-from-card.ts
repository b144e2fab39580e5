import type { ResponseCard } from '../../../api/response-cards.ts';
import type { TriangleSide } from '../side-words.ts';
import { EMPTY_OPTION, type Option } from './option-words.ts';

const LONGEST_LINE = 200;

/** An option as the card suggests it: on the weak side when the card acts on it. Decisions and rights stay open. */
export function optionFromCard(card: ResponseCard, weakSide: TriangleSide | null): Option {
  const { effect, moderators } = card.emmie;
  return {
    ...EMPTY_OPTION,
    title: card.title,
    description: card.about,
    cardId: card.id,
    family: card.family,
    mechanism: card.mechanism.slice(0, LONGEST_LINE),
    side: weakSide !== null && card.sides.includes(weakSide) ? weakSide : (card.sides[0] ?? null),
    evidence: [effect.text, moderators.text].filter(Boolean).join(' '),
    evidenceQuality: effect.evidenceQuality,
    cost: card.cost.text.slice(0, LONGEST_LINE),
    course: card.course === 'both' ? null : card.course,
    risks: card.harms.map((harm) => harm.slice(0, LONGEST_LINE)),
    displacement: card.displacement,
  };
}

import { defineMessages, type MessageDescriptor } from 'react-intl';
import type { CardFields, ResponseCard } from '../../../api/response-cards.ts';

export type EmmiePart = keyof ResponseCard['emmie'];

/** What is known of a way of responding, in the five parts that reviews of what works use. */
export const EMMIE_WORDS: Record<EmmiePart, MessageDescriptor> = defineMessages({
  effect: { id: 'emmie.effect', defaultMessage: 'Effect' },
  mechanism: { id: 'emmie.mechanism', defaultMessage: 'How it works' },
  moderators: { id: 'emmie.moderators', defaultMessage: 'Where it works' },
  implementation: { id: 'emmie.implementation', defaultMessage: 'Doing it' },
  economic: { id: 'emmie.economic', defaultMessage: 'Cost and benefit' },
});

// The keys of the record are the parts; Object.keys forgets it.
export const EMMIE = Object.keys(EMMIE_WORDS) as EmmiePart[];

export const CARD_COST_WORDS: Record<ResponseCard['cost']['level'], MessageDescriptor> = defineMessages({
  low: { id: 'card.cost.low', defaultMessage: 'Low' },
  medium: { id: 'card.cost.medium', defaultMessage: 'Medium' },
  high: { id: 'card.cost.high', defaultMessage: 'High' },
});

export const CARD_COURSE_WORDS: Record<ResponseCard['course'], MessageDescriptor> = defineMessages({
  one_off: { id: 'option.one-off', defaultMessage: 'Done once' },
  continuous: { id: 'option.continuous', defaultMessage: 'Goes on' },
  both: { id: 'card.course.both', defaultMessage: 'Either' },
});

const NOTHING_KNOWN = { text: '', evidenceQuality: 'none' } as const;

export const EMPTY_CARD: CardFields = {
  title: '',
  family: 'increase_risks',
  about: '',
  mechanism: '',
  sides: [],
  examples: [],
  cost: { level: 'low', text: '' },
  course: 'both',
  harms: [],
  displacement: '',
  emmie: {
    effect: NOTHING_KNOWN,
    mechanism: NOTHING_KNOWN,
    moderators: NOTHING_KNOWN,
    implementation: NOTHING_KNOWN,
    economic: NOTHING_KNOWN,
  },
};

/** What is written on a card, without what the workbench adds. */
export function cardFieldsOf(card: ResponseCard): CardFields {
  const { id: _, number: _number, version: _version, ...fields } = card;
  return fields;
}

/** What a card cannot be without. */
export function isCardWhole({ title, about, mechanism, sides, harms, displacement }: CardFields): boolean {
  const texts = [title, about, mechanism, displacement];
  return texts.every((text) => text.trim() !== '') && sides.length > 0 && harms.length > 0;
}

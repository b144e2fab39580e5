import type { IntlShape } from 'react-intl';
import type { AgendaKind } from '../../server/app.ts';
import { AGENDA_ITEM_WORDS, itemWordIn } from '../agenda-item-words.ts';

/** What an item without a title is called, in the language of the telephone where there is a word for it. */
export function wordedItem(
  intl: IntlShape,
  kind: AgendaKind,
  language: string,
): { text: string; language: string } {
  const own = itemWordIn(kind, language);
  return own === null
    ? { text: intl.formatMessage(AGENDA_ITEM_WORDS[kind]), language: 'en' }
    : { text: own, language };
}

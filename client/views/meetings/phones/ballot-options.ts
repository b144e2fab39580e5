import type { IntlShape } from 'react-intl';
import type { Ballot } from '../../../api/phones.ts';
import { ANSWER_WORDS } from './phone-words.ts';

/** What is chosen from, in the words of this page. */
export function optionsOf({ kind, options }: Pick<Ballot, 'kind' | 'options'>, intl: IntlShape) {
  const of = (ids: readonly (keyof typeof ANSWER_WORDS)[]) =>
    ids.map((id) => ({ id: id as string, text: intl.formatMessage(ANSWER_WORDS[id]) }));
  if (kind === 'yes_no') return of(['yes', 'no', 'abstain']);
  if (kind === 'verify') return of(['done', 'partly', 'notDone', 'cannotSay']);
  return options.map(({ id, text }) => ({ id, text }));
}

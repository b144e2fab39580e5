import { defineMessages, type MessageDescriptor } from 'react-intl';
import type { SearchHit, SearchKind } from './api/search.ts';

export const SEARCH_KINDS: readonly SearchKind[] = ['problem', 'concern', 'commitment'];

export const KIND_WORDS: Record<SearchKind, MessageDescriptor> = defineMessages({
  problem: { id: 'search.problems', defaultMessage: 'Problem cases' },
  concern: { id: 'search.concerns', defaultMessage: 'Concerns' },
  commitment: { id: 'search.commitments', defaultMessage: 'Commitments' },
});

/** What a reply says in marked pieces, as one text. */
export function plainText(pieces: SearchHit['title']): string {
  return pieces.map(({ text }) => text).join('');
}

import type { SearchHit } from './api/search.ts';

/** A text with the words that were found in it marked. */
export function FoundText({ pieces }: { pieces: SearchHit['title'] }) {
  // Pieces have no name but their place, and change only all together.
  const keyed = pieces.map((piece, at) => ({ ...piece, key: `${at}` }));
  return <bdi>{keyed.map(({ key, text, isFound }) => (isFound ? <mark key={key}>{text}</mark> : text))}</bdi>;
}

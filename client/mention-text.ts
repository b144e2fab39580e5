/** A colleague who is addressed in a note. The text keeps the id, "@[abc123]"; people read and write the name, "@Amina". */
export interface Mentioned {
  id: string;
  name: string;
}

const TOKEN = /@\[([\w-]{1,64})\]/;

/** The text piece by piece: words, and people; who is not known any more is words. */
export function piecesOf<Person extends Mentioned>(
  text: string,
  people: readonly Person[],
): (string | Person)[] {
  // Every second piece is an id.
  return text.split(TOKEN).flatMap((piece, i): (string | Person)[] => {
    if (i % 2 === 0) return piece === '' ? [] : [piece];
    return [people.find(({ id }) => id === piece) ?? '@…'];
  });
}

/** As it is read and written. */
export function shownText(text: string, people: readonly Mentioned[]): string {
  return piecesOf(text, people)
    .map((piece) => (typeof piece === 'string' ? piece : `@${piece.name}`))
    .join('');
}

/** As it is kept. Of two names of which one begins the other, the longer is meant. */
export function keptText(text: string, people: readonly Mentioned[]): string {
  const longestFirst = people.toSorted((a, b) => b.name.length - a.name.length);
  let kept = '';
  for (let at = 0; at < text.length; ) {
    const found =
      text[at] === '@' ? longestFirst.find(({ name }) => text.startsWith(name, at + 1)) : undefined;
    kept += found ? `@[${found.id}]` : text[at];
    at += found ? found.name.length + 1 : 1;
  }
  return kept;
}

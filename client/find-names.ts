export interface Named {
  id: string;
  kind: 'area' | 'category';
  key: string;
  name: string;
}

/** Names that hold every word of the text, those that begin with it first. Nothing for an empty text. */
export function findNames(all: readonly Named[], text: string, limit: number): Named[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const hits = all.filter((item) => {
    const name = fold(item.name);
    return words.every((word) => name.includes(word));
  });
  const begins = (item: Named) => (fold(item.name).startsWith(words[0] ?? '') ? 0 : 1);
  return hits.sort((a, b) => begins(a) - begins(b) || a.name.localeCompare(b.name)).slice(0, limit);
}

/** Without case and accents: people type neither when they search. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

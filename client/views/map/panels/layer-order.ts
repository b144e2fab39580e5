/** The list with some items taken out and put before or after another one. */
export function moved<Item extends { readonly id: string }>(
  items: readonly Item[],
  ids: readonly string[],
  target: string,
  place: 'before' | 'after',
): Item[] {
  const taken = items.filter(({ id }) => ids.includes(id));
  const rest = items.filter(({ id }) => !ids.includes(id));
  const at = rest.findIndex(({ id }) => id === target);
  if (at < 0) return [...items];
  const cut = place === 'before' ? at : at + 1;
  return [...rest.slice(0, cut), ...taken, ...rest.slice(cut)];
}

export interface KindCount {
  readonly kind: string;
  readonly assets: number;
}

/** Kinds with their number of assets, the most frequent first. */
export function kindCounts(assets: readonly { readonly kind: string }[]): KindCount[] {
  const counts = new Map<string, number>();
  for (const { kind } of assets) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .map(([kind, count]) => ({ kind, assets: count }))
    .sort((a, b) => b.assets - a.assets || a.kind.localeCompare(b.kind));
}

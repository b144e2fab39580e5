import { MARKER_SHAPES } from './marker-shapes.ts';
import type { Palette } from './palette.ts';
import type { CategoryStyle } from './scene.ts';

export interface CategoryFacts {
  readonly names: ReadonlyMap<number, string>;
  /** Without any filter: decides who has a colour, so that colours stay when the filter changes. */
  readonly totals: ReadonlyMap<number, number>;
  /** Under the filter: what the legend says. */
  readonly counts: ReadonlyMap<number, number>;
}

/** A colour and a shape for each of the most frequent categories, the plain circle in grey for all others. */
export function categoryStyles(
  { names, totals, counts }: CategoryFacts,
  palette: Palette,
): Map<number, CategoryStyle> {
  const ids = [...totals.keys()].sort((a, b) => (totals.get(b) ?? 0) - (totals.get(a) ?? 0) || a - b);
  return new Map(
    ids.map((id, rank) => [
      id,
      {
        colour: palette.categories[rank] ?? palette.otherCategory,
        shape: rank < palette.categories.length ? MARKER_SHAPES[rank % MARKER_SHAPES.length] : 'circle',
        name: names.get(id) ?? String(id),
        count: counts.get(id) ?? 0,
      },
    ]),
  );
}

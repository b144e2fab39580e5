import { disclosures, type Figure, TooManyTogether, toHide } from '../domain/disclosure-check.ts';

export interface FigureCheck {
  /** Those of the new release (`release` null) and all that were released. */
  readonly figures: readonly Figure[];
  readonly least: number;
}

export type FigureVerdict =
  | {
      readonly kind: 'checked';
      /** Keys of new figures that must not be shown. */
      readonly hidden: readonly string[];
      /** The fewest incidents that the others, with all that was released, stand for; null: none. */
      readonly worstCase: number | null;
    }
  | { readonly kind: 'too many'; readonly figures: number };

/** Seconds for a few thousand figures: for a thread of its own. */
export function checkFigures({ figures, least }: FigureCheck): FigureVerdict {
  try {
    const hidden = toHide(figures, least);
    const unseen = new Set(hidden);
    const shown = figures.filter(({ key, release }) => release !== null || !unseen.has(key));
    const [fewest] = disclosures(shown, Number.MAX_SAFE_INTEGER);
    return { kind: 'checked', hidden, worstCase: fewest?.incidents ?? null };
  } catch (error) {
    if (error instanceof TooManyTogether) return { kind: 'too many', figures: error.figures };
    throw error;
  }
}

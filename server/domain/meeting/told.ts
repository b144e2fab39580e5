/**
 * What the record of a meeting gives to its public answer beside the promises: what residents raised, counted so that nobody
 * can be recognised, what was decided, and when people meet again. None of it is written by hand.
 */
import { SUPPRESSION_THRESHOLD } from '../../../analysis/suppression.ts';
import { type Figure, TooManyTogether, toHide } from '../disclosure-check.ts';
import type { DecisionKind, DecisionResult } from './decision.ts';

export interface HeardCategory {
  name: string;
  count: number;
}

/** Concerns of the area, received after one day and up to another. */
export interface Heard {
  /** The day of the meeting before; null: there was none. */
  after: string | null;
  upTo: string;
  /** Null: it would give a few away. */
  total: number | null;
  /** The largest first; what is not among them is in the total alone. */
  categories: HeardCategory[];
}

export interface ToldDecision {
  decisionId: string;
  kind: DecisionKind;
  result: DecisionResult;
  text: string;
}

/** On the calendar and the clock of the workspace. */
export interface NextMeeting {
  on: string;
  at: string;
  /** Empty where not everybody may come. */
  place: string;
}

export interface MeetingTold {
  /** Null of a session: its round is counted with the meeting it belongs to. */
  heard: Heard | null;
  decisions: ToldDecision[];
  next: NextMeeting | null;
}

/** A count with the concerns behind it, which are never told. */
export interface CountedConcerns {
  key: string;
  concerns: readonly string[];
}

/** One that was let out before; whoever read it can subtract. */
export interface CountedBefore extends CountedConcerns {
  release: string;
}

export interface RaisedConcern {
  id: string;
  categoryId: number | null;
}

export const MOST_CATEGORIES = 12;
const TOTAL = 'total';

export interface CountedByCategory {
  total: number | null;
  categories: { categoryId: number; count: number }[];
  counted: CountedConcerns[];
}

/**
 * Counts by category, without those that would give fewer than five concerns away, by themselves, together, or together
 * with what was let out before.
 */
export function countRaised(
  raised: readonly RaisedConcern[],
  before: readonly CountedBefore[],
): CountedByCategory {
  const all = [{ key: TOTAL, concerns: raised.map(({ id }) => id) }, ...byCategory(raised)];
  const hidden = new Set(hiddenOf(all, before));
  const counted = all.filter(({ key }) => !hidden.has(key));
  return {
    total: hidden.has(TOTAL) ? null : raised.length,
    categories: counted
      .filter(({ key }) => key !== TOTAL)
      .map(({ key, concerns }) => ({ categoryId: Number(key), count: concerns.length })),
    counted: counted.filter(({ concerns }) => concerns.length > 0),
  };
}

function byCategory(raised: readonly RaisedConcern[]): CountedConcerns[] {
  const groups = new Map<number, string[]>();
  for (const { id, categoryId } of raised)
    if (categoryId !== null) groups.set(categoryId, [...(groups.get(categoryId) ?? []), id]);
  return [...groups]
    .sort(([a, of], [b, others]) => others.length - of.length || a - b)
    .slice(0, MOST_CATEGORIES)
    .map(([id, concerns]) => ({ key: String(id), concerns }));
}

function hiddenOf(all: readonly CountedConcerns[], before: readonly CountedBefore[]): string[] {
  const numbers = new Map<string, number>();
  const tokensOf = (concerns: readonly string[]) => {
    for (const id of concerns) if (!numbers.has(id)) numbers.set(id, numbers.size);
    return Float64Array.from(new Set(concerns), (id) => numbers.get(id) ?? 0).sort();
  };
  const figures: Figure[] = [
    ...all.map(({ key, concerns }) => ({ key, release: null, tokens: tokensOf(concerns) })),
    ...before.map(({ key, release, concerns }) => ({ key, release, tokens: tokensOf(concerns) })),
  ];
  try {
    return toHide(figures, SUPPRESSION_THRESHOLD);
  } catch (error) {
    // What cannot be checked is not told.
    if (error instanceof TooManyTogether) return all.map(({ key }) => key);
    throw error;
  }
}

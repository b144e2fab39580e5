/** What an answer says besides its map, in figures of the whole of it: each of a kind that a room understands. */
import { FEWEST_TOLD } from './told-answer.ts';

type Summary = Readonly<Record<string, unknown>>;

export const ANSWER_FACTS = [
  /** `value` 1 rising, -1 falling, 0 neither. */
  'trend',
  /** Of a period on average. */
  'mean_of_period',
  /** The busiest hour: `value` 1 Monday … 7 Sunday, `of` the hour. */
  'busiest_hour',
  /** Alarms in `of` days. */
  'alarms',
  /** Pairs of incidents near each other in place and time, and `of`: as many as chance would make. */
  'near_pairs',
  /** -1 closer together than chance, 1 farther apart, 0 neither. */
  'spacing',
  /** Percent of places that hold half of the incidents. */
  'half_in',
  /** Clusters that are more than chance. */
  'clusters',
  /** Incidents in the earlier period, and `of` in the later. */
  'before_after',
] as const;
export type AnswerFactName = (typeof ANSWER_FACTS)[number];

export interface AnswerFact {
  readonly name: AnswerFactName;
  readonly value: number;
  readonly of: number | null;
}

/** At most three; none where the method had too little to say. */
export function factsOf(method: string, summary: Summary): AnswerFact[] {
  if (summary.tooFew) return [];
  return (FACTS[method]?.(summary) ?? []).filter(({ value }) => Number.isFinite(value));
}

const fact = (name: AnswerFactName, value: unknown, of: unknown = null): AnswerFact => ({
  name,
  value: value === null || value === undefined ? Number.NaN : Number(value),
  of: of === null || of === undefined ? null : Number(of),
});

/** A part of a summary that may be missing. */
const partOf = (summary: Summary, name: string): Summary => {
  const part = summary[name];
  return typeof part === 'object' && part !== null ? { ...part } : {};
};

const firstOf = (list: unknown): Summary => (Array.isArray(list) ? { ...list[0] } : {});

const DIRECTIONS: Readonly<Partial<Record<string, number>>> = { up: 1, down: -1, none: 0 };

const FACTS: Readonly<Partial<Record<string, (summary: Summary) => AnswerFact[]>>> = {
  trend: (summary) => [
    fact('trend', DIRECTIONS[String(partOf(summary, 'trend').direction)]),
    fact('mean_of_period', summary.mean),
  ],
  'data-clock': ({ peaks }) => [fact('busiest_hour', firstOf(peaks).weekday, firstOf(peaks).hour)],
  bursts: (summary) => [fact('alarms', partOf(summary, 'cusum').alarms, partOf(summary, 'watched').days)],
  'near-repeat': (summary) => [
    fact('near_pairs', partOf(summary, 'links').pairs, partOf(summary, 'links').expected),
  ],
  'nearest-neighbour': (summary) => [fact('spacing', partOf(summary, 'incidents').class)],
  concentration: ({ fewest }) => {
    const half = Array.isArray(fewest)
      ? fewest.find(({ incidents }: Readonly<Record<string, unknown>>) => incidents === 0.5)
      : undefined;
    return [fact('half_in', half ? Number(half.share) * 100 : null)];
  },
  dbscan: ({ clusterCount }) => [fact('clusters', clusterCount)],
  scan: ({ clusters }) => [
    fact(
      'clusters',
      Array.isArray(clusters)
        ? clusters.filter(({ significant }: Readonly<Record<string, unknown>>) => significant === true).length
        : null,
    ),
  ],
  change: beforeAfter,
  'point-pattern-test': beforeAfter,
};

function beforeAfter(summary: Summary): AnswerFact[] {
  const [before, after] = ['before', 'after'].map((name) => Number(partOf(summary, name).incidents));
  // A count that is too small to tell is not told beside the other either.
  return before >= FEWEST_TOLD && after >= FEWEST_TOLD ? [fact('before_after', before, after)] : [];
}

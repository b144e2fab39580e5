/** What a meeting is asked, and what a voice in it may be. How the voices are counted is in ballot-result.ts. */
import { z } from 'zod';

/**
 * `dots`: so many for each, to be spread. `ranking`: the first is best. `yes_no`. `verify`: whether a promise was kept.
 * `hands`: counted in the room and typed; no telephone votes.
 */
export const BALLOT_KINDS = ['dots', 'ranking', 'yes_no', 'verify', 'hands'] as const;
export type BallotKind = (typeof BALLOT_KINDS)[number];

export const BALLOT_STATES = ['draft', 'open', 'closed'] as const;
export type BallotState = (typeof BALLOT_STATES)[number];

/** What somebody may say of themselves, so that it is seen who was heard: the groups of every tally. Nobody has to. */
export const VOICE_GROUPS = ['women', 'men', 'youth', 'older', 'minority', 'other'] as const;
export type VoiceGroup = (typeof VOICE_GROUPS)[number];

export const YES_NO = ['yes', 'no', 'abstain'] as const;
/** The words of a tally (commitment.ts). */
export const VERDICTS = ['done', 'partly', 'notDone', 'cannotSay'] as const;

const MOST_OPTIONS = 20;
export const MOST_DOTS = 10;
const MOST_PAPERS = 5000;
/** Typed one by one at once. */
const MOST_SLIPS = 200;
const MOST_LANGUAGES = 10;

const language = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/, 'Must be a language tag, as ar.');
const inLanguages = (most: number) =>
  z
    .record(language, z.string().trim().min(1, 'Leave a language out rather than empty.').max(most))
    .refine((texts) => Object.keys(texts).length <= MOST_LANGUAGES, `At most ${MOST_LANGUAGES} languages.`)
    .meta({ maxProperties: MOST_LANGUAGES });
const optionId = z.string().regex(/^[\w-]{1,40}$/, 'Must be letters, digits, - and _.');
const recordId = z.string().regex(/^[\w-]{1,64}$/, 'Must be an id as the server gave it.');

export const ballotOption = z
  .object({
    id: optionId,
    text: z.string().trim().min(1, 'Write what is chosen from.').max(200),
    texts: inLanguages(200).default({}),
  })
  .strict();
export type BallotOption = z.infer<typeof ballotOption>;

const fields = {
  kind: z.enum(BALLOT_KINDS),
  question: z.string().trim().min(1, 'Write what is asked.').max(300),
  questions: inLanguages(300),
  /** Of `yes_no` and `verify` they follow from the kind. */
  options: z.array(ballotOption).max(MOST_OPTIONS),
  dotsEach: z.int().min(1).max(MOST_DOTS),
  agendaItemId: recordId.nullable(),
  problemId: recordId.nullable(),
  commitmentId: recordId.nullable(),
};

/** What can be changed before it opens; what is left out stays. */
export const ballotChange = z.object(fields).partial().strict();
export const ballotFields = z
  .object({
    ...fields,
    questions: fields.questions.default({}),
    options: fields.options.default([]),
    dotsEach: fields.dotsEach.default(3),
    agendaItemId: fields.agendaItemId.default(null),
    problemId: fields.problemId.default(null),
    commitmentId: fields.commitmentId.default(null),
  })
  .strict();
export type BallotFields = z.infer<typeof ballotFields>;

/** By option: so many dots, or which rank; 1 where it is only chosen or not. */
export type Marks = Readonly<Record<string, number>>;
export const marksInput = z
  .record(optionId, z.int().min(1).max(MOST_OPTIONS))
  .refine((marks) => Object.keys(marks).length <= MOST_OPTIONS, `At most ${MOST_OPTIONS} options.`)
  .meta({ maxProperties: MOST_OPTIONS });

/** Papers or hands: counted and then typed, or papers typed one by one as `slips`. */
export const batchInput = z
  .object({
    kind: z.enum(['paper', 'hands']),
    group: z.enum(VOICE_GROUPS).nullable().default(null),
    papers: z.int().min(1).max(MOST_PAPERS),
    counts: z
      .record(
        optionId,
        z
          .int()
          .min(0)
          .max(MOST_PAPERS * MOST_OPTIONS),
      )
      .refine((counts) => Object.keys(counts).length <= MOST_OPTIONS, `At most ${MOST_OPTIONS} options.`)
      .meta({ maxProperties: MOST_OPTIONS })
      .default({}),
    /** What stands on each paper, in place of counts; the only way for a ranking. */
    slips: z.array(marksInput).max(MOST_SLIPS).default([]),
    note: z.string().trim().max(300).default(''),
  })
  .strict();
export type BatchInput = z.infer<typeof batchInput>;

type Asked = Pick<BallotFields, 'kind' | 'options' | 'dotsEach'>;

/** What is chosen from, in the order it is shown. */
export function optionIdsOf({ kind, options }: Pick<BallotFields, 'kind' | 'options'>): string[] {
  if (kind === 'yes_no') return [...YES_NO];
  if (kind === 'verify') return [...VERDICTS];
  return options.map(({ id }) => id);
}

export type BallotFault = 'too_few_options' | 'option_twice' | 'no_commitment' | 'options_not_wanted';

/** What keeps a ballot from being opened; null when nothing does. */
export function faultOfBallot(ballot: Asked & Pick<BallotFields, 'commitmentId'>): BallotFault | null {
  const { kind, options, commitmentId } = ballot;
  if (kind === 'verify' && commitmentId === null) return 'no_commitment';
  if (kind === 'verify' || kind === 'yes_no') return options.length > 0 ? 'options_not_wanted' : null;
  if (new Set(options.map(({ id }) => id)).size < options.length) return 'option_twice';
  return options.length < 2 ? 'too_few_options' : null;
}

export type VoteFault =
  | 'not_by_phone'
  | 'nothing_chosen'
  | 'no_such_option'
  | 'one_only'
  | 'too_many_dots'
  | 'not_a_ranking';

/** What is wrong with the voice of one device; null when it counts. */
export function faultOfVote(ballot: Asked, marks: Marks): VoteFault | null {
  const options = optionIdsOf(ballot);
  const given = Object.entries(marks);
  if (ballot.kind === 'hands') return 'not_by_phone';
  if (given.length === 0) return 'nothing_chosen';
  if (given.some(([option]) => !options.includes(option))) return 'no_such_option';
  const values = given.map(([, value]) => value).sort((a, b) => a - b);
  if (ballot.kind === 'dots') return sumOf(values) > ballot.dotsEach ? 'too_many_dots' : null;
  if (ballot.kind === 'ranking') return values.every((rank, i) => rank === i + 1) ? null : 'not_a_ranking';
  return given.length === 1 && values[0] === 1 ? null : 'one_only';
}

export type BatchFault =
  | 'no_such_option'
  | 'more_than_papers'
  | 'nothing_counted'
  | 'not_on_paper'
  | 'slips_not_papers';

/** What is wrong with what was counted by hand. A ranking is not added up by hand: its papers are typed one by one. */
export function faultOfBatch(
  ballot: Asked,
  { papers, counts, slips }: Pick<BatchInput, 'papers' | 'counts' | 'slips'>,
): BatchFault | null {
  const options = optionIdsOf(ballot);
  if (slips.length > 0)
    return slips.length !== papers || Object.keys(counts).length > 0 ? 'slips_not_papers' : null;
  if (ballot.kind === 'ranking') return 'not_on_paper';
  if (Object.keys(counts).some((option) => !options.includes(option))) return 'no_such_option';
  const total = sumOf(Object.values(counts));
  if (total === 0) return 'nothing_counted';
  return total > papers * (ballot.kind === 'dots' ? ballot.dotsEach : 1) ? 'more_than_papers' : null;
}

/** The first paper that does not count as it was typed; null when all do. */
export function faultOfSlips(
  ballot: Asked,
  slips: readonly Marks[],
): { at: number; fault: VoteFault } | null {
  for (const [at, marks] of slips.entries()) {
    const fault = faultOfVote(ballot, marks);
    if (fault !== null) return { at, fault };
  }
  return null;
}

/** What a pile comes to, option by option. What stood on a single paper is not kept. */
export function countsOfBatch(
  ballot: Asked,
  { counts, slips }: Pick<BatchInput, 'counts' | 'slips'>,
): Record<string, number> {
  const sum = { ...counts };
  for (const marks of slips)
    for (const [option, points] of Object.entries(pointsOf(ballot, marks)))
      sum[option] = (sum[option] ?? 0) + points;
  return sum;
}

/** What a voice gives each option it names. The first of n ranks gets n points, what is not ranked none. */
export function pointsOf(ballot: Asked, marks: Marks): Record<string, number> {
  if (ballot.kind !== 'ranking') return { ...marks };
  const most = ballot.options.length;
  return Object.fromEntries(Object.entries(marks).map(([option, rank]) => [option, most - rank + 1]));
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

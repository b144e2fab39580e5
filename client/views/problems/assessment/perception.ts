/**
 * What people said before and after, group by group: shares with their intervals and the difference with its own. There is no
 * figure for all groups together, so that what holds for one never hides what holds for another.
 */
import {
  CLUSTER_DESIGN_EFFECT,
  type ShownShare,
  sharesByGroup,
  type TwoProportions,
  twoProportions,
} from '../../../../analysis/proportions.ts';
import {
  SURVEY_GROUPS,
  SURVEY_QUESTIONS,
  type SurveyAnswer,
  type SurveyGroup,
  type SurveyQuestion,
  type SurveyRound,
} from './survey-words.ts';

const LEVEL = 0.95;

/** What one group said in one round; null: nobody of it was asked. */
export type GroupShare = (ShownShare & { readonly yes: number }) | null;

export interface PerceptionRow {
  readonly group: SurveyGroup;
  readonly before: GroupShare;
  readonly after: GroupShare;
  /** After less before; null where one of the two is not shown. */
  readonly difference: TwoProportions | null;
}

export interface Perception {
  readonly item: SurveyQuestion['item'];
  readonly rounds: Readonly<Record<SurveyRound['timing'], SurveyRound | null>>;
  readonly rows: readonly PerceptionRow[];
  /** The two rounds did not ask in the same way. */
  readonly isAskedDifferently: boolean;
}

/** Of each question the last round before and the last after, in the order of the questions. */
export function perceptionOf(rounds: readonly SurveyRound[]): Perception[] {
  return SURVEY_QUESTIONS.flatMap((item) => {
    const before = lastAsking(rounds, 'before', item);
    const after = lastAsking(rounds, 'after', item);
    if (before === null && after === null) return [];
    const rows = SURVEY_GROUPS.map((group) => rowOf(group, item, before, after));
    const answered = rows.filter((row) => row.before !== null || row.after !== null);
    if (answered.length === 0) return [];
    const isAskedDifferently = before !== null && after !== null && !isAskedAlike(before, after, item);
    return [{ item, rounds: { before, after }, rows: answered, isAskedDifferently }];
  });
}

function lastAsking(
  rounds: readonly SurveyRound[],
  timing: SurveyRound['timing'],
  item: SurveyQuestion['item'],
): SurveyRound | null {
  const asking = rounds.filter((round) => round.timing === timing && questionOf(round, item) !== undefined);
  return asking.toSorted((a, b) => dayOf(a).localeCompare(dayOf(b))).at(-1) ?? null;
}

const dayOf = ({ from, to }: SurveyRound): string => to ?? from ?? '';

const questionOf = ({ questions }: SurveyRound, item: SurveyQuestion['item']) =>
  questions.find((one) => one.item === item);

function rowOf(
  group: SurveyGroup,
  item: SurveyQuestion['item'],
  before: SurveyRound | null,
  after: SurveyRound | null,
): PerceptionRow {
  const [first, second] = [answerOf(before, item, group), answerOf(after, item, group)];
  const [was, is] = [shareOf(first, before), shareOf(second, after)];
  // As if all were asked in clusters where some were: the wider interval of the two.
  const designEffect = Math.max(effectOf(before), effectOf(after));
  const difference =
    first && second && was?.shown && is?.shown
      ? twoProportions(countsOf(second), countsOf(first), { level: LEVEL, designEffect })
      : null;
  return { group, before: was, after: is, difference };
}

function answerOf(round: SurveyRound | null, item: SurveyQuestion['item'], group: SurveyGroup) {
  const answer = round && questionOf(round, item)?.answers.find((one) => one.group === group);
  return answer && answer.asked > 0 ? answer : null;
}

function shareOf(answer: SurveyAnswer | null, round: SurveyRound | null): GroupShare {
  if (answer === null) return null;
  const [share] = sharesByGroup([countsOf(answer)], { level: LEVEL, designEffect: effectOf(round) });
  return { ...share, yes: answer.yes };
}

const countsOf = ({ asked, yes }: SurveyAnswer) => ({ n: asked, yes });
const effectOf = (round: SurveyRound | null): number => (round?.inClusters ? CLUSTER_DESIGN_EFFECT : 1);

/** Same questionnaire, same words, same way of finding people. */
function isAskedAlike(a: SurveyRound, b: SurveyRound, item: SurveyQuestion['item']): boolean {
  return (
    a.sampling === b.sampling &&
    a.instrument === b.instrument &&
    questionOf(a, item)?.wording === questionOf(b, item)?.wording
  );
}

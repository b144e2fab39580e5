/**
 * What came of a response, in one or two sentences anybody understands, from the numbers of the agreed test. People may
 * reword it; what they may not do is claim a success that the numbers do not carry.
 */
import { daysOf, type PlanPeriod } from './evaluation-plan.ts';
import type { EvaluationResult, ResultDifference } from './evaluation-test.ts';

/** Less of a response than this was delivered: its result says nothing about it. */
export const DOSE_FLOOR = 0.6;

export interface Reading {
  readonly outcome: 'not_delivered' | 'too_few' | 'fewer' | 'more' | 'not_certain';
  /** Whole incidents, without sign. */
  readonly size: number;
  /** The interval, whole incidents with sign: negative is fewer. */
  readonly lower: number;
  readonly upper: number;
  /** An exact test decided: the interval of small counts is not told. */
  readonly exactP: number | null;
  readonly movement: 'not_asked' | 'none' | 'unclear' | 'moved' | 'diffused';
  /** More (or, diffused, fewer) in the streets around, without sign. */
  readonly moved: number;
  /** Percent of the planned response that was delivered; null while it is not known. */
  readonly delivered: number | null;
  /** With a comparison area. */
  readonly compared: boolean;
}

export interface Told {
  /** "thefts". */
  readonly outcomeName: string;
  readonly after: PlanPeriod;
  /** Share of the planned response that was delivered, when it is known. */
  readonly doseShare: number | null;
}

export function readingOf(result: EvaluationResult, doseShare: number | null = null): Reading {
  const { total, displacement } = result;
  return {
    outcome: outcomeOf(result, doseShare),
    size: Math.abs(Math.round(total.estimate)),
    lower: Math.round(total.lower),
    upper: Math.round(total.upper),
    exactP: result.small && result.exactTest ? total.exactP : null,
    movement: displacement === null ? 'not_asked' : movementOf(displacement),
    moved: Math.abs(Math.round(displacement?.estimate ?? 0)),
    delivered: doseShare === null ? null : Math.round(doseShare * 100),
    compared: result.counts.control !== null,
  };
}

function outcomeOf(
  { total, small, exactTest, level }: EvaluationResult,
  doseShare: number | null,
): Reading['outcome'] {
  if (doseShare !== null && doseShare < DOSE_FLOOR) return 'not_delivered';
  if (small && !exactTest) return 'too_few';
  const certain = small
    ? total.exactP !== null && total.exactP < 1 - level
    : total.lower > 0 || total.upper < 0;
  if (!certain || total.estimate === 0) return 'not_certain';
  return total.estimate < 0 ? 'fewer' : 'more';
}

function movementOf({ estimate, lower, upper }: ResultDifference): Reading['movement'] {
  if (lower > 0) return 'moved';
  if (upper < 0) return 'diffused';
  return Math.round(estimate) <= 0 ? 'none' : 'unclear';
}

/** The whole verdict. */
export function verdictSentence(result: EvaluationResult, told: Told): string {
  const reading = readingOf(result, told.doseShare);
  const first = mainSentence(reading, told);
  const then = movementSentence(reading, told.outcomeName);
  return then === '' ? first : `${first} ${then}`;
}

function mainSentence(reading: Reading, { outcomeName, after }: Told): string {
  const { outcome, size, exactP } = reading;
  const when = `In ${periodWords(after)} after the changes`;
  const than = reading.compared ? 'than the comparison area leads us to expect' : 'than in the period before';
  switch (outcome) {
    case 'not_delivered':
      return `Only ${reading.delivered ?? 0} % of what was planned was delivered, so these numbers cannot say whether the response would work.`;
    case 'too_few':
      return `There were too few ${outcomeName} to say whether anything changed.`;
    case 'fewer':
      if (exactP !== null)
        return `${when} there were about ${size} fewer ${outcomeName} ${than}; the numbers are small, and an exact test says that chance alone seldom does this (p = ${pText(exactP)}).`;
      return `${when} there were about ${size} fewer ${outcomeName} ${than}; the true figure is probably between ${-reading.upper} and ${-reading.lower} fewer.`;
    case 'more':
      if (exactP !== null)
        return `${when} there were about ${size} more ${outcomeName} ${than}; the numbers are small, and an exact test says that chance alone seldom does this (p = ${pText(exactP)}).`;
      return `${when} there were about ${size} more ${outcomeName} ${than}; the true figure is probably between ${reading.lower} and ${reading.upper} more.`;
    case 'not_certain':
      if (exactP !== null)
        return `${when} the number of ${outcomeName} did not differ from what was expected by more than chance does; the numbers are small (exact test, p = ${pText(exactP)}).`;
      return `${when} it cannot be said whether the number of ${outcomeName} changed: the true figure is probably between ${sided(reading.lower)} and ${sided(reading.upper)} ${than}, and no change at all is among them.`;
  }
}

function movementSentence({ outcome, movement, moved }: Reading, outcomeName: string): string {
  if (outcome === 'not_delivered' || outcome === 'too_few') return '';
  const name = outcomeName[0].toUpperCase() + outcomeName.slice(1);
  switch (movement) {
    case 'not_asked':
      return '';
    case 'none':
      return `${name} did not move to the streets around.`;
    case 'unclear':
      return `Whether ${outcomeName} moved to the streets around cannot be said: there were about ${moved} more there, within what chance does.`;
    case 'moved':
      return `${name} moved to the streets around: there were about ${moved} more there than expected.`;
    case 'diffused':
      return `The streets around had about ${moved} fewer than expected as well.`;
  }
}

function sided(count: number): string {
  if (count === 0) return 'no difference';
  return count < 0 ? `${-count} fewer` : `${count} more`;
}

const pText = (p: number) => (p < 0.001 ? 'below 0.001' : p.toFixed(3));

const YEAR = 365;
const MONTH = 30.44;

function periodWords(period: PlanPeriod): string {
  const days = daysOf(period);
  if (Math.abs(days - YEAR) <= 2) return 'the year';
  const months = Math.round(days / MONTH);
  if (months >= 2 && Math.abs(days - months * MONTH) <= 2) return `the ${months} months`;
  return `the ${Math.round(days)} days`;
}

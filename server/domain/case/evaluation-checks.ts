/**
 * What stands against a plan of an evaluation, before anybody sees how it comes out. What `blocks` has to be mended before
 * the plan can be locked; a warning is shown and kept with it.
 */
import {
  areasOf,
  COMPUTED_DESIGNS,
  type CountedArea,
  daysOf,
  type EvaluationPlan,
  lengthBefore,
} from './evaluation-plan.ts';
import { shapesTouch } from './shapes-touch.ts';

/** Below this expected in a cell the usual test fails. */
export const EXPECTED_FLOOR = 5;

export interface PlanFacts {
  /** Incidents of the period before in each area of the plan. */
  readonly before: Readonly<Partial<Record<CountedArea, number>>>;
  /** Incidents that lie in two of the areas. */
  readonly countedTwice: number;
  /** Changes of recording inside the plan. */
  readonly recordingChanges: number;
  readonly now: string;
}

export const PLAN_CHECKS = [
  'reason_missing',
  'area_missing',
  'zones_not_both',
  'periods_missing',
  'period_empty',
  'after_before_before',
  'success_rule_missing',
  'outcome_name_missing',
  'control_touches',
  'counted_twice',
  'no_incidents',
  'small_counts',
  'recording_change',
  'after_has_begun',
  'lengths_differ',
  'no_displacement_watched',
  'not_computed',
] as const;

export interface PlanCheck {
  readonly code: (typeof PLAN_CHECKS)[number];
  readonly level: 'blocks' | 'warning';
  /** One sentence: what is wrong and what to do. */
  readonly text: string;
  readonly areas: readonly CountedArea[];
}

const AREA_WORDS: Readonly<Record<CountedArea, string>> = {
  treated: 'the treated area',
  control: 'the comparison area',
  buffer: 'the streets around the treated area',
  controlBuffer: 'the streets around the comparison area',
};

export function checkPlan(plan: EvaluationPlan, facts: PlanFacts): PlanCheck[] {
  if (plan.design === 'none') return plan.noneReason === '' ? [blocks('reason_missing')] : [];
  const wanted = areasOf(plan);
  const found: PlanCheck[] = wanted
    .filter((area) => plan[area] === null)
    .map((area) => blocks('area_missing', [area], `Draw or choose ${AREA_WORDS[area]}.`));
  if ((plan.buffer === null) !== (plan.controlBuffer === null) && plan.design === 'wdd')
    found.push(blocks('zones_not_both'));
  found.push(...periodChecks(plan, facts.now));
  if (plan.successRule === '') found.push(blocks('success_rule_missing'));
  if (plan.outcomeName === '') found.push(blocks('outcome_name_missing'));
  found.push(...touching(plan), ...counting(plan, facts, wanted));
  if (facts.recordingChanges > 0)
    found.push(plan.recordingNote === '' ? blocks('recording_change') : warns('recording_change'));
  if (wanted.length > 0 && plan.watchedFor.length === 0) found.push(warns('no_displacement_watched'));
  if (!COMPUTED_DESIGNS.includes(plan.design)) found.push(warns('not_computed'));
  return found;
}

export const mayBeLocked = (checks: readonly PlanCheck[]): boolean =>
  checks.every(({ level }) => level !== 'blocks');

function periodChecks({ before, after }: EvaluationPlan, now: string): PlanCheck[] {
  if (before === null || after === null) return [blocks('periods_missing')];
  if (!(daysOf(before) > 0 && daysOf(after) > 0)) return [blocks('period_empty')];
  const found: PlanCheck[] = [];
  if (Date.parse(after.from) < Date.parse(before.to)) found.push(blocks('after_before_before'));
  if (Date.parse(after.from) < Date.parse(now)) found.push(warns('after_has_begun'));
  if (lengthBefore(before, after) !== 1) found.push(warns('lengths_differ'));
  return found;
}

/** Both comparison areas have to be apart from both areas of the response. */
function touching(plan: EvaluationPlan): PlanCheck[] {
  const found: PlanCheck[] = [];
  for (const there of ['control', 'controlBuffer'] as const)
    for (const here of ['treated', 'buffer'] as const) {
      const [a, b] = [plan[here], plan[there]];
      if (a === null || b === null || !shapesTouch(a, b)) continue;
      const text = `${sentence(AREA_WORDS[there])} touches ${AREA_WORDS[here]}: what moves away would be counted as comparison. Choose one further off.`;
      found.push(blocks('control_touches', [there, here], text));
    }
  return found;
}

function counting(plan: EvaluationPlan, facts: PlanFacts, wanted: readonly CountedArea[]): PlanCheck[] {
  const found: PlanCheck[] = [];
  if (facts.countedTwice > 0) found.push(blocks('counted_twice'));
  const counted = wanted.filter((area) => facts.before[area] !== undefined);
  const empty = counted.filter((area) => facts.before[area] === 0);
  for (const area of empty)
    found.push(
      blocks(
        'no_incidents',
        [area],
        `No incident of the period before lies in ${AREA_WORDS[area]}: nothing could fall there. Choose another area, period or kind of incident.`,
      ),
    );
  const ratio = plan.before && plan.after ? lengthBefore(plan.before, plan.after) : 1;
  const small = counted.filter((area) => {
    const count = facts.before[area] ?? 0;
    return count > 0 && Math.min(count, count / ratio) < EXPECTED_FLOOR;
  });
  if (small.length > 0) found.push((plan.exactTest ? warns : blocks)('small_counts', small));
  return found;
}

const TEXTS: Partial<Record<PlanCheck['code'], string>> = {
  reason_missing: 'Say why nothing will be measured.',
  zones_not_both:
    'The streets around need the streets around the comparison area beside them: draw both, or neither.',
  periods_missing: 'Give the period before and the period after.',
  period_empty: 'A period ends before it begins: its last day must not lie before its first.',
  after_before_before:
    'The period after begins before the period before has ended: move one of them, so that no incident counts in both.',
  success_rule_missing: 'Write down what will count as success, while nobody knows how it comes out.',
  outcome_name_missing: 'Give what is counted a name for the sentence of the result, for example "thefts".',
  counted_twice:
    'Some incidents lie in two of the areas and would count twice: draw the areas so that they do not overlap.',
  small_counts:
    'Fewer than five incidents are expected in an area: the usual test fails there. Choose the exact test, a longer period or larger areas.',
  recording_change:
    'The way of recording changed within the two periods or between them, so their counts are not of the same thing. Choose periods on one side of the change, or say why it does not touch these counts.',
  after_has_begun:
    'The period after has begun already: whoever chose the comparison may have seen how it comes out.',
  lengths_differ: 'The two periods are not equally long: the counts before are scaled to the length after.',
  no_displacement_watched: 'Nothing is watched for displacement: tick what could move.',
  not_computed:
    'The workbench computes no single test for this design: keep the runs that judge it on the case.',
};

function blocks(code: PlanCheck['code'], areas: readonly CountedArea[] = [], text?: string): PlanCheck {
  return { code, level: 'blocks', text: text ?? TEXTS[code] ?? code, areas };
}

function warns(code: PlanCheck['code'], areas: readonly CountedArea[] = []): PlanCheck {
  return { ...blocks(code, areas), level: 'warning' };
}

const sentence = (words: string) => words[0].toUpperCase() + words.slice(1);

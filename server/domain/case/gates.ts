/**
 * What has to be true of a case before it goes on to the next stage: one table a practitioner can read. A rule is about what
 * can be written in the interface; `must` holds the case back, a `warning` is passed with a reason. Going back needs a reason
 * alone: problem solving is no waterfall.
 */
import type { Role } from '../permissions.ts';
import type { CaseFacts } from './case-facts.ts';
import { cheersResult } from './cheers.ts';
import { isDescribed } from './current-response.ts';
import { EVALUATION_GATE_RULES } from './evaluation-gates.ts';
import { isAboutPatrols, isTested } from './hypothesis.ts';
import type { ItemBodies, ItemKind } from './items.ts';
import { isReadyToStart, rightsResult } from './option.ts';
import { isClosed, type Stage } from './standing.ts';

/** The gates of the work, each passed on leaving a stage. */
export const GATE_LEAVES = {
  open: 'scanning',
  to_analysis: 'scanning',
  to_response: 'analysis',
  start: 'response',
  to_assessment: 'response',
  to_closing: 'assessment',
} as const satisfies Record<string, Stage>;
export type Gate = keyof typeof GATE_LEAVES;

export interface GateRule {
  id: string;
  gate: Gate;
  weight: 'must' | 'warning';
  /** What holds then, as a sentence. */
  says: string;
  /** Who can give what is missing. */
  from: readonly Role[];
  /** The page of the case on which it is given. */
  tab: 'overview' | 'scanning' | 'analysis' | 'response' | 'assessment';
  holds: (facts: CaseFacts) => boolean;
}

const FEWEST_OPTIONS = 3;
/** Below it nobody can say whether the response works. */
const ENOUGH_DOSE = 0.6;

const WORKERS = ['analyst', 'police_member', 'secretary'] as const;
const DESK = ['analyst', 'police_member'] as const;

/** One entry a rule, by gate. Whoever adds a part of the case adds its rules here, and their words in gate-words.ts. */
export const GATE_RULES = [
  {
    id: 'cheers_passed',
    gate: 'open',
    weight: 'must',
    says: 'All six questions of the CHEERS test are answered with yes.',
    from: DESK,
    tab: 'scanning',
    holds: ({ parts }) => parts.cheers !== null && cheersResult(parts.cheers) === 'pass',
  },
  {
    id: 'statement_complete',
    gate: 'open',
    weight: 'must',
    says: 'The problem is stated, and the place, the behaviour, the time and who is harmed are named.',
    from: WORKERS,
    tab: 'scanning',
    holds: ({ parts, statement }) =>
      statement.trim() !== '' && parts.elements !== null && Object.values(parts.elements).every(isWritten),
  },
  {
    id: 'not_protected',
    gate: 'open',
    weight: 'must',
    says: 'No protected category is in the rule of the case.',
    from: DESK,
    tab: 'overview',
    holds: ({ protectedCategories }) => protectedCategories === 0,
  },
  {
    id: 'more_than_one_source',
    gate: 'open',
    weight: 'warning',
    says: 'More than one kind of source speaks of it.',
    from: WORKERS,
    tab: 'scanning',
    holds: ({ sourceKinds }) => sourceKinds > 1,
  },
  {
    id: 'six_months_of_data',
    gate: 'open',
    weight: 'warning',
    says: 'The incident data reach over six months at least.',
    from: DESK,
    tab: 'overview',
    holds: ({ monthsOfData }) => monthsOfData >= 6,
  },
  {
    id: 'priority_decided',
    gate: 'to_analysis',
    weight: 'must',
    says: 'The committee decided at a meeting to take it on, and why.',
    from: ['secretary'],
    tab: 'scanning',
    holds: ({ parts: { priority } }) =>
      priority !== null &&
      priority.decidedOn !== null &&
      isWritten(priority.meeting) &&
      isWritten(priority.reason),
  },
  {
    id: 'objective_with_baseline',
    gate: 'to_analysis',
    weight: 'must',
    says: 'The objective says what is measured, from which baseline, and by when.',
    from: WORKERS,
    tab: 'scanning',
    holds: ({ parts: { objective } }) =>
      objective !== null &&
      isWritten(objective.measure) &&
      objective.baselineFrom !== null &&
      objective.baselineTo !== null &&
      objective.baselineValue !== null &&
      objective.byDate !== null,
  },
  {
    id: 'lead_and_co_lead',
    gate: 'to_analysis',
    weight: 'must',
    says: 'One of the police and one of the community lead it together.',
    from: WORKERS,
    tab: 'overview',
    holds: ({ parts: { leads } }) =>
      leads !== null &&
      (leads.policeUserId !== null || isWritten(leads.policeRole)) &&
      (leads.communityUserId !== null || isWritten(leads.communityRole)),
  },
  {
    id: 'objective_ahead',
    gate: 'to_analysis',
    weight: 'warning',
    says: 'The day of the objective still lies ahead.',
    from: WORKERS,
    tab: 'scanning',
    holds: ({ parts: { objective }, today }) => (objective?.byDate ?? today) >= today,
  },
  {
    id: 'two_sources',
    gate: 'to_response',
    weight: 'must',
    says: 'Two independent sources at least agree.',
    from: WORKERS,
    tab: 'scanning',
    holds: ({ sourceKinds }) => sourceKinds > 1,
  },
  {
    id: 'answer_kept',
    gate: 'to_response',
    weight: 'must',
    says: 'An answer about where or when is kept on the case.',
    from: DESK,
    tab: 'analysis',
    holds: ({ exhibits }) => exhibits > 0,
  },
  {
    id: 'where_and_when',
    gate: 'to_response',
    weight: 'must',
    says: 'A finding says where it happens and one when, and a kept answer bears one of them.',
    from: DESK,
    tab: 'analysis',
    holds: ({ items }) => {
      const findings = bodiesOf(items, 'finding');
      const about = (question: 'where' | 'when') => findings.filter((one) => one.question === question);
      const both = [...about('where'), ...about('when')];
      return (
        about('where').length > 0 && about('when').length > 0 && both.some(({ runIds }) => runIds.length > 0)
      );
    },
  },
  {
    id: 'hypothesis_tested',
    gate: 'to_response',
    weight: 'must',
    says: 'One hypothesis at least says what it predicts, and was tested.',
    from: DESK,
    tab: 'analysis',
    holds: ({ items }) => bodiesOf(items, 'hypothesis').some(isTested),
  },
  {
    id: 'weak_side_named',
    gate: 'to_response',
    weight: 'must',
    says: 'The weak side of the triangle is named.',
    from: WORKERS,
    tab: 'analysis',
    holds: ({ parts: { triangle } }) => (triangle?.weakSide ?? null) !== null,
  },
  {
    id: 'current_response_described',
    gate: 'to_response',
    weight: 'must',
    says: 'It is written down what is done today, and why that does not end it.',
    from: WORKERS,
    tab: 'analysis',
    holds: ({ parts: { current_response: current } }) => current !== null && isDescribed(current),
  },
  {
    id: 'not_only_patrols',
    gate: 'to_response',
    weight: 'warning',
    says: 'No hypothesis is just “not enough patrols”.',
    from: DESK,
    tab: 'analysis',
    holds: ({ items }) => !bodiesOf(items, 'hypothesis').some(isAboutPatrols),
  },
  {
    id: 'three_options',
    gate: 'start',
    weight: 'must',
    says: 'Three options at least are held against each other.',
    from: WORKERS,
    tab: 'response',
    holds: ({ items }) => bodiesOf(items, 'option').length >= FEWEST_OPTIONS,
  },
  {
    id: 'one_not_enforcement',
    gate: 'start',
    weight: 'must',
    says: 'One option at least is not enforcement.',
    from: WORKERS,
    tab: 'response',
    holds: ({ items }) =>
      bodiesOf(items, 'option').some(({ family }) => family !== null && family !== 'enforcement'),
  },
  {
    id: 'option_chosen',
    gate: 'start',
    weight: 'must',
    says: 'An option is chosen, and every chosen one passed its rights check.',
    from: WORKERS,
    tab: 'response',
    holds: ({ items }) => {
      const chosen = chosenOf(items);
      return chosen.length > 0 && chosen.every((option) => rightsResult(option) === 'passed');
    },
  },
  {
    id: 'chosen_ready',
    gate: 'start',
    weight: 'must',
    says: 'Every chosen option has an owner, a start and a dose.',
    from: WORKERS,
    tab: 'response',
    holds: ({ items }) => {
      const chosen = chosenOf(items);
      return chosen.length > 0 && chosen.every(isReadyToStart);
    },
  },
  {
    id: 'commitment_agreed',
    gate: 'start',
    weight: 'must',
    says: 'A commitment with a due date is agreed.',
    from: ['secretary', 'agency_owner'],
    tab: 'response',
    holds: ({ commitments: { agreed } }) => agreed > 0,
  },
  {
    id: 'dose_logged',
    gate: 'to_assessment',
    weight: 'must',
    says: 'Where a dose was planned, what was done is logged.',
    from: ['agency_owner', 'secretary'],
    tab: 'response',
    holds: ({ commitments: { doseShare } }) => doseShare === null || doseShare > 0,
  },
  {
    id: 'verification_held',
    gate: 'to_assessment',
    weight: 'must',
    says: 'Residents have said of a commitment whether it was done.',
    from: ['secretary', 'committee_member'],
    tab: 'response',
    holds: ({ commitments: { judged } }) => judged > 0,
  },
  {
    id: 'enough_dose',
    gate: 'to_assessment',
    weight: 'warning',
    says: 'Six tenths of the planned dose were given, or more.',
    from: ['agency_owner', 'secretary'],
    tab: 'response',
    holds: ({ commitments: { doseShare } }) => doseShare === null || doseShare >= ENOUGH_DOSE,
  },
  ...EVALUATION_GATE_RULES,
  {
    id: 'outcome_said',
    gate: 'to_closing',
    weight: 'must',
    says: 'It is said how it came out: in the decision to close, or by the state of the case.',
    from: WORKERS,
    tab: 'assessment',
    holds: ({ state, parts: { decision } }) => isClosed(state) || (decision?.closureReason ?? null) !== null,
  },
  {
    id: 'publication_settled',
    gate: 'to_closing',
    weight: 'must',
    says: 'A public answer is released, or it is written down why there is none.',
    from: ['secretary', 'data_guardian', 'publisher'],
    tab: 'assessment',
    holds: ({ publicAnswers, parts: { publication_refusal: refusal } }) =>
      publicAnswers.released > 0 || isWritten(refusal?.reason ?? ''),
  },
  {
    id: 'review_planned',
    gate: 'to_closing',
    weight: 'warning',
    says: 'A day is set on which somebody looks whether it lasts.',
    from: WORKERS,
    tab: 'overview',
    holds: ({ reviewOn, today }) => reviewOn !== null && reviewOn > today,
  },
] as const satisfies readonly GateRule[];

export type GateRuleId = (typeof GATE_RULES)[number]['id'];

/** A rule as it stands for one case. */
export interface RuleState extends Omit<GateRule, 'holds' | 'id'> {
  id: GateRuleId;
  leaves: Stage;
  holds: boolean;
}

/** All rules, each with whether it holds. */
export function rulesFor(facts: CaseFacts): RuleState[] {
  return GATE_RULES.map(({ holds, ...rule }) => ({
    ...rule,
    leaves: GATE_LEAVES[rule.gate],
    holds: holds(facts),
  }));
}

/** What stands between a case and the stage after this one. */
export function openRules(facts: CaseFacts): RuleState[] {
  return rulesFor(facts).filter(({ leaves, holds }) => leaves === facts.stage && !holds);
}

function bodiesOf<Kind extends ItemKind>(items: CaseFacts['items'], kind: Kind): ItemBodies[Kind][] {
  // The body is of the kind it stands beside; the type of the record forgets it.
  return items.flatMap((item) => (item.kind === kind ? [item.body as ItemBodies[Kind]] : []));
}

function chosenOf(items: CaseFacts['items']) {
  return bodiesOf(items, 'option').filter(({ decision }) => decision === 'chosen');
}

function isWritten(text: string): boolean {
  return text.trim() !== '';
}

import { describe, expect, it } from 'vitest';
import type { CaseFacts } from '../../../../server/domain/case/case-facts.ts';
import { EVALUATION_GATE_RULES } from '../../../../server/domain/case/evaluation-gates.ts';
import { checkGate } from '../../../../server/domain/case/gate-check.ts';
import { GATE_RULES, type GateRuleId, openRules, rulesFor } from '../../../../server/domain/case/gates.ts';
import { PART_NAMES, PARTS } from '../../../../server/domain/case/parts.ts';
import { publicationRefusalPart } from '../../../../server/domain/case/publication-refusal.ts';
import {
  BEGUN,
  CHOSEN,
  FOUND_WHEN,
  FOUND_WHERE,
  HYPOTHESIS,
  OTHERS,
  WHOLE_FACTS,
} from '../../../fixtures/case-facts.ts';

const openIds = (facts: CaseFacts) => openRules(facts).map(({ id }) => id);
const { cheers, elements, priority, objective, leads } = WHOLE_FACTS.parts;
if (!cheers || !elements || !priority || !objective || !leads) throw new Error('The fixture is not whole.');
const parts = (change: Partial<CaseFacts['parts']>) => ({ parts: { ...WHOLE_FACTS.parts, ...change } });

describe('a case that has everything', () => {
  it.each(['scanning', 'analysis', 'response', 'assessment', 'closed'] as const)(
    'passes the gate that leads out of %s',
    (stage) => {
      expect(openIds({ ...WHOLE_FACTS, stage })).toEqual([]);
      expect(() => checkGate({ ...WHOLE_FACTS, stage }, {})).not.toThrow();
    },
  );
});

describe('a case that was just opened', () => {
  it('lacks in scanning what the gates open and to analysis ask', () => {
    expect(openIds(BEGUN)).toEqual([
      'cheers_passed',
      'statement_complete',
      'more_than_one_source',
      'six_months_of_data',
      'priority_decided',
      'objective_with_baseline',
      'lead_and_co_lead',
    ]);
  });

  it('is not asked yet for what comes later', () => {
    expect(openRules(BEGUN).every(({ leaves }) => leaves === 'scanning')).toBe(true);
    expect(rulesFor(BEGUN)).toHaveLength(GATE_RULES.length);
  });
});

/** The stage, what is taken away from a whole case, and the rules that break: every rule at least once. */
const BROKEN: [CaseFacts['stage'], string, Partial<CaseFacts>, GateRuleId[]][] = [
  ['analysis', 'nothing says when', { items: [FOUND_WHERE, HYPOTHESIS] }, ['where_and_when']],
  [
    'analysis',
    'no kept answer bears where or when',
    { items: [{ ...FOUND_WHERE, body: { ...FOUND_WHERE.body, runIds: [] } }, FOUND_WHEN, HYPOTHESIS] },
    ['where_and_when'],
  ],
  [
    'analysis',
    'no hypothesis was tested',
    { items: [FOUND_WHERE, FOUND_WHEN, { ...HYPOTHESIS, body: { ...HYPOTHESIS.body, status: 'untested' } }] },
    ['hypothesis_tested'],
  ],
  ['analysis', 'no side is weak', parts({ triangle: null }), ['weak_side_named']],
  [
    'analysis',
    'nobody says what is done today',
    parts({ current_response: null }),
    ['current_response_described'],
  ],
  [
    'analysis',
    'the hypothesis is a wish for patrols',
    {
      items: [
        FOUND_WHERE,
        FOUND_WHEN,
        { ...HYPOTHESIS, body: { ...HYPOTHESIS.body, statement: 'there are not enough patrols' } },
      ],
    },
    ['not_only_patrols'],
  ],
  ['response', 'there are two options', { items: [CHOSEN, OTHERS[0]] }, ['three_options']],
  [
    'response',
    'all options are enforcement',
    { items: [{ ...CHOSEN, body: { ...CHOSEN.body, family: 'enforcement' } }, ...OTHERS] },
    ['one_not_enforcement'],
  ],
  [
    'response',
    'the rights check of the chosen one is open',
    { items: [{ ...CHOSEN, body: { ...CHOSEN.body, lawful: null } }, ...OTHERS] },
    ['option_chosen'],
  ],
  [
    'response',
    'nobody owns the chosen one',
    { items: [{ ...CHOSEN, body: { ...CHOSEN.body, ownerId: null } }, ...OTHERS] },
    ['chosen_ready'],
  ],
  [
    'response',
    'nothing is agreed',
    { commitments: { agreed: 0, judged: 1, doseShare: null } },
    ['commitment_agreed'],
  ],
  [
    'response',
    'no dose is logged',
    { commitments: { agreed: 1, judged: 1, doseShare: 0 } },
    ['dose_logged', 'enough_dose'],
  ],
  [
    'response',
    'too little was done',
    { commitments: { agreed: 1, judged: 1, doseShare: 0.5 } },
    ['enough_dose'],
  ],
  [
    'response',
    'residents were not asked',
    { commitments: { agreed: 1, judged: 0, doseShare: 1 } },
    ['verification_held'],
  ],
  [
    'scanning',
    'one letter of CHEERS is open',
    parts({ cheers: { ...cheers, groups: [] } }),
    ['cheers_passed'],
  ],
  [
    'scanning',
    'a letter is answered with no',
    parts({ cheers: { ...cheers, no: ['harm'] } }),
    ['cheers_passed'],
  ],
  [
    'scanning',
    'the time is not named',
    parts({ elements: { ...elements, time: ' ' } }),
    ['statement_complete'],
  ],
  ['scanning', 'nothing is stated', { statement: '' }, ['statement_complete']],
  ['scanning', 'a protected category is in the rule', { protectedCategories: 1 }, ['not_protected']],
  ['scanning', 'only one kind of source speaks', { sourceKinds: 1 }, ['more_than_one_source']],
  ['scanning', 'the data reach over five months', { monthsOfData: 5 }, ['six_months_of_data']],
  [
    'scanning',
    'no meeting is named',
    parts({ priority: { ...priority, meeting: '' } }),
    ['priority_decided'],
  ],
  ['scanning', 'no reason is given', parts({ priority: { ...priority, reason: '' } }), ['priority_decided']],
  [
    'scanning',
    'the baseline has no value',
    parts({ objective: { ...objective, baselineValue: null } }),
    ['objective_with_baseline'],
  ],
  ['scanning', 'a baseline of zero is one', parts({ objective: { ...objective, baselineValue: 0 } }), []],
  [
    'scanning',
    'nobody of the community leads',
    parts({ leads: { ...leads, communityRole: '' } }),
    ['lead_and_co_lead'],
  ],
  [
    'scanning',
    'an account leads for the community, whatever its office',
    parts({ leads: { ...leads, communityRole: '', communityUserId: 'chen' } }),
    [],
  ],
  ['scanning', 'the day of the objective is past', { today: '2031-01-01' }, ['objective_ahead']],
  ['analysis', 'one kind of source speaks', { sourceKinds: 1 }, ['two_sources']],
  ['analysis', 'no answer is kept', { exhibits: 0 }, ['answer_kept']],
  ['assessment', 'nobody says how it came out', { state: 'active' }, ['outcome_said']],
  [
    'assessment',
    'the decision to close says it, the state not yet',
    {
      state: 'active',
      ...parts({ decision: { ...WHOLE_FACTS.parts.decision!, closureReason: 'closed_reduced' } }),
    },
    [],
  ],
  ['assessment', 'nothing is published', { publicAnswers: { released: 0 } }, ['publication_settled']],
  [
    'assessment',
    'it is said why nothing is published',
    {
      publicAnswers: { released: 0 },
      ...parts({ publication_refusal: publicationRefusalPart.parse({ reason: 'A trial goes on.' }) }),
    },
    [],
  ],
  [
    'assessment',
    'the reason why nothing is published is left out',
    {
      publicAnswers: { released: 0 },
      ...parts({ publication_refusal: publicationRefusalPart.parse({ decidedBy: 'Guardian' }) }),
    },
    ['publication_settled'],
  ],
  ['assessment', 'no day is set to look again', { reviewOn: null }, ['review_planned']],
  ['assessment', 'the day to look again is past', { today: '2031-01-01' }, ['review_planned']],
  ['analysis', 'the decision is missing, which was asked for before', parts({ priority: null }), []],
];

describe('the gates', () => {
  it.each(BROKEN)('out of %s, when %s', (stage, _, change, broken) => {
    expect(openIds({ ...WHOLE_FACTS, stage, ...change })).toEqual(broken);
  });

  it('are each broken by a line of the table above, so that none holds always', () => {
    const broken = new Set(BROKEN.flatMap(([, , , ids]) => ids));
    const ours = GATE_RULES.map(({ id }) => id).filter((id) => !TESTED_ELSEWHERE.has(id));
    expect(ours.filter((id) => !broken.has(id))).toEqual([]);
  });

  it('say who can give what is missing, and where', () => {
    for (const { id, says, from, tab } of GATE_RULES) {
      expect(says, id).toMatch(/^[A-Z].*\.$/);
      expect(from.length, id).toBeGreaterThan(0);
      expect(tab, id).toMatch(/./);
    }
  });

  it('look at parts as they are when they were never filled in', () => {
    const empty = Object.fromEntries(
      PART_NAMES.map((name) => [name, PARTS[name].safeParse({}).data ?? null]),
    );
    expect(openIds({ ...BEGUN, parts: empty as CaseFacts['parts'] })).toEqual(openIds(BEGUN));
  });
});

/** Rules of other parts of the case have tables of their own. */
const TESTED_ELSEWHERE: ReadonlySet<string> = new Set<string>(EVALUATION_GATE_RULES.map(({ id }) => id));

describe('the refusal', () => {
  const refusal = (facts: CaseFacts, despite = {}) => {
    try {
      checkGate(facts, despite);
    } catch (error) {
      return error;
    }
    return null;
  };

  it('names every rule that must hold and who can give it', () => {
    expect(refusal(BEGUN)).toMatchObject({
      status: 409,
      code: 'gate_not_passed',
      extra: {
        missing: [
          'cheers_passed',
          'statement_complete',
          'priority_decided',
          'objective_with_baseline',
          'lead_and_co_lead',
        ],
      },
      errors: expect.arrayContaining([
        {
          pointer: '/gate/priority_decided',
          detail:
            'Missing: The committee decided at a meeting to take it on, and why. Can be given by: secretary.',
        },
      ]),
    });
  });

  it('takes a warning with a reason, and not without', () => {
    const facts = { ...WHOLE_FACTS, stage: 'scanning' as const, sourceKinds: 1 };
    expect(refusal(facts)).toMatchObject({
      code: 'warning_not_answered',
      extra: { missing: ['more_than_one_source'] },
    });
    expect(refusal(facts, { more_than_one_source: 'Nobody else records these.' })).toBeNull();
    expect(refusal(facts, { review_planned: 'Another one.' })).not.toBeNull();
  });

  it('takes no reason in place of what must hold', () => {
    const despite = Object.fromEntries(GATE_RULES.map(({ id }) => [id, 'Because.']));
    expect(refusal(BEGUN, despite)).toMatchObject({ code: 'gate_not_passed' });
  });
});

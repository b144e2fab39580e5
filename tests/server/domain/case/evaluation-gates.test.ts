import { describe, expect, it } from 'vitest';
import type { CaseFacts } from '../../../../server/domain/case/case-facts.ts';
import { EVALUATION_GATE_RULES } from '../../../../server/domain/case/evaluation-gates.ts';
import { openRules } from '../../../../server/domain/case/gates.ts';
import { surveyRoundItem } from '../../../../server/domain/case/survey-round.ts';
import { WHOLE_FACTS } from '../../../fixtures/case-facts.ts';

const { assessment, explanations, decision, objective } = WHOLE_FACTS.parts;
if (!assessment || !explanations || !decision || !objective) throw new Error('The fixture is not whole.');
const parts = (change: Partial<CaseFacts['parts']>) => ({ parts: { ...WHOLE_FACTS.parts, ...change } });
const evaluation = (change: Partial<CaseFacts['evaluation']>) => ({
  evaluation: { ...WHOLE_FACTS.evaluation, ...change },
});
const aim = (baselineValue: number, targetValue: number) =>
  parts({ objective: { ...objective, baselineValue, targetValue } });

const unasked = parts({ assessment: { ...assessment, perceptionAsked: null } });
const round = (timing: 'before' | 'after', asked: number) => {
  const questions = [{ item: 'safe_after_dark', answers: [{ group: 'women', asked, yes: 0 }] }];
  const body = surveyRoundItem.parse({ timing, sampling: 'quota', questions });
  return { kind: 'survey_round' as const, body };
};

/** The stage, what is taken away from a whole case, and the rules that break. */
const BROKEN: [CaseFacts['stage'], string, Partial<CaseFacts>, string[]][] = [
  ['response', 'no plan was written', evaluation({ standing: 'missing' }), ['evaluation_locked']],
  ['response', 'the plan was not locked', evaluation({ standing: 'open' }), ['evaluation_locked']],
  ['response', 'nothing is measured, and it says why', evaluation({ standing: 'none_with_reason' }), []],
  ['response', 'less is aimed at than shows', { ...aim(207, 180) }, ['effect_can_be_seen']],
  ['response', 'as much is aimed at as shows', { ...aim(10, 7) }, []],
  ['response', 'nobody knows what shows', { ...aim(207, 180), ...evaluation({ leastShare: null }) }, []],
  ['response', 'a rise is aimed at', { ...aim(20, 40) }, []],
  ['response', 'the period after goes on', evaluation({ afterEnds: '2025-03-02' }), ['period_after_over']],
  ['response', 'it ended today', evaluation({ afterEnds: '2025-03-01' }), []],
  ['assessment', 'the test was not computed', evaluation({ primaryRuns: 0 }), ['primary_test_shown']],
  ['assessment', 'the design has no single test', evaluation({ primaryRuns: 0, hasTest: false }), []],
  [
    'assessment',
    'nobody looked whether it moved',
    parts({ assessment: { ...assessment, lookedAt: [] } }),
    ['displacement_looked_at'],
  ],
  [
    'assessment',
    'nobody wrote down what was found there',
    parts({ assessment: { ...assessment, displacement: ' ' } }),
    ['displacement_looked_at'],
  ],
  [
    'assessment',
    'one explanation is open',
    parts({ explanations: { ...explanations, weather: null } }),
    ['explanations_answered'],
  ],
  [
    'assessment',
    'nobody was asked',
    parts({ assessment: { ...assessment, perceptionAsked: 'not_asked' } }),
    ['perception_asked'],
  ],
  [
    'assessment',
    'it was asked before the response alone',
    { ...unasked, items: [...WHOLE_FACTS.items, round('before', 30)] },
    ['perception_asked'],
  ],
  [
    'assessment',
    'a round after it has no answers yet',
    { ...unasked, items: [...WHOLE_FACTS.items, round('after', 0)] },
    ['perception_asked'],
  ],
  [
    'assessment',
    'the answers of a round after it are there, whatever the text says',
    { ...unasked, items: [...WHOLE_FACTS.items, round('after', 30)] },
    [],
  ],
  [
    'assessment',
    'the meeting is not named',
    parts({ decision: { ...decision, decidedAt: '' } }),
    ['decided_at_a_meeting'],
  ],
];

describe('the gates of an evaluation', () => {
  it.each(BROKEN)('out of %s, when %s', (stage, _, change, broken) => {
    expect(openRules({ ...WHOLE_FACTS, stage, ...change }).map(({ id }) => id)).toEqual(broken);
  });

  it('are each broken by a line of the table above', () => {
    const broken = new Set(BROKEN.flatMap(([, , , ids]) => ids));
    expect(EVALUATION_GATE_RULES.map(({ id }) => id).filter((id) => !broken.has(id))).toEqual([]);
  });
});

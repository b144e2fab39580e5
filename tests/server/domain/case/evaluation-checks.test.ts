import { describe, expect, it } from 'vitest';
import { checkPlan, mayBeLocked, type PlanFacts } from '../../../../server/domain/case/evaluation-checks.ts';
import type { EvaluationPlan } from '../../../../server/domain/case/evaluation-plan.ts';
import { northRoad, square } from './north-road-plan.ts';

const facts: PlanFacts = {
  before: { treated: 207, control: 308, buffer: 178, controlBuffer: 150 },
  countedTwice: 0,
  recordingChanges: 0,
  now: '2024-12-20T00:00:00Z',
};
const codes = (plan: Partial<EvaluationPlan>, more: Partial<PlanFacts> = {}) =>
  checkPlan({ ...northRoad, ...plan }, { ...facts, ...more }).map(({ code, level }) => `${code} ${level}`);
const year = (from: string, to: string) => ({ from: `${from}T00:00:00Z`, to: `${to}T00:00:00Z` });

describe('checkPlan', () => {
  it('finds nothing against the plan of North Road', () => {
    expect(codes({})).toEqual([]);
    expect(mayBeLocked(checkPlan(northRoad, facts))).toBe(true);
  });

  it.each<[string, Partial<EvaluationPlan>, Partial<PlanFacts>, string]>([
    [
      'the periods overlap by a day',
      { after: year('2024-12-31', '2025-12-31') },
      {},
      'after_before_before blocks',
    ],
    [
      'after lies before before',
      { after: year('2022-01-01', '2023-01-01') },
      {},
      'after_before_before blocks',
    ],
    ['a period is empty', { after: year('2025-06-01', '2025-06-01') }, {}, 'period_empty blocks'],
    ['there is no period', { after: null }, {}, 'periods_missing blocks'],
    [
      'the comparison shares an edge with the buffer',
      { control: square(0.02, 0) },
      {},
      'control_touches blocks',
    ],
    [
      'the comparison lies inside the treated area',
      { control: square(0.002, 0.002, 0.002) },
      {},
      'control_touches blocks',
    ],
    [
      'its streets around reach the treated ones',
      { controlBuffer: square(0.015, 0, 0.05) },
      {},
      'control_touches blocks',
    ],
    ['an incident counts in two areas', {}, { countedTwice: 1 }, 'counted_twice blocks'],
    ['an area holds no incident', {}, { before: { ...facts.before, control: 0 } }, 'no_incidents blocks'],
    ['four are expected in an area', {}, { before: { ...facts.before, buffer: 4 } }, 'small_counts blocks'],
    [
      'the exact test was chosen for four',
      { exactTest: true },
      { before: { ...facts.before, buffer: 4 } },
      'small_counts warning',
    ],
    ['recording changed inside', {}, { recordingChanges: 1 }, 'recording_change blocks'],
    [
      'it is said why that does not touch the counts',
      { recordingNote: 'Only burglary.' },
      { recordingChanges: 1 },
      'recording_change warning',
    ],
    ['no comparison area was chosen', { control: null }, {}, 'area_missing blocks'],
    ['one buffer lacks the other', { controlBuffer: null }, {}, 'zones_not_both blocks'],
    ['no success rule was agreed', { successRule: '' }, {}, 'success_rule_missing blocks'],
    ['what is counted has no name', { outcomeName: '' }, {}, 'outcome_name_missing blocks'],
    ['the period after has begun', {}, { now: '2025-02-01T00:00:00Z' }, 'after_has_begun warning'],
    ['nothing is watched', { watchedFor: [] }, {}, 'no_displacement_watched warning'],
    ['the design has no single test', { design: 'stepped' }, {}, 'not_computed warning'],
    ['half a year follows a year', { after: year('2025-01-02', '2025-07-03') }, {}, 'lengths_differ warning'],
  ])('when %s', (_, plan, more, expected) => {
    expect(codes(plan, more)).toContain(expected);
    expect(mayBeLocked(checkPlan({ ...northRoad, ...plan }, { ...facts, ...more }))).toBe(
      !expected.endsWith('blocks'),
    );
  });

  it('expects fewer in a shorter period after', () => {
    const short = { after: year('2025-01-02', '2025-02-02') };
    expect(codes(short, { before: { ...facts.before, treated: 50 } })).toContain('small_counts blocks');
    expect(codes(short, { before: { ...facts.before, treated: 70 } })).not.toContain('small_counts blocks');
  });

  it('asks nothing but a reason where nothing is measured', () => {
    expect(codes({ design: 'none', treated: null, before: null })).toEqual(['reason_missing blocks']);
    expect(codes({ design: 'none', noneReason: 'One event, gone.', treated: null })).toEqual([]);
  });

  it('says in a sentence what to do', () => {
    const [check] = checkPlan({ ...northRoad, control: square(0.02, 0) }, facts);
    expect(check.text).toBe(
      'The comparison area touches the streets around the treated area: what moves away would be counted as comparison. Choose one further off.',
    );
    for (const { text } of checkPlan({ ...northRoad, treated: null, before: null, successRule: '' }, facts))
      expect(text).toMatch(/^[A-Z].* .*\.$/);
  });
});

import { doseShare } from '../domain/case/assessment.ts';
import { COMPUTED_DESIGNS } from '../domain/case/evaluation-plan.ts';
import { readingOf } from '../domain/case/verdict.ts';
import { overclaims } from '../domain/case/verdict-claims.ts';
import { Conflict, Unusable } from '../errors.ts';
import type { Store } from '../store/ports.ts';

/** Refuses a verdict that claims a success the agreed test does not carry, and one before there is a test. */
export async function refuseClaims(store: Store, problemId: string, text: string): Promise<void> {
  if (text.trim() === '') return;
  const evaluation = await store.evaluations.get(problemId);
  // Where no test is computed, people judge by other runs and sources.
  if (!evaluation || !COMPUTED_DESIGNS.includes(evaluation.plan.design)) return;
  const primary = (await store.evaluations.runs(problemId)).filter(({ kind }) => kind === 'primary').at(-1);
  if (!primary)
    throw new Conflict(
      'no_primary_test',
      'The agreed test comes first: run it, then write the verdict beside its sentence.',
    );
  const { body } = await store.problemParts.get(problemId, 'assessment');
  const claims = overclaims(text, readingOf(primary.result, doseShare(body)));
  if (claims.length === 0) return;
  const errors = claims.map((claim) => ({ pointer: '/text', detail: claim.text }));
  throw new Unusable('claims_too_much', claims.map((claim) => claim.text).join(' '), errors);
}

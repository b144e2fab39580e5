import { grantsOf } from './grants.ts';
import { type HeldRole, isNowhere, reachOf } from './held-roles.ts';

/** Of whom the workspace asks a second factor: of nobody, of those who see exact incidents or decide about people, of all. */
export const SECOND_FACTOR_RULES = ['off', 'exact', 'all'] as const;
/** The setting that keeps it. */
export const SECOND_FACTOR = 'workspace.secondFactor';
export type SecondFactorRule = (typeof SECOND_FACTOR_RULES)[number];

/** The rule as the settings keep it; what is not known there asks of nobody. */
export function secondFactorRule(kept: string | null): SecondFactorRule {
  return SECOND_FACTOR_RULES.find((rule) => rule === kept) ?? 'off';
}

export function needsSecondFactor(rule: SecondFactorRule, held: readonly HeldRole[]): boolean {
  if (rule !== 'exact') return rule === 'all';
  const exact = grantsOf(held).some(({ tier }) => tier === 'exact');
  return exact || !isNowhere(reachOf(held, 'people.change'));
}

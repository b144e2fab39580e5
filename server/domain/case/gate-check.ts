import { AppError } from '../../errors.ts';
import type { CaseFacts } from './case-facts.ts';
import { type GateRuleId, openRules, type RuleState } from './gates.ts';

/** Refuses to let a case go on while a rule that must hold does not, or a warning was passed without a word. */
export function checkGate(facts: CaseFacts, despite: Partial<Record<GateRuleId, string>>): void {
  const open = openRules(facts);
  const missing = open.filter(({ weight }) => weight === 'must');
  if (missing.length > 0)
    throw new AppError(
      409,
      'gate_not_passed',
      `Not yet: ${missing.length === 1 ? 'one thing is' : `${missing.length} things are`} missing before the case can go on.`,
      { errors: missing.map(asError), extra: { missing: missing.map(({ id }) => id) } },
    );
  const silent = open.filter(({ id }) => despite[id] === undefined);
  if (silent.length > 0)
    throw new AppError(
      409,
      'warning_not_answered',
      'The case can go on if you say why it should although something is not as it should be.',
      { errors: silent.map(asError), extra: { missing: silent.map(({ id }) => id) } },
    );
}

function asError({ id, says, from }: RuleState) {
  const who = from.map((role) => role.replaceAll('_', ' ')).join(' or ');
  return { pointer: `/gate/${id}`, detail: `Missing: ${says} Can be given by: ${who}.` };
}

import { Link } from '@tanstack/react-router';
import { Check, CircleAlert, TriangleAlert } from 'lucide-react';
import { FormattedList, FormattedMessage, useIntl } from 'react-intl';
import { type GateRule, useGates } from '../../api/problem-gates.ts';
import type { Problem } from '../../api/records.ts';
import { ROLE_WORDS } from '../../role-words.ts';
import head from './case-head.module.css';
import { GATE_WORDS } from './gate-words.ts';
import styles from './problems.module.css';
import { reachableStages, STAGE_WORDS } from './stages.ts';

/** What is missing before the case can go on, and who can give it. */
export function GateSummary({ problem }: { problem: Problem }) {
  const intl = useIntl();
  const { data: rules } = useGates(problem.id);
  const next = reachableStages(problem.stage).at(-1);
  if (!rules || !next || problem.stage === 'closed') return null;
  const missing = rules.filter(({ leaves, holds }) => leaves === problem.stage && !holds);
  const musts = missing.filter(({ weight }) => weight === 'must').length;
  const stage = intl.formatMessage(STAGE_WORDS[next]);
  if (missing.length === 0)
    return (
      <p className={head.gateDone}>
        <Check aria-hidden size={18} />
        <FormattedMessage
          id="gate.nothing-missing"
          defaultMessage="Nothing is missing for {stage}."
          values={{ stage }}
        />
      </p>
    );
  return (
    <details className={head.gate}>
      <summary>
        <FormattedMessage
          id="gate.missing"
          defaultMessage="{musts, plural, =0 {{warnings, plural, one {One thing to think of} other {# things to think of}} before {stage}} one {One thing is missing for {stage}} other {# things are missing for {stage}}}"
          values={{ musts, warnings: missing.length, stage }}
        />
      </summary>
      <RuleList problem={problem} rules={missing} />
    </details>
  );
}

interface RuleListProps {
  problem: Problem;
  rules: readonly GateRule[];
  /** When somebody goes where it can be given. */
  onFollow?: () => void;
}

/** Rules that do not hold, the musts first. */
export function RuleList({ problem, rules, onFollow }: RuleListProps) {
  const intl = useIntl();
  const byWeight = rules.toSorted((a, b) => Number(a.weight !== 'must') - Number(b.weight !== 'must'));
  return (
    <ul className={head.rules}>
      {byWeight.map((rule) => (
        <li key={rule.id}>
          <WeightMark weight={rule.weight} />
          <div>
            <Link
              to="/problems/$id"
              params={{ id: problem.id }}
              search={{ tab: rule.tab === 'overview' ? undefined : rule.tab }}
              onClick={onFollow}
            >
              {intl.formatMessage(GATE_WORDS[rule.id])}
            </Link>
            <p className={styles.facts}>
              <FormattedMessage
                id="gate.from"
                defaultMessage="Can be given by: {roles}"
                values={{
                  roles: (
                    <FormattedList
                      type="disjunction"
                      value={rule.from.map((role) => intl.formatMessage(ROLE_WORDS[role]))}
                    />
                  ),
                }}
              />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function WeightMark({ weight }: Pick<GateRule, 'weight'>) {
  const intl = useIntl();
  const Icon = weight === 'must' ? CircleAlert : TriangleAlert;
  return (
    <Icon
      size={18}
      role="img"
      className={weight === 'must' ? head.must : head.warning}
      aria-label={intl.formatMessage(
        { id: 'gate.weight', defaultMessage: '{weight, select, must {Needed} other {To think of}}' },
        { weight },
      )}
    />
  );
}

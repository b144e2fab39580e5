import { useIntl } from 'react-intl';
import { useCategories } from '../../../api/categories.ts';
import type { EvaluationPlan } from '../../../api/evaluations.ts';
import { useWorkspace } from '../../../api/workspace.ts';
import styles from '../problems.module.css';
import { PlanGround } from './plan-picture.tsx';
import { planRows } from './plan-rows.ts';

/** The plan in words, with its ground on a map. */
export function PlanRead({ plan }: { plan: EvaluationPlan }) {
  const intl = useIntl();
  const categories = useCategories().data ?? [];
  const zone = useWorkspace().data?.timezone ?? 'UTC';
  return (
    <>
      {plan.design === 'none' ? null : <PlanGround plan={plan} />}
      <dl className={styles.answers}>
        {planRows(intl, plan, { categories, zone }).map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

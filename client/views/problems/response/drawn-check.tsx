import { FormattedMessage, useIntl } from 'react-intl';
import type { AreaGeometry } from '../../../../server/app.ts';
import { type CountedArea, type EvaluationPlan, usePlanFacts } from '../../../api/evaluations.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { Notice } from '../../../ui/notice.tsx';
import styles from '../problems.module.css';
import { AREA_WORDS, CHECK_WORDS } from './evaluation-words.ts';

interface DrawnCheckProps {
  problemId: string;
  plan: EvaluationPlan;
  area: CountedArea;
  shape: AreaGeometry;
}

/** What a plan would be with a shape that is being drawn: what it holds, and what stands against it there. */
export function DrawnCheck({ problemId, plan, area, shape }: DrawnCheckProps) {
  const intl = useIntl();
  const { data: facts, error, isPlaceholderData } = usePlanFacts(problemId, { ...plan, [area]: shape });
  const against = (facts?.checks ?? []).filter(
    ({ code, areas }) => areas.includes(area) && code !== 'area_missing',
  );
  const count = facts?.before[area];
  if (isPlaceholderData) return null;
  return (
    <>
      <ErrorNotice error={error} />
      {count === undefined ? null : (
        <p className={styles.quiet} role="status">
          <FormattedMessage
            id="draw.holds"
            defaultMessage="{count, plural, =0 {No incident of the period before lies in it.} one {# incident of the period before lies in it.} other {# incidents of the period before lie in it.}}"
            values={{ count }}
          />
        </p>
      )}
      {against.length > 0 ? (
        <Notice
          tone="amber"
          title={
            <FormattedMessage id="draw.against" defaultMessage="With this shape the plan cannot be locked" />
          }
        >
          <ul>
            {against.map((check) => (
              <li key={check.code}>
                {intl.formatMessage(CHECK_WORDS[check.code], {
                  areas: intl.formatList(check.areas.map((one) => intl.formatMessage(AREA_WORDS[one]))),
                })}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </>
  );
}

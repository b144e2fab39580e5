import { FormattedMessage, useIntl } from 'react-intl';
import { useProblemTrend } from '../../api/problem-trend.ts';
import type { Problem } from '../../api/records.ts';
import { useWorkspace } from '../../api/workspace.ts';
import { Sparkline } from '../../ui/sparkline.tsx';
import styles from './case-head.module.css';

/** How many incidents the case had, by rule and by hand, lately and before. Nothing for those who see no incidents. */
export function TrendLine({ problem }: { problem: Problem }) {
  const intl = useIntl();
  const { data: trend } = useProblemTrend(problem.id);
  const timeZone = useWorkspace().data?.timezone ?? 'UTC';
  if (!trend || trend.months.length === 0) return null;
  const { last, earlier, months, exact } = trend;
  const month = (instant: string) => intl.formatDate(instant, { month: 'short', year: 'numeric', timeZone });
  const upTo = month(months.at(-1)?.from ?? '');
  return (
    <div className={styles.trend}>
      <Sparkline
        values={months.map(({ count }) => count)}
        strongFrom={months.length / 2}
        label={intl.formatMessage(
          {
            id: 'trend.picture',
            defaultMessage: 'Incidents a month from {from} to {to}, between {least} and {most}',
          },
          {
            from: month(months[0].from),
            to: upTo,
            least: Math.min(...months.map(({ count }) => count)),
            most: Math.max(...months.map(({ count }) => count)),
          },
        )}
      />
      <p>
        <FormattedMessage
          id="trend.text"
          defaultMessage="{last, number} in the last 12 months, {earlier, number} in the 12 before"
          values={{ last, earlier }}
        />
        <br />
        <span className={styles.since}>
          {exact ? (
            <FormattedMessage
              id="trend.up-to"
              defaultMessage="Recorded incidents of the case, up to {month}"
              values={{ month: upTo }}
            />
          ) : (
            <FormattedMessage
              id="trend.up-to-squares"
              defaultMessage="Counted in squares round the place of the case, up to {month}"
              values={{ month: upTo }}
            />
          )}
        </span>
      </p>
    </div>
  );
}

import { FormattedMessage, useIntl } from 'react-intl';
import type { ListedProblem } from '../../api/problems.ts';
import { Badge } from '../../ui/badge.tsx';
import board from './board.module.css';
import { daysSince } from './board-search.ts';

/** What somebody should look at, in words: a review that is over, a case nobody works on. */
export function Attention({ problem }: { problem: ListedProblem }) {
  const intl = useIntl();
  const { reviewOn, isReviewOverdue, isSilent, activeAt } = problem;
  if (!reviewOn && !isSilent) return null;
  return (
    <span className={board.attention}>
      {reviewOn ? (
        <Badge tone={isReviewOverdue ? 'red' : 'plain'}>
          <FormattedMessage
            id="problem.review"
            defaultMessage="{late, select, true {review overdue since {day}} other {review on {day}}}"
            values={{
              late: String(isReviewOverdue),
              day: intl.formatDate(reviewOn, { timeZone: 'UTC', dateStyle: 'medium' }),
            }}
          />
        </Badge>
      ) : null}
      {isSilent ? (
        <Badge tone="amber">
          <FormattedMessage
            id="problem.silent"
            defaultMessage="{days, plural, one {silent for # day} other {silent for # days}}"
            values={{ days: daysSince(activeAt, Date.now()) }}
          />
        </Badge>
      ) : null}
    </span>
  );
}

/** How long a case has been in its stage. */
export function AgeInStage({ problem: { stageSince } }: { problem: ListedProblem }) {
  return (
    <FormattedMessage
      id="problem.inStage"
      defaultMessage="{days, plural, =0 {in this stage since today} one {# day in this stage} other {# days in this stage}}"
      values={{ days: daysSince(stageSince, Date.now()) }}
    />
  );
}

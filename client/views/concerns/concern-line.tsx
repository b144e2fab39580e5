import { Link } from '@tanstack/react-router';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { useCategories } from '../../api/categories.ts';
import type { Concern } from '../../api/concerns.ts';
import { Badge } from '../../ui/badge.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { CHANNEL_WORDS, STATE_WORDS } from './concern-words.ts';
import styles from './concerns.module.css';
import { useWhereText } from './where-text.ts';

interface ConcernLineProps {
  concern: Concern;
  isChosen?: boolean;
  onChoose?: (() => void) | undefined;
}

/** One concern in a list. */
export function ConcernLine({ concern, isChosen = false, onChoose }: ConcernLineProps) {
  const intl = useIntl();
  const whereText = useWhereText();
  const { data: categories } = useCategories();
  const category = categories?.find(({ id }) => id === concern.categoryId);
  const title = concern.summary || intl.formatMessage(ERASED);
  return (
    <li className={styles.line}>
      {onChoose ? (
        <Checkbox
          isSelected={isChosen}
          onChange={onChoose}
          aria-label={intl.formatMessage(
            { id: 'concerns.choose', defaultMessage: 'Choose “{title}”' },
            { title },
          )}
        />
      ) : null}
      <div className={styles.lineMain}>
        <div className={styles.lineHead}>
          <Link to="/concerns/$id" params={{ id: concern.id }} className={styles.lineTitle}>
            <bdi>{title}</bdi>
          </Link>
          <StateMarks concern={concern} />
        </div>
        <p className={styles.facts}>
          <span>
            <FormattedDate value={concern.receivedOn} timeZone="UTC" dateStyle="medium" />
          </span>
          <span>{intl.formatMessage(CHANNEL_WORDS[concern.channel])}</span>
          {category ? <span>{category.name}</span> : null}
          <span>{whereText(concern)}</span>
          {concern.problem ? (
            <Link to="/problems/$id" params={{ id: concern.problem.id }}>
              <bdi>
                {concern.problem.ref} {concern.problem.title}
              </bdi>
            </Link>
          ) : null}
        </p>
      </div>
    </li>
  );
}

export const ERASED = { id: 'concern.erased', defaultMessage: 'Erased at the wish of whoever raised it' };

/** The state, and whether somebody waits for an answer. */
export function StateMarks({ concern }: { concern: Concern }) {
  const intl = useIntl();
  const { state, dueOn, isOverdue } = concern;
  return (
    <>
      <Badge tone={state === 'attached_to_problem' ? 'teal' : 'plain'}>
        {intl.formatMessage(STATE_WORDS[state])}
      </Badge>
      {dueOn === null ? null : (
        <Badge tone={isOverdue ? 'red' : 'plain'}>
          <FormattedMessage
            id="concern.due"
            defaultMessage="{late, select, true {answer overdue since {day}} other {answer due {day}}}"
            values={{
              late: String(isOverdue),
              day: intl.formatDate(dueOn, { timeZone: 'UTC', day: 'numeric', month: 'short' }),
            }}
          />
        </Badge>
      )}
    </>
  );
}

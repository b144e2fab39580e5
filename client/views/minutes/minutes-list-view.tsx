import { Link } from '@tanstack/react-router';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { useMeetingsHeld } from '../../api/minutes.ts';
import { useWorkspace } from '../../api/workspace.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import styles from './minutes.module.css';
import { MEETING_WORDS } from './minutes-words.ts';

/** Every meeting that has minutes, the latest first. */
export function MinutesListView() {
  const intl = useIntl();
  const { data: meetings, error } = useMeetingsHeld();
  const timeZone = useWorkspace().data?.timezone ?? 'UTC';
  return (
    <div className={styles.page}>
      <header>
        <h1>
          <FormattedMessage id="minutes.list" defaultMessage="Minutes of meetings" />
        </h1>
        <p className={styles.quiet}>
          <FormattedMessage
            id="minutes.lead"
            defaultMessage="Put together from what was recorded, closed by whoever keeps them, approved at a later meeting."
          />
        </p>
      </header>
      <ErrorNotice error={error} />
      {meetings?.length === 0 ? (
        <EmptyState
          title={intl.formatMessage({ id: 'minutes.none', defaultMessage: 'No meeting was held yet' })}
        >
          <FormattedMessage
            id="minutes.noneText"
            defaultMessage="The minutes of a meeting are here from its beginning on."
          />
        </EmptyState>
      ) : null}
      <ul className={styles.lines}>
        {meetings?.map(({ id, kind, title, committeeName, startsAt }) => (
          <li key={id}>
            <Link to="/meetings/$id/minutes" params={{ id }}>
              <FormattedDate value={startsAt} dateStyle="long" timeZone={timeZone} />
              {' · '}
              <bdi>{title || intl.formatMessage(MEETING_WORDS[kind])}</bdi>
            </Link>
            <span className={styles.quiet}>
              <bdi>{committeeName}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

import { Link } from '@tanstack/react-router';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { type Released, usePublished } from '../../api/publications.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NoticeBoard } from './notice-board.tsx';
import styles from './published.module.css';
import { StateMark } from './state-words.tsx';

/** What this workspace has published, for everybody. */
export function NoticeBoardView() {
  const intl = useIntl();
  const { data: releases, error } = usePublished();
  return (
    <NoticeBoard>
      <div>
        <h1>
          <FormattedMessage id="board.title" defaultMessage="What this workspace has published" />
        </h1>
        <p className={styles.quiet}>
          <FormattedMessage
            id="board.lead"
            defaultMessage="Counts by area and period, released by two persons. Nothing here stands for fewer than 5 incidents."
          />
        </p>
      </div>
      <ErrorNotice error={error} />
      {releases?.length === 0 ? (
        <EmptyState
          title={intl.formatMessage({ id: 'board.empty', defaultMessage: 'Nothing was published yet' })}
        >
          <FormattedMessage
            id="board.empty.text"
            defaultMessage="As soon as figures are released they stand here, and stay."
          />
        </EmptyState>
      ) : null}
      <ul className={styles.lines}>
        {releases?.map((release) => (
          <Line key={release.id} release={release} />
        ))}
      </ul>
    </NoticeBoard>
  );
}

function Line({ release: { id, title, releasedAt, struck, subjects } }: { release: Released }) {
  const intl = useIntl();
  return (
    <li className={styles.line}>
      <div className={styles.lineHead}>
        <h2>
          <Link to="/notice-board/$id" params={{ id }} className={styles.lineTitle}>
            <bdi>{title}</bdi>
          </Link>
        </h2>
        {struck ? <StateMark state="struck" /> : null}
      </div>
      <p className={styles.facts}>
        <span>
          <FormattedMessage
            id="board.released"
            defaultMessage="Released {at}"
            values={{ at: <FormattedDate value={releasedAt} dateStyle="long" /> }}
          />
        </span>
        {subjects ? (
          <bdi>{intl.formatList(subjects)}</bdi>
        ) : (
          <FormattedMessage id="published.allCategories" defaultMessage="All categories" />
        )}
      </p>
      {struck ? <p dir="auto">{struck.reason}</p> : null}
    </li>
  );
}

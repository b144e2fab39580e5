import { Link } from '@tanstack/react-router';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { usePublishedAnswers } from '../../api/public-answers.ts';
import { type Released, usePublished } from '../../api/publications.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { BoardLine } from './answers/answer-lines.tsx';
import { NoticeBoard } from './notice-board.tsx';
import styles from './published.module.css';
import { StateMark } from './state-words.tsx';

/** What this workspace has published, for everybody. */
export function NoticeBoardView() {
  const intl = useIntl();
  const { data: releases, error } = usePublished();
  const answers = usePublishedAnswers();
  const isEmpty = releases?.length === 0 && answers.data?.length === 0;
  return (
    <NoticeBoard>
      <div>
        <h1>
          <FormattedMessage id="board.title" defaultMessage="What this workspace has published" />
        </h1>
        <p className={styles.quiet}>
          <FormattedMessage
            id="board.lead"
            defaultMessage="Answers to what residents raised, and counts by area and period, each released by two persons. No count here stands for fewer than 5 incidents."
          />
        </p>
      </div>
      <ErrorNotice error={error ?? answers.error} />
      {isEmpty ? (
        <EmptyState
          title={intl.formatMessage({ id: 'board.empty', defaultMessage: 'Nothing was published yet' })}
        >
          <FormattedMessage
            id="board.empty.text"
            defaultMessage="As soon as something is released it stands here, and stays."
          />
        </EmptyState>
      ) : null}
      {answers.data && answers.data.length > 0 ? (
        <section className={styles.titles} aria-labelledby="board-answers">
          <h2 id="board-answers">
            <FormattedMessage id="board.answers" defaultMessage="You said, we did" />
          </h2>
          <ul className={styles.lines}>
            {answers.data.map((answer) => (
              <BoardLine key={answer.id} answer={answer} />
            ))}
          </ul>
        </section>
      ) : null}
      {releases && releases.length > 0 ? (
        <section className={styles.titles} aria-labelledby="board-figures">
          <h2 id="board-figures">
            <FormattedMessage id="published.counts" defaultMessage="Figures" />
          </h2>
          <ul className={styles.lines}>
            {releases.map((release) => (
              <Line key={release.id} release={release} />
            ))}
          </ul>
        </section>
      ) : null}
    </NoticeBoard>
  );
}

function Line({ release: { id, title, releasedAt, struck, subjects } }: { release: Released }) {
  const intl = useIntl();
  return (
    <li className={styles.line}>
      <div className={styles.lineHead}>
        <h3>
          <Link to="/notice-board/$id" params={{ id }} className={styles.lineTitle}>
            <bdi>{title}</bdi>
          </Link>
        </h3>
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

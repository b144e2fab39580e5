import { useParams } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { ApiError } from '../../api/client.ts';
import {
  type PublishedTable,
  type Released,
  usePublished,
  usePublishedTable,
} from '../../api/publications.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Figures } from './figures.tsx';
import { NoticeBoard } from './notice-board.tsx';
import { usePeriodText } from './period-text.ts';
import { Digest } from './privacy-sheet.tsx';
import styles from './published.module.css';
import { StateMark } from './state-words.tsx';

/** One release, as everybody reads it. */
export function ReleaseView() {
  const { id } = useParams({ from: '/notice-board/$id' });
  const releases = usePublished();
  const table = usePublishedTable(id);
  const release = releases.data?.find((one) => one.id === id);
  const error = table.error ?? releases.error;
  const missing = table.error instanceof ApiError && [400, 404].includes(table.error.status);
  return (
    <NoticeBoard>
      <LinkButton kind="quiet" size="small" href="/notice-board">
        <ArrowLeft aria-hidden className={styles.mirrored} />
        <FormattedMessage id="board.all" defaultMessage="Everything published" />
      </LinkButton>
      {missing ? <Missing /> : <ErrorNotice error={error} />}
      {release && table.data ? <Loaded release={release} table={table.data} /> : null}
    </NoticeBoard>
  );
}

function Loaded({ release, table }: { release: Released; table: PublishedTable }) {
  const intl = useIntl();
  const periodText = usePeriodText();
  const { title, text, subjects, releasedAt, struck, digest, zone } = release;
  const [first, last] = [table.periods[0], table.periods[table.periods.length - 1]];
  return (
    <>
      <title>{title}</title>
      <header className={styles.titles}>
        <div className={styles.lineHead}>
          <h1>
            <bdi>{title}</bdi>
          </h1>
          {struck ? <StateMark state="struck" /> : null}
        </div>
        <p className={styles.facts}>
          {first && last ? <span>{periodText(first.from, last.before)}</span> : null}
          {subjects ? (
            <bdi>{intl.formatList(subjects)}</bdi>
          ) : (
            <FormattedMessage id="published.allCategories" defaultMessage="All categories" />
          )}
          <span>
            <FormattedMessage
              id="board.released"
              defaultMessage="Released {at}"
              values={{ at: <FormattedDate value={releasedAt} dateStyle="long" /> }}
            />
          </span>
          <span>
            <FormattedMessage
              id="board.zone"
              defaultMessage="Months by the clock of {zone}"
              values={{ zone: <bdi>{zone}</bdi> }}
            />
          </span>
        </p>
        {struck ? (
          <Notice
            tone="amber"
            title={
              <FormattedMessage
                id="board.struck"
                defaultMessage="Struck on {at}: these figures do not hold"
                values={{ at: <FormattedDate value={struck.at} dateStyle="long" /> }}
              />
            }
          >
            <p dir="auto">{struck.reason}</p>
          </Notice>
        ) : null}
        {text ? (
          <p className={styles.text} dir="auto">
            {text}
          </p>
        ) : null}
      </header>
      <div className={styles.section}>
        <Figures table={table} />
      </div>
      <Digest digest={digest} />
    </>
  );
}

function Missing() {
  const intl = useIntl();
  return (
    <EmptyState
      title={intl.formatMessage({
        id: 'board.missing',
        defaultMessage: 'There is no release at this address',
      })}
    >
      <FormattedMessage id="board.missing.text" defaultMessage="Perhaps a part of the address was lost." />
    </EmptyState>
  );
}

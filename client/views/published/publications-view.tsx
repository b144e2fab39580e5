import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { type Publication, usePublications } from '../../api/publications.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { IfMay } from '../../if-may.tsx';
import { NOTICE_BOARD } from '../../public-pages.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AnswerLines } from './answers/answer-lines.tsx';
import { monthAfter } from './months.ts';
import { usePeriodText } from './period-text.ts';
import { PrepareDialog } from './prepare-dialog.tsx';
import styles from './published.module.css';
import { StateMark } from './state-words.tsx';

/** Everything prepared for the public, and what became of it. */
export function PublicationsView() {
  const { data: publications, error } = usePublications();
  const [preparing, setPreparing] = useState(false);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1>
            <FormattedMessage id="published.title" defaultMessage="Published" />
          </h1>
          <p className={styles.quiet}>
            <FormattedMessage
              id="published.lead"
              defaultMessage="What everybody may read. Each is let out by two persons: a data guardian approves, somebody else releases."
            />
          </p>
        </div>
        <div className={styles.buttons}>
          <LinkButton href={NOTICE_BOARD}>
            <FormattedMessage id="published.board" defaultMessage="Notice board" />
          </LinkButton>
          <IfMay action="publication.prepare">
            <Button kind="primary" onPress={() => setPreparing(true)}>
              <Plus aria-hidden />
              <FormattedMessage id="published.prepare" defaultMessage="Prepare figures" />
            </Button>
          </IfMay>
        </div>
      </header>
      <AnswerLines />
      <h2>
        <FormattedMessage id="published.counts" defaultMessage="Figures" />
      </h2>
      <ErrorNotice error={error} />
      {publications?.length === 0 ? <Nothing /> : null}
      <ul className={styles.lines}>
        {publications?.map((publication) => (
          <Line key={publication.id} publication={publication} />
        ))}
      </ul>
      {preparing ? <PrepareDialog onClose={() => setPreparing(false)} /> : null}
    </div>
  );
}

function Nothing() {
  const intl = useIntl();
  return (
    <EmptyState title={intl.formatMessage({ id: 'published.empty', defaultMessage: 'Nothing prepared yet' })}>
      <FormattedMessage
        id="published.empty.text"
        defaultMessage="A publication is a table of counts by area and period in which nobody can be recognised: figures that stand for fewer than 5 incidents, or give such a number away, are not shown. A safety analyst or data guardian begins with “Prepare figures”."
      />
    </EmptyState>
  );
}

function Line({ publication }: { publication: Publication }) {
  const periodText = usePeriodText();
  const { id, title, state, wish } = publication;
  const { who, at } = lastStep(publication);
  return (
    <li className={styles.line}>
      <div className={styles.lineHead}>
        <h3>
          <Link to="/published/$id" params={{ id }} className={styles.lineTitle}>
            <bdi>{title}</bdi>
          </Link>
        </h3>
        <StateMark state={state} />
      </div>
      <p className={styles.facts}>
        <span>{periodText(wish.from, monthAfter(wish.to, 1))}</span>
        <span>
          <FormattedMessage
            id="published.line"
            defaultMessage="{state, select, approved {approved by {who}} released {released by {who}} struck {struck by {who}} other {prepared by {who}}}, {at}"
            values={{
              state,
              who: <bdi>{who ?? '–'}</bdi>,
              at: <FormattedDate value={at} dateStyle="medium" />,
            }}
          />
        </span>
      </p>
    </li>
  );
}

/** Who brought it where it is; of what was withdrawn the history knows. */
function lastStep(one: Publication): { who: string | null; at: string } {
  if (one.state === 'struck' && one.struckAt) return { who: one.striker, at: one.struckAt };
  if (one.state === 'released' && one.releasedAt) return { who: one.releaser, at: one.releasedAt };
  if (one.state === 'approved' && one.approvedAt) return { who: one.approver, at: one.approvedAt };
  return { who: one.preparer, at: one.preparedAt };
}

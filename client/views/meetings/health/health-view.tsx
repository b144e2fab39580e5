import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Download, Printer } from 'lucide-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { healthCsv, type MeetingHealth, useCommitteeHealth } from '../../../api/committee-health.ts';
import { useCommittee } from '../../../api/meetings.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { FactList } from '../fact-list.tsx';
import styles from '../meetings.module.css';
import { Answers, Attendance, Promises, Raised } from './health-charts.tsx';
import { RoundTable } from './round-table.tsx';

/** How a committee is doing, meeting by meeting: counts of meetings, and of no person. */
export function HealthView() {
  const intl = useIntl();
  const { id } = useParams({ from: '/committees/$id/health' });
  const period = useSearch({ from: '/committees/$id/health' });
  const { data: committee, error } = useCommittee(id);
  const pages = useCommitteeHealth(id, period);
  const meetings = (pages.data?.pages ?? []).flatMap(({ items }) => items).reverse();
  const answerDays = pages.data?.pages[0]?.answerDays;
  return (
    <div className={styles.page} data-paper>
      <header className={styles.head}>
        <div className={styles.section}>
          <h1>
            <FormattedMessage id="health.title" defaultMessage="How the committee is doing" />
          </h1>
          {committee ? (
            <Link to="/committees/$id" params={{ id }}>
              <bdi>{committee.name}</bdi>
            </Link>
          ) : null}
        </div>
        <div className={`${styles.buttons} ${styles.onScreen}`}>
          <LinkButton href={healthCsv(id, period)} download="committee-health.csv">
            <Download aria-hidden size={16} />
            <FormattedMessage id="health.csv" defaultMessage="Figures as CSV" />
          </LinkButton>
          <Button onPress={() => window.print()}>
            <Printer aria-hidden size={16} />
            <FormattedMessage id="case-file.print" defaultMessage="Print or save as PDF" />
          </Button>
        </div>
      </header>
      <p className={styles.quiet}>
        <FormattedMessage
          id="health.lead"
          defaultMessage="It counts meetings and what came of them, for the committee to talk about. No person and no organisation stands in it, nothing is ranked, and there is no score. Where fewer than five people could be told apart, they are not."
        />
      </p>
      <Period />
      <ErrorNotice error={error ?? pages.error} />
      {pages.data && meetings.length === 0 ? (
        <EmptyState
          title={intl.formatMessage({
            id: 'health.empty',
            defaultMessage: 'No meeting was closed in this time',
          })}
        >
          <FormattedMessage
            id="health.empty.text"
            defaultMessage="Close a meeting, or record one that was held with who was there, and its figures stand here. Or choose another time."
          />
        </EmptyState>
      ) : null}
      {meetings.length > 0 ? (
        <>
          <InAll meetings={meetings} />
          <Attendance meetings={meetings} />
          <Promises meetings={meetings} />
          <Raised meetings={meetings} />
          <Answers meetings={meetings} answerDays={answerDays ?? 0} />
          <RoundTable meetings={meetings} />
        </>
      ) : null}
      {pages.hasNextPage ? (
        <div className={styles.onScreen}>
          <Button onPress={() => pages.fetchNextPage()} isPending={pages.isFetchingNextPage}>
            <FormattedMessage id="meetings.more" defaultMessage="Show earlier ones" />
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** Which meetings are looked at; it stands in the address, so that a colleague sees the same. */
function Period() {
  const intl = useIntl();
  const { from, to } = useSearch({ from: '/committees/$id/health' });
  const navigate = useNavigate({ from: '/committees/$id/health' });
  const set = (change: { from?: string | undefined; to?: string | undefined }) =>
    navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  return (
    <div className={`${styles.buttons} ${styles.onScreen}`}>
      <TextField
        type="date"
        label={intl.formatMessage({ id: 'health.from', defaultMessage: 'Meetings from' })}
        value={from ?? ''}
        onChange={(day) => set({ from: day === '' ? undefined : day })}
      />
      <TextField
        type="date"
        label={intl.formatMessage({ id: 'health.to', defaultMessage: 'up to' })}
        value={to ?? ''}
        onChange={(day) => set({ to: day === '' ? undefined : day })}
      />
    </div>
  );
}

/** The meetings together, as counts of counts: no percentage without them. */
function InAll({ meetings }: { meetings: readonly MeetingHealth[] }) {
  const intl = useIntl();
  const newest = meetings.at(-1);
  const counted = meetings.filter(({ isQuorate }) => isQuorate !== null);
  const times = (all: readonly MeetingHealth[], holds: (one: MeetingHealth) => boolean) =>
    all.length === 0
      ? null
      : intl.formatMessage(
          {
            id: 'health.times',
            defaultMessage: '{times, number} of {all, plural, one {# meeting} other {# meetings}}',
          },
          { times: all.filter(holds).length, all: all.length },
        );
  const raised = sum(meetings, ({ answers }) => answers.raised);
  return (
    <FactList
      facts={[
        [
          intl.formatMessage({ id: 'health.all.kept', defaultMessage: 'Promises due by the last meeting' }),
          newest && newest.kept.due > 0
            ? intl.formatMessage(
                {
                  id: 'health.all.kept.of',
                  defaultMessage: '{verified, number} of {due, number} verified by residents',
                },
                newest.kept,
              )
            : null,
        ],
        [
          intl.formatMessage({ id: 'health.all.answered', defaultMessage: 'Concerns raised' }),
          raised === 0
            ? null
            : intl.formatMessage(
                {
                  id: 'health.all.answered.of',
                  defaultMessage: '{raised, number}: {answered, number} answered, {waiting, number} waiting',
                },
                {
                  raised,
                  answered: sum(meetings, ({ answers }) => answers.answered),
                  waiting: sum(meetings, ({ answers }) => answers.waiting),
                },
              ),
        ],
        [
          intl.formatMessage({ id: 'health.all.quorate', defaultMessage: 'Enough members were there' }),
          times(counted, ({ isQuorate }) => isQuorate === true),
        ],
        [
          intl.formatMessage({ id: 'health.all.sessions', defaultMessage: 'Sessions were held beside it' }),
          times(meetings, ({ sessions }) => sessions.length > 0),
        ],
        [
          intl.formatMessage({ id: 'health.all.minutes', defaultMessage: 'Minutes are approved' }),
          times(meetings, ({ minutes }) => minutes.approved),
        ],
      ]}
    />
  );
}

const sum = (meetings: readonly MeetingHealth[], of: (one: MeetingHealth) => number): number =>
  meetings.reduce((all, one) => all + of(one), 0);

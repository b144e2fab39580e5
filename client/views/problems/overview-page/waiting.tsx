import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import type { Overview } from '../../../api/overview.ts';
import { ROLE_WORDS } from '../../../role-words.ts';
import styles from './overview.module.css';

/** What waits, for whom, since when. What does not fit is counted. */
export function Waiting({ overview }: { overview: Overview }) {
  const intl = useIntl();
  const { gates, reviews, silent, locks, deliveries, overdue } = overview;
  return (
    <div className={styles.waiting}>
      <Part
        title={
          <FormattedMessage id="overview.gates" defaultMessage="Something is missing before the next stage" />
        }
        total={gates.total}
        shown={gates.items.length}
      >
        {gates.items.map((one) => (
          <li key={one.id}>
            <CaseLink one={one} />{' '}
            <span className={styles.quiet}>
              <FormattedMessage
                id="overview.missing"
                defaultMessage="{missing, plural, one {# thing} other {# things}} missing, from: {who}"
                values={{
                  missing: one.missing,
                  who: intl.formatList(
                    one.from.map((role) => intl.formatMessage(ROLE_WORDS[role])),
                    { type: 'disjunction' },
                  ),
                }}
              />
            </span>
          </li>
        ))}
      </Part>
      <Part
        title={
          <FormattedMessage
            id="overview.locks"
            defaultMessage="A plan waits for a second person to lock it"
          />
        }
        total={locks.total}
        shown={locks.items.length}
      >
        {locks.items.map((one) => (
          <CaseSince key={one.id} one={one} />
        ))}
      </Part>
      <Part
        title={
          <FormattedMessage
            id="overview.deliveries"
            defaultMessage="Residents have to say whether it was done"
          />
        }
        total={deliveries.total}
        shown={deliveries.items.length}
      >
        {deliveries.items.map((one) => (
          <Promised key={one.id} one={one} />
        ))}
      </Part>
      <Part
        title={<FormattedMessage id="overview.overdue" defaultMessage="Commitments overdue" />}
        total={overdue.total}
        shown={overdue.items.length}
      >
        {overdue.items.map((one) => (
          <Promised key={one.id} one={one} />
        ))}
      </Part>
      <Part
        title={<FormattedMessage id="overview.reviews" defaultMessage="Reviews overdue" />}
        total={reviews.total}
        shown={reviews.items.length}
      >
        {reviews.items.map((one) => (
          <CaseSince key={one.id} one={one} />
        ))}
      </Part>
      <Part
        title={<FormattedMessage id="overview.silent" defaultMessage="Nothing done for 30 days" />}
        total={silent.total}
        shown={silent.items.length}
      >
        {silent.items.map((one) => (
          <CaseSince key={one.id} one={one} />
        ))}
      </Part>
      {gates.looked < openCases(overview) ? (
        <p className={styles.quiet}>
          <FormattedMessage
            id="overview.looked"
            defaultMessage="What is missing was looked for in the {looked, number} cases longest in their stage, of {open, number} that are open."
            values={{ looked: gates.looked, open: openCases(overview) }}
          />
        </p>
      ) : null}
    </div>
  );
}

function openCases({ counts }: Overview): number {
  return counts.scanning + counts.analysis + counts.response + counts.assessment;
}

interface PartProps {
  title: ReactNode;
  total: number;
  shown: number;
  children: ReactNode;
}

function Part({ title, total, shown, children }: PartProps) {
  const intl = useIntl();
  return (
    <section className={styles.part}>
      <h2>
        {title} ({intl.formatNumber(total)})
      </h2>
      {total === 0 ? (
        <p className={styles.quiet}>
          <FormattedMessage id="overview.nothing" defaultMessage="Nothing waits." />
        </p>
      ) : (
        <ul>
          {children}
          {total > shown ? (
            <li className={styles.quiet}>
              <FormattedMessage
                id="overview.more"
                defaultMessage="and {count, number} more"
                values={{ count: total - shown }}
              />
            </li>
          ) : null}
        </ul>
      )}
    </section>
  );
}

type OneCase = Overview['reviews']['items'][number];

function CaseLink({ one }: { one: Pick<OneCase, 'id' | 'ref' | 'title'> }) {
  return (
    <Link to="/problems/$id" params={{ id: one.id }}>
      {one.ref} <bdi>{one.title}</bdi>
    </Link>
  );
}

function CaseSince({ one }: { one: OneCase }) {
  return (
    <li>
      <CaseLink one={one} /> <Since at={one.since} />
    </li>
  );
}

function Promised({ one }: { one: Overview['overdue']['items'][number] }) {
  return (
    <li>
      <Link to="/commitments" search={{ show: 'all' }} hash={`commitment-${one.id}`}>
        <bdi>{one.text}</bdi>
      </Link>{' '}
      <span className={styles.quiet}>
        <bdi>{one.organisation}</bdi> {one.problemRef}
      </span>{' '}
      <Since at={one.since} />
    </li>
  );
}

function Since({ at }: { at: string }) {
  const day = <FormattedDate value={at} dateStyle="medium" {...(at.length === 10 && { timeZone: 'UTC' })} />;
  return (
    <span className={styles.quiet}>
      <FormattedMessage id="overview.since" defaultMessage="since {day}" values={{ day }} />
    </span>
  );
}

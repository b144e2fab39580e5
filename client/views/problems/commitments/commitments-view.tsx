import { useNavigate, useSearch } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCommitments } from '../../../api/commitments.ts';
import { useOrganisations } from '../../../api/organisations.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { IfMay } from '../../../if-may.tsx';
import { LinkButton } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import styles from '../problems.module.css';
import { CommitmentLine } from './commitment-line.tsx';
import { KeptRate } from './kept-rate.tsx';
import { countsOf, SHOWN, shownAs } from './shown-commitments.ts';

/** Promises across all cases: an agency's own, or all that somebody may see. */
export function CommitmentsView() {
  const intl = useIntl();
  const { data, error } = useCommitments();
  const { data: organisations } = useOrganisations();
  const { show = 'open' } = useSearch({ from: '/commitments' });
  const navigate = useNavigate();
  const items = data?.items ?? [];
  const counts = countsOf(items);
  const mine = organisations?.items.find(({ id }) => id === organisations.mine);
  return (
    <div className={styles.page}>
      <IfMay action="problem.read">
        <div>
          <LinkButton kind="quiet" size="small" href="/problems">
            <ArrowLeft aria-hidden className={styles.mirrored} />
            <FormattedMessage id="problem.back" defaultMessage="All problem cases" />
          </LinkButton>
        </div>
      </IfMay>
      <header className={styles.head}>
        <h1>
          <FormattedMessage id="commitments.title" defaultMessage="Commitments" />
        </h1>
        {mine ? (
          <p className={styles.quiet}>
            <FormattedMessage
              id="commitments.for"
              defaultMessage="You speak for {name}."
              values={{ name: <strong>{mine.name}</strong> }}
            />
          </p>
        ) : null}
        {data ? <KeptRate kept={data.kept} /> : null}
        <div>
          <LinkButton size="small" href="/commitments/reminders">
            <FormattedMessage id="reminders.title" defaultMessage="Promises due" />
          </LinkButton>
        </div>
        <IfMay action="meeting.read">
          <div>
            <LinkButton size="small" href="/minutes">
              <FormattedMessage id="minutes.list" defaultMessage="Minutes of meetings" />
            </LinkButton>
          </div>
        </IfMay>
      </header>
      <ErrorNotice error={error} />
      <RadioGroup
        label={intl.formatMessage({ id: 'commitments.show', defaultMessage: 'Show' })}
        layout="segments"
        choices={SHOWN.map((id) => ({
          id,
          label: intl.formatMessage(
            {
              id: 'commitments.shown',
              defaultMessage:
                '{what, select, open {Open} overdue {Overdue} residents {With residents} other {All}} ({n, number})',
            },
            { what: id, n: counts[id] },
          ),
        }))}
        value={show}
        onChange={(id) => navigate({ to: '/commitments', search: { show: id }, replace: true })}
      />
      {data && counts[show] === 0 ? (
        <EmptyState title={intl.formatMessage({ id: 'commitments.none', defaultMessage: 'Nothing here' })}>
          {items.length > 0 ? (
            <FormattedMessage
              id="commitments.none.here"
              defaultMessage="Choose “All” to see every commitment."
            />
          ) : organisations && !mine ? (
            <FormattedMessage
              id="commitments.none.owner"
              defaultMessage="If you work for an organisation that makes commitments, ask an administrator to enter that you speak for it."
            />
          ) : (
            <FormattedMessage
              id="commitments.none.yet"
              defaultMessage="No commitment was made yet. They are written down on a problem case, under Response."
            />
          )}
        </EmptyState>
      ) : null}
      <ul className={styles.lines}>
        {shownAs(items, show).map((commitment) => (
          <CommitmentLine key={commitment.id} commitment={commitment} isAcross />
        ))}
      </ul>
    </div>
  );
}

import { useNavigate, useSearch } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type Concern, useConcerns } from '../../api/concerns.ts';
import { useMay } from '../../api/session.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { IfMay } from '../../if-may.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { CaseOfConcernsDialog } from './case-dialog.tsx';
import { ConcernFilters } from './concern-filters.tsx';
import { ConcernLine } from './concern-line.tsx';
import styles from './concerns.module.css';
import { ReceiptDialog } from './receipt-dialog.tsx';
import { Referrals } from './referrals.tsx';

/** What residents raised, the newest first: who waits for an answer, and what belongs together. */
export function ConcernsView() {
  const search = useSearch({ from: '/concerns' });
  const navigate = useNavigate();
  const mayRead = useMay('concern.read');
  const mayTriage = useMay('concern.triage');
  const mayOpen = useMay('problem.change') && mayTriage;
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage, isPending } = useConcerns(search);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [dialog, setDialog] = useState<'case' | 'receipt' | null>(null);
  const concerns = (data?.pages ?? []).flatMap(({ items }) => items);
  const picked = concerns.filter(({ id }) => chosen.includes(id));
  const isNarrowed = Object.values(search).some((value) => value !== undefined);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1>
            <FormattedMessage id="concerns.title" defaultMessage="Concerns" />
          </h1>
          <p className={styles.quiet}>
            <FormattedMessage
              id="concerns.text"
              defaultMessage="What people here raise: at meetings, to officers, by telephone, on paper. Each gets an answer."
            />
          </p>
        </div>
        <div className={styles.buttons}>
          <IfMay action="concern.reporter">
            <Button onPress={() => setDialog('receipt')}>
              <FormattedMessage id="concerns.receipt" defaultMessage="Somebody asks about theirs" />
            </Button>
          </IfMay>
          <IfMay action="concern.add">
            <LinkButton href="/concerns/paper">
              <FormattedMessage id="concerns.paper" defaultMessage="Type in paper" />
            </LinkButton>
            <LinkButton href="/concerns/new" kind="primary">
              <Plus aria-hidden />
              <FormattedMessage id="concerns.new" defaultMessage="Take in a concern" />
            </LinkButton>
          </IfMay>
        </div>
      </header>
      {mayRead ? (
        <ConcernFilters
          filter={search}
          onChange={(change) =>
            navigate({ to: '/concerns', search: { ...search, ...change }, replace: true })
          }
        />
      ) : null}
      <ErrorNotice error={error} />
      {mayRead && !isPending && !error && concerns.length === 0 ? <Nothing isNarrowed={isNarrowed} /> : null}
      <ul className={styles.lines}>
        {concerns.map((concern) => (
          <ConcernLine
            key={concern.id}
            concern={concern}
            isChosen={chosen.includes(concern.id)}
            onChoose={mayOpen && isFree(concern) ? () => setChosen(toggled(chosen, concern.id)) : undefined}
          />
        ))}
      </ul>
      {hasNextPage ? (
        <div>
          <Button onPress={() => fetchNextPage()} isPending={isFetchingNextPage}>
            <FormattedMessage id="concerns.more" defaultMessage="Show older ones" />
          </Button>
        </div>
      ) : null}
      {picked.length > 0 ? (
        <section className={styles.chosen} aria-live="polite">
          <FormattedMessage
            id="concerns.chosen"
            defaultMessage="{count, plural, one {# concern chosen} other {# concerns chosen}}"
            values={{ count: picked.length }}
          />
          <div className={styles.buttons}>
            <Button kind="primary" onPress={() => setDialog('case')}>
              <FormattedMessage id="concerns.openCase" defaultMessage="Open a problem case from them" />
            </Button>
            <Button kind="quiet" onPress={() => setChosen([])}>
              <FormattedMessage id="concerns.chooseNone" defaultMessage="Choose none" />
            </Button>
          </div>
        </section>
      ) : null}
      <IfMay action="protected-referral.read">
        <Referrals />
      </IfMay>
      {dialog === 'case' ? <CaseOfConcernsDialog concerns={picked} onClose={() => setDialog(null)} /> : null}
      {dialog === 'receipt' ? <ReceiptDialog onClose={() => setDialog(null)} /> : null}
    </div>
  );
}

/** Whether it can be put into a case. */
function isFree({ steps, problemId }: Concern): boolean {
  return problemId === null && steps.includes('attach');
}

function toggled(chosen: readonly string[], id: string): string[] {
  return chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id];
}

function Nothing({ isNarrowed }: { isNarrowed: boolean }) {
  const intl = useIntl();
  if (isNarrowed)
    return (
      <EmptyState title={intl.formatMessage({ id: 'concerns.none', defaultMessage: 'No concern fits' })}>
        <FormattedMessage id="concerns.none.text" defaultMessage="Take one of the filters off." />
      </EmptyState>
    );
  return (
    <EmptyState title={intl.formatMessage({ id: 'concerns.empty', defaultMessage: 'No concern yet' })}>
      <FormattedMessage
        id="concerns.empty.text"
        defaultMessage="Take in what somebody says, writes or puts into the box. Several that are alike can become a problem case."
      />
    </EmptyState>
  );
}

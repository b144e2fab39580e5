import { useState } from 'react';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { useCategories } from '../../api/categories.ts';
import { useLinkedIncidents, useLinkIncident, useUnlinkIncident } from '../../api/problems.ts';
import type { Incident, ManualLink, Problem } from '../../api/records.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { FilterWords } from '../../filter-words.tsx';
import { useIncidentTime } from '../../incident-time.ts';
import { Button } from '../../ui/button.tsx';
import { Table } from '../../ui/table.tsx';
import { ManualDialog, type ManualDraft } from './manual-dialog.tsx';
import styles from './problems.module.css';
import { RuleDialog } from './rule-dialog.tsx';

/** Which incidents belong to the case: the rule in words, how many, each of them, and what was decided by hand. */
export function LinkedSection({ problem }: { problem: Problem }) {
  const [manual, setManual] = useState<ManualDraft | null>(null);
  const [ruling, setRuling] = useState(false);
  const linked = useLinkedIncidents(problem.id);
  const count = linked.data?.pages[0]?.count;
  return (
    <section className={styles.section} aria-labelledby="problem-linked">
      <header className={styles.sectionHead}>
        <h2 id="problem-linked">
          <FormattedMessage id="problem.linked.title" defaultMessage="Incidents" />
        </h2>
        <Button size="small" onPress={() => setRuling(true)}>
          <FormattedMessage id="problem.rule.edit" defaultMessage="Change the rule" />
        </Button>
      </header>
      <ErrorNotice error={linked.error} />
      <p className={styles.count} aria-live="polite">
        {count === undefined ? (
          <FormattedMessage id="problem.counting" defaultMessage="Counting incidents…" />
        ) : (
          <FormattedMessage
            id="problem.linked"
            defaultMessage="{count, plural, =0 {No incidents} one {# incident} other {# incidents}}"
            values={{ count }}
          />
        )}
      </p>
      <div className={styles.rule}>
        {problem.rule ? (
          <FilterWords filter={problem.rule} />
        ) : (
          <FormattedMessage
            id="problem.rule.none"
            defaultMessage="No rule: only incidents put in by hand belong to this case."
          />
        )}
      </div>
      {count ? (
        <p className={styles.quiet}>
          <FormattedMessage
            id="problem.linked.hint"
            defaultMessage="Choose an incident to take it out of the case, giving a reason."
          />
        </p>
      ) : null}
      <IncidentTable
        incidents={(linked.data?.pages ?? []).flatMap((page) => page.items)}
        onPick={(incident) => setManual({ incidentId: incident.id, verdict: 'out' })}
      />
      <div className={styles.buttons}>
        {linked.hasNextPage ? (
          <Button size="small" onPress={() => linked.fetchNextPage()} isPending={linked.isFetchingNextPage}>
            <FormattedMessage id="problem.linked.more" defaultMessage="Show more" />
          </Button>
        ) : null}
        <Button size="small" onPress={() => setManual({ incidentId: null, verdict: 'in' })}>
          <FormattedMessage id="problem.manual.add" defaultMessage="Put an incident in by hand" />
        </Button>
      </div>
      <ManualList problem={problem} />
      {manual ? <ManualForm problem={problem} draft={manual} onClose={() => setManual(null)} /> : null}
      {ruling ? <RuleDialog problem={problem} onClose={() => setRuling(false)} /> : null}
    </section>
  );
}

function IncidentTable({
  incidents,
  onPick,
}: {
  incidents: Incident[];
  onPick: (incident: Incident) => void;
}) {
  const intl = useIntl();
  const { data: categories } = useCategories();
  const nameOf = (id: number) => categories?.find((category) => category.id === id)?.publicName ?? String(id);
  const write = useIncidentTime();
  if (incidents.length === 0) return null;
  return (
    <Table
      label={intl.formatMessage({ id: 'problem.linked.table', defaultMessage: 'Incidents of this case' })}
      rows={incidents}
      rowId={(incident) => incident.id}
      onRowAction={onPick}
      height={320}
      columns={[
        {
          id: 'day',
          title: intl.formatMessage({ id: 'problem.linked.day', defaultMessage: 'Day' }),
          cell: (incident) => write(incident, incident.occurredFrom, 'day') ?? '–',
          sortBy: (incident) => incident.occurredFrom ?? '',
          minWidth: 110,
        },
        {
          id: 'category',
          title: intl.formatMessage({ id: 'problem.linked.category', defaultMessage: 'Category' }),
          cell: (incident) => nameOf(incident.categoryId),
          sortBy: (incident) => nameOf(incident.categoryId),
          rowHeader: true,
          minWidth: 140,
        },
        {
          id: 'place',
          title: intl.formatMessage({ id: 'problem.linked.place', defaultMessage: 'Place' }),
          cell: (incident) => incident.placeText ?? '–',
          minWidth: 120,
        },
      ]}
    />
  );
}

/** What was decided by hand against the rule, and why. */
function ManualList({ problem }: { problem: Problem }) {
  const unlink = useUnlinkIncident();
  if (problem.manual.length === 0) return null;
  return (
    <>
      <h3>
        <FormattedMessage id="problem.manual.title" defaultMessage="Decided by hand" />
      </h3>
      <ErrorNotice error={unlink.error} />
      <ul className={styles.lines}>
        {problem.manual.map((link) => (
          <ManualLine
            key={link.incidentId}
            link={link}
            onDrop={() => unlink.mutate({ problem, incidentId: link.incidentId })}
          />
        ))}
      </ul>
    </>
  );
}

function ManualLine({ link, onDrop }: { link: ManualLink; onDrop: () => void }) {
  return (
    <li className={styles.line}>
      <div className={styles.lineText}>
        <strong>
          <FormattedMessage
            id="problem.manual.line"
            defaultMessage="Incident {id} {verdict, select, in {put in} other {taken out}}"
            values={{
              id: <FormattedNumber value={link.incidentId} useGrouping={false} />,
              verdict: link.verdict,
            }}
          />
        </strong>
        <p className={styles.quiet}>{link.reason}</p>
      </div>
      <Button size="small" kind="quiet" onPress={onDrop}>
        <FormattedMessage id="problem.manual.drop" defaultMessage="Let the rule decide" />
      </Button>
    </li>
  );
}

function ManualForm({
  problem,
  draft,
  onClose,
}: {
  problem: Problem;
  draft: ManualDraft;
  onClose: () => void;
}) {
  const link = useLinkIncident();
  return (
    <ManualDialog
      draft={draft}
      error={link.error}
      isPending={link.isPending}
      onClose={onClose}
      onConfirm={(incidentId, reason) =>
        link.mutate({ problem, incidentId, verdict: draft.verdict, reason }, { onSuccess: onClose })
      }
    />
  );
}

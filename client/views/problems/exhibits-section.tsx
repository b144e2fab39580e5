import { MapPin, RotateCw, Trash2 } from 'lucide-react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { type Exhibit, useExhibits, useRemoveExhibit, useRunAgain } from '../../api/exhibits.ts';
import type { Problem } from '../../api/records.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { FilterWords } from '../../filter-words.tsx';
import { IfMay } from '../../if-may.tsx';
import { METHOD_NAMES } from '../../method-names.ts';
import { runAddress } from '../../run-address.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, IconButton, LinkButton } from '../../ui/button.tsx';
import { showFailure } from '../../ui/toast.tsx';
import styles from './problems.module.css';
import { RunDifferenceView } from './run-difference.tsx';

/** The answers kept on the case: each can be opened on the map again, and asked again of the data of today. */
export function ExhibitsSection({ problem }: { problem: Problem }) {
  const { data: exhibits, error } = useExhibits(problem.id);
  return (
    <section className={styles.section} aria-labelledby="problem-exhibits">
      <header className={styles.sectionHead}>
        <h2 id="problem-exhibits">
          <FormattedMessage id="problem.exhibits" defaultMessage="Kept answers" />
        </h2>
      </header>
      <ErrorNotice error={error} />
      {exhibits?.length === 0 ? (
        <p className={styles.quiet}>
          <FormattedMessage
            id="exhibit.none"
            defaultMessage="Nothing is kept yet. Ask a question on the map and keep its answer here."
          />
        </p>
      ) : null}
      <ul className={styles.lines}>
        {exhibits?.map((exhibit) => (
          <ExhibitLine key={exhibit.id} exhibit={exhibit} />
        ))}
      </ul>
    </section>
  );
}

function ExhibitLine({ exhibit }: { exhibit: Exhibit }) {
  const intl = useIntl();
  const { run, note } = exhibit;
  const again = useRunAgain();
  const remove = useRemoveExhibit();
  const name = intl.formatMessage(METHOD_NAMES[run.method]);
  return (
    <li className={styles.line}>
      <div className={styles.lineText}>
        <h3>
          {name} {isPublishable(run) ? null : <NotForPublication />}
        </h3>
        {note ? <p className={styles.statement}>{note}</p> : null}
        <p className={styles.facts}>
          <FormattedMessage
            id="exhibit.n"
            defaultMessage="{n, plural, one {# incident} other {# incidents}}"
            values={{ n: run.summary?.n ?? 0 }}
          />
          <span>
            <FormattedMessage
              id="exhibit.made"
              defaultMessage="Made {day}"
              values={{ day: <FormattedDate value={run.createdAt} dateStyle="medium" /> }}
            />
          </span>
        </p>
        <FilterWords filter={run.filter} />
        <ErrorNotice error={again.error} />
        {again.data ? <RunDifferenceView again={again.data} /> : null}
        <div className={styles.buttons}>
          <LinkButton size="small" href={runAddress(run)}>
            <MapPin aria-hidden />
            <FormattedMessage id="exhibit.open" defaultMessage="Open on the map" />
          </LinkButton>
          <Button size="small" onPress={() => again.mutate(run.id)} isPending={again.isPending}>
            <RotateCw aria-hidden size={16} />
            <FormattedMessage id="exhibit.again" defaultMessage="Run again" />
          </Button>
        </div>
      </div>
      <IfMay action="exhibit.change">
        <IconButton
          label={intl.formatMessage(
            { id: 'exhibit.remove', defaultMessage: 'Keep {name} here no longer' },
            { name },
          )}
          icon={<Trash2 aria-hidden size={18} />}
          onPress={() =>
            remove.mutate({ problemId: exhibit.problemId, id: exhibit.id }, { onError: showFailure })
          }
        />
      </IfMay>
    </li>
  );
}

/** Some answers are work sheets, whatever becomes of the case. */
const isPublishable = ({ summary }: Exhibit['run']): boolean =>
  summary === null || !('publishable' in summary) || summary.publishable;

function NotForPublication() {
  return (
    <Badge tone="amber">
      <FormattedMessage id="exhibit.unpublishable" defaultMessage="Not for publication" />
    </Badge>
  );
}

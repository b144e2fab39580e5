import { Link } from '@tanstack/react-router';
import { MapPin } from 'lucide-react';
import { FormattedDate, FormattedMessage } from 'react-intl';
import { useConcernsOfProblem } from '../../api/concerns.ts';
import type { Problem } from '../../api/records.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { IfMay } from '../../if-may.tsx';
import { Badge } from '../../ui/badge.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { onLargeMap } from './on-large-map.ts';
import styles from './problems.module.css';

/** What residents raised that belongs to the case, and who of them still waits for an answer. */
export function ConcernsSection({ problem }: { problem: Problem }) {
  const { data: concerns, error } = useConcernsOfProblem(problem.id);
  return (
    <section className={styles.section} aria-labelledby="case-concerns">
      <h2 id="case-concerns">
        <FormattedMessage
          id="problem.concerns"
          defaultMessage="Concerns{count, plural, =0 {} other { (#)}}"
          values={{ count: concerns?.length ?? 0 }}
        />
      </h2>
      <ErrorNotice error={error} />
      {concerns?.length === 0 ? (
        <p className={styles.quiet}>
          <FormattedMessage
            id="problem.concerns.none"
            defaultMessage="No concern belongs to this case. In the list of concerns they are put into one."
          />
        </p>
      ) : null}
      <ul className={styles.concerns}>
        {concerns?.map(({ id, summary, receivedOn, isOverdue, dueOn }) => (
          <li key={id}>
            <Link to="/concerns/$id" params={{ id }}>
              <bdi>
                {summary || (
                  <FormattedMessage
                    id="concern.erased"
                    defaultMessage="Erased at the wish of whoever raised it"
                  />
                )}
              </bdi>
            </Link>{' '}
            <span className={styles.quiet}>
              <FormattedDate value={receivedOn} timeZone="UTC" dateStyle="medium" />
            </span>{' '}
            {dueOn === null ? null : (
              <Badge tone={isOverdue ? 'red' : 'plain'}>
                {isOverdue ? (
                  <FormattedMessage id="problem.concerns.late" defaultMessage="answer overdue" />
                ) : (
                  <FormattedMessage id="problem.concerns.open" defaultMessage="not answered yet" />
                )}
              </Badge>
            )}
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        {concerns?.some(({ position }) => position !== null) ? (
          <LinkButton size="small" href={onLargeMap(problem.id, 'concerns')}>
            <MapPin aria-hidden />
            <FormattedMessage id="problem.on-map" defaultMessage="On the map" />
          </LinkButton>
        ) : null}
        <IfMay action="concern.triage">
          <LinkButton size="small" href="/concerns">
            <FormattedMessage id="problem.concerns.all" defaultMessage="All concerns" />
          </LinkButton>
        </IfMay>
      </div>
    </section>
  );
}

import { MapPin } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useCommitments } from '../../../api/commitments.ts';
import type { Problem } from '../../../api/records.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { IfMay } from '../../../if-may.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { onLargeMap } from '../on-large-map.ts';
import styles from '../problems.module.css';
import { CommitmentLine } from './commitment-line.tsx';
import { KeptRate } from './kept-rate.tsx';
import { ProposeDialog } from './propose-dialog.tsx';

/** What was promised for this case, who has the next step, and what was done. */
export function CommitmentsSection({ problem }: { problem: Problem }) {
  const { data, error } = useCommitments(problem.id);
  const [isProposing, setProposing] = useState(false);
  const items = data?.items ?? [];
  return (
    <section className={styles.section} aria-labelledby="case-commitments">
      <header className={styles.sectionHead}>
        <h2 id="case-commitments">
          <FormattedMessage id="commitments.title" defaultMessage="Commitments" />
        </h2>
        {items.length > 0 ? <Badge>{items.length}</Badge> : null}
        {items.some(({ geometry }) => geometry) ? (
          <LinkButton size="small" href={onLargeMap(problem.id, 'interventions')}>
            <MapPin aria-hidden />
            <FormattedMessage id="problem.on-map" defaultMessage="On the map" />
          </LinkButton>
        ) : null}
      </header>
      <p className={styles.quiet}>
        <FormattedMessage
          id="commitments.hint"
          defaultMessage="Its owner says that a promise is done; only residents can say that it was kept."
        />
      </p>
      <ErrorNotice error={error} />
      {data ? <KeptRate kept={data.kept} /> : null}
      <ul className={styles.lines}>
        {items.map((commitment) => (
          <CommitmentLine key={commitment.id} commitment={commitment} problem={problem} />
        ))}
      </ul>
      <IfMay action="commitment.propose">
        <div className={styles.buttons}>
          <Button size="small" onPress={() => setProposing(true)}>
            <FormattedMessage id="commitments.add" defaultMessage="Write down a commitment…" />
          </Button>
        </div>
      </IfMay>
      {isProposing ? <ProposeDialog problem={problem} onClose={() => setProposing(false)} /> : null}
    </section>
  );
}

import { Link } from '@tanstack/react-router';
import { ArrowRight, EllipsisVertical, Trash2, Undo2 } from 'lucide-react';
import { FormattedDate, FormattedMessage, FormattedRelativeTime, useIntl } from 'react-intl';
import type { ListedProblem } from '../../api/problems.ts';
import type { Stage } from '../../api/records.ts';
import { IfMay } from '../../if-may.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { AgeInStage, Attention } from './attention.tsx';
import styles from './problems.module.css';
import { relativeTime } from './relative-time.ts';
import { reachableStages, STAGE_WORDS, STAGES } from './stages.ts';

export interface ProblemCardProps {
  problem: ListedProblem;
  /** Undefined while it is counted. */
  linked: number | undefined;
  onMove: (stage: Stage) => void;
  onRemove: () => void;
}

export function ProblemCard({ problem, linked, onMove, onRemove }: ProblemCardProps) {
  const intl = useIntl();
  const ago = relativeTime(problem.activeAt, Date.now());
  const when = ago ? (
    <FormattedRelativeTime value={ago.value} unit={ago.unit} numeric="auto" />
  ) : (
    <FormattedDate value={problem.activeAt} dateStyle="medium" />
  );
  const more = intl.formatMessage(
    { id: 'problem.more', defaultMessage: 'Move or delete {ref}' },
    { ref: problem.ref },
  );
  return (
    <li className={styles.card}>
      <div className={styles.cardHead}>
        <span className={styles.ref}>{problem.ref}</span>
        <IfMay action="problem.change">
          <Menu
            label={more}
            trigger={<IconButton label={more} icon={<EllipsisVertical aria-hidden />} />}
            actions={[
              ...reachableStages(problem.stage).map((stage) => ({
                id: stage,
                label: intl.formatMessage(
                  { id: 'problem.move-to', defaultMessage: 'Move to {stage}…' },
                  { stage: intl.formatMessage(STAGE_WORDS[stage]) },
                ),
                icon:
                  STAGES.indexOf(stage) > STAGES.indexOf(problem.stage) ? (
                    <ArrowRight aria-hidden size={16} className={styles.mirrored} />
                  ) : (
                    <Undo2 aria-hidden size={16} className={styles.mirrored} />
                  ),
                onAction: () => onMove(stage),
              })),
              {
                id: 'remove',
                label: intl.formatMessage({ id: 'problem.remove', defaultMessage: 'Delete' }),
                icon: <Trash2 aria-hidden size={16} />,
                separated: true,
                onAction: onRemove,
              },
            ]}
          />
        </IfMay>
      </div>
      <h3>
        <Link to="/problems/$id" params={{ id: problem.id }} className={styles.cardTitle}>
          {problem.title}
        </Link>
      </h3>
      <p className={styles.facts}>
        <IfMay action="incident.read">
          <span>
            {linked === undefined ? (
              <FormattedMessage id="problem.counting" defaultMessage="Counting incidents…" />
            ) : (
              <FormattedMessage
                id="problem.linked"
                defaultMessage="{count, plural, =0 {No incidents} one {# incident} other {# incidents}}"
                values={{ count: linked }}
              />
            )}
          </span>
        </IfMay>
        <span>
          <AgeInStage problem={problem} />
        </span>
        <span>
          <FormattedMessage id="problem.active" defaultMessage="last worked on {when}" values={{ when }} />
        </span>
      </p>
      <Attention problem={problem} />
    </li>
  );
}

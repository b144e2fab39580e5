import { useNavigate, useParams } from '@tanstack/react-router';
import { ArrowLeft, EllipsisVertical, Printer, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ApiError } from '../../api/client.ts';
import { useProblem } from '../../api/problems.ts';
import type { Problem, Stage } from '../../api/records.ts';
import { useMay } from '../../api/session.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { Button, IconButton, LinkButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Menu } from '../../ui/menu.tsx';
import head from './case-head.module.css';
import { DraftsOfCase } from './drafts.tsx';
import { GateSummary } from './gate-list.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { CaseFacts } from './overview/case-facts.tsx';
import styles from './problems.module.css';
import { StageMark } from './stage-mark.tsx';
import { StagePages } from './stage-pages.tsx';
import { reachableStages, STAGE_WORDS } from './stages.ts';
import { TrendLine } from './trend-line.tsx';
import { useRemoveProblemWithUndo } from './use-remove-problem.ts';

/** One problem case: what it says, where it is, which incidents belong to it, what happened to it. */
export function ProblemView() {
  const { id } = useParams({ from: '/problems/$id' });
  const { data: problem, error } = useProblem(id);
  if (error instanceof ApiError && error.status === 404) return <Gone />;
  return (
    <div className={styles.page}>
      <ErrorNotice error={error} />
      {problem ? <Loaded key={problem.id} problem={problem} /> : null}
    </div>
  );
}

function Loaded({ problem }: { problem: Problem }) {
  const [moveTo, setMoveTo] = useState<Stage | null>(null);
  return (
    <DraftsOfCase>
      <title>{`${problem.ref} ${problem.title}`}</title>
      <Head problem={problem} onMove={setMoveTo} />
      <StagePages problem={problem} />
      {moveTo ? <MoveDialog problem={problem} stage={moveTo} onClose={() => setMoveTo(null)} /> : null}
    </DraftsOfCase>
  );
}

function Head({ problem, onMove }: { problem: Problem; onMove: (stage: Stage) => void }) {
  const intl = useIntl();
  const mayChange = useMay('problem.change');
  const navigate = useNavigate();
  const remove = useRemoveProblemWithUndo(() => navigate({ to: '/problems' }));
  const more = intl.formatMessage(
    { id: 'problem.more', defaultMessage: 'Move or delete {ref}' },
    { ref: problem.ref },
  );
  const [next] = reachableStages(problem.stage).slice(-1);
  return (
    <header className={styles.head}>
      <LinkButton kind="quiet" size="small" href="/problems">
        <ArrowLeft aria-hidden className={styles.mirrored} />
        <FormattedMessage id="problem.back" defaultMessage="All problem cases" />
      </LinkButton>
      <div className={styles.headLine}>
        <div className={styles.headText}>
          <p className={styles.facts}>
            <span className={styles.ref}>{problem.ref}</span>
            <StageMark stage={problem.stage} />
          </p>
          <h1>{problem.title}</h1>
        </div>
        {mayChange && next && problem.stage !== 'closed' ? (
          <Button kind="primary" onPress={() => onMove(next)}>
            <FormattedMessage
              id="problem.move-to"
              defaultMessage="Move to {stage}…"
              values={{ stage: intl.formatMessage(STAGE_WORDS[next]) }}
            />
          </Button>
        ) : null}
        <LinkButton kind="quiet" href={`/problems/${encodeURIComponent(problem.id)}/print`}>
          <Printer aria-hidden />
          <FormattedMessage id="problem.print" defaultMessage="Case file" />
        </LinkButton>
        {mayChange ? (
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
                onAction: () => onMove(stage),
              })),
              {
                id: 'remove',
                label: intl.formatMessage({ id: 'problem.remove', defaultMessage: 'Delete' }),
                icon: <Trash2 aria-hidden size={16} />,
                separated: true,
                onAction: () => remove(problem),
              },
            ]}
          />
        ) : null}
      </div>
      <div className={head.headFacts}>
        <CaseFacts problem={problem} />
        <TrendLine problem={problem} />
      </div>
      <GateSummary problem={problem} />
    </header>
  );
}

function Gone() {
  const intl = useIntl();
  return (
    <div className={styles.page}>
      <EmptyState
        title={intl.formatMessage({ id: 'problem.gone', defaultMessage: 'This problem case is not here' })}
        action={
          <LinkButton href="/problems">
            <FormattedMessage id="problem.back" defaultMessage="All problem cases" />
          </LinkButton>
        }
      >
        <FormattedMessage
          id="problem.gone.text"
          defaultMessage="It was deleted, or the address is not complete."
        />
      </EmptyState>
    </div>
  );
}

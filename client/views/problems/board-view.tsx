import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLinkedCounts, useProblems } from '../../api/problems.ts';
import type { Problem, Stage } from '../../api/records.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { IfMay } from '../../if-may.tsx';
import { Badge } from '../../ui/badge.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useNarrow } from '../../use-narrow.ts';
import { MoveDialog } from './move-dialog.tsx';
import { ProblemCard } from './problem-card.tsx';
import styles from './problems.module.css';
import { STAGE_HINTS, STAGE_WORDS, STAGES } from './stages.ts';
import { useRemoveProblemWithUndo } from './use-remove-problem.ts';

/** All problem cases by stage: columns side by side, or one tab a stage on a phone. */
export function BoardView() {
  const intl = useIntl();
  const { data: problems, error } = useProblems();
  const counts = useLinkedCounts((problems ?? []).map((problem) => problem.id));
  const [move, setMove] = useState<{ problem: Problem; stage: Stage } | null>(null);
  const remove = useRemoveProblemWithUndo();
  const narrow = useNarrow();
  const { stage: shown = 'scanning' } = useSearch({ from: '/problems' });
  const navigate = useNavigate();
  const cardsOf = (stage: Stage) => (
    <ul className={styles.cards}>
      {(problems ?? [])
        .filter((problem) => problem.stage === stage)
        .map((problem) => (
          <ProblemCard
            key={problem.id}
            problem={problem}
            linked={counts.get(problem.id)}
            onMove={(to) => setMove({ problem, stage: to })}
            onRemove={() => remove(problem)}
          />
        ))}
    </ul>
  );
  const countOf = (stage: Stage) => (problems ?? []).filter((problem) => problem.stage === stage).length;
  return (
    <div className={styles.board}>
      <header className={styles.boardHead}>
        <h1>
          <FormattedMessage id="problems.title" defaultMessage="Problem cases" />
        </h1>
        <IfMay action="commitment.read">
          <LinkButton kind="quiet" href="/commitments">
            <FormattedMessage id="commitments.title" defaultMessage="Commitments" />
          </LinkButton>
        </IfMay>
        <IfMay action="problem.change">
          <LinkButton href="/?panel=draw">
            <FormattedMessage id="problems.open" defaultMessage="Open one on the map" />
          </LinkButton>
        </IfMay>
      </header>
      <ErrorNotice error={error} />
      {problems?.length === 0 ? (
        <EmptyState
          title={intl.formatMessage({ id: 'problems.empty', defaultMessage: 'No problem case yet' })}
        >
          <FormattedMessage
            id="problems.empty.text"
            defaultMessage="Draw an area on the map, round a hotspot for instance, and choose “Open a problem case”."
          />
        </EmptyState>
      ) : narrow ? (
        <Tabs
          label={intl.formatMessage({ id: 'problems.stages', defaultMessage: 'Stages' })}
          selectedKey={shown}
          onSelectionChange={(key) =>
            navigate({
              to: '/problems',
              search: { stage: STAGES.find((stage) => stage === key) },
              replace: true,
            })
          }
          items={STAGES.map((stage) => ({
            id: stage,
            label: (
              <>
                {intl.formatMessage(STAGE_WORDS[stage])} <Badge>{countOf(stage)}</Badge>
              </>
            ),
            content: (
              <>
                <h2 className={styles.question}>{intl.formatMessage(STAGE_HINTS[stage])}</h2>
                {cardsOf(stage)}
              </>
            ),
          }))}
        />
      ) : (
        <div className={styles.columns}>
          {STAGES.map((stage) => (
            <section key={stage} className={styles.column} aria-labelledby={`stage-${stage}`}>
              <header className={styles.columnHead}>
                <h2 id={`stage-${stage}`}>{intl.formatMessage(STAGE_WORDS[stage])}</h2>
                <Badge>{countOf(stage)}</Badge>
                <p className={styles.quiet}>{intl.formatMessage(STAGE_HINTS[stage])}</p>
              </header>
              {cardsOf(stage)}
            </section>
          ))}
        </div>
      )}
      {move ? <MoveDialog {...move} onClose={() => setMove(null)} /> : null}
    </div>
  );
}

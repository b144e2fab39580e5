import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ProblemFilter, ProblemPage } from '../../api/problems.ts';
import type { Problem, Stage } from '../../api/records.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useNarrow } from '../../use-narrow.ts';
import board from './board.module.css';
import styles from './problems.module.css';
import { StageCards } from './stage-cards.tsx';
import { STAGE_HINTS, STAGE_WORDS, STAGES } from './stages.ts';

interface BoardColumnsProps {
  filter: ProblemFilter;
  counts: ProblemPage['counts'] | undefined;
  /** The stage whose tab is open on a phone. */
  shown: Stage;
  onShow: (stage: Stage) => void;
  onMove: (problem: Problem, stage: Stage) => void;
}

const AT_WORK = STAGES.filter((stage) => stage !== 'closed');

/** Columns side by side with the closed cases below them, or one tab a stage on a phone. */
export function BoardColumns(props: BoardColumnsProps) {
  return useNarrow() ? <StageTabs {...props} /> : <Columns {...props} />;
}

function StageTabs({ filter, counts, shown, onShow, onMove }: BoardColumnsProps) {
  const intl = useIntl();
  return (
    <Tabs
      label={intl.formatMessage({ id: 'problems.stages', defaultMessage: 'Stages' })}
      selectedKey={shown}
      onSelectionChange={(key) => onShow(STAGES.find((stage) => stage === key) ?? 'scanning')}
      items={STAGES.map((stage) => ({
        id: stage,
        label: (
          <>
            {intl.formatMessage(STAGE_WORDS[stage])} <Badge>{intl.formatNumber(counts?.[stage] ?? 0)}</Badge>
          </>
        ),
        content: (
          <>
            <h2 className={board.question}>{intl.formatMessage(STAGE_HINTS[stage])}</h2>
            <StageCards stage={stage} filter={filter} onMove={onMove} />
          </>
        ),
      }))}
    />
  );
}

function Columns({ filter, counts, onMove }: BoardColumnsProps) {
  const intl = useIntl();
  return (
    <>
      <div className={board.columns}>
        {AT_WORK.map((stage) => (
          <section key={stage} className={board.column} aria-labelledby={`stage-${stage}`}>
            <header className={board.columnHead}>
              <h2 id={`stage-${stage}`}>{intl.formatMessage(STAGE_WORDS[stage])}</h2>
              <Badge>{intl.formatNumber(counts?.[stage] ?? 0)}</Badge>
              <p className={styles.quiet}>{intl.formatMessage(STAGE_HINTS[stage])}</p>
            </header>
            <StageCards stage={stage} filter={filter} onMove={onMove} />
          </section>
        ))}
      </div>
      <Closed filter={filter} count={counts?.closed ?? 0} onMove={onMove} />
    </>
  );
}

function Closed({ filter, count, onMove }: Pick<BoardColumnsProps, 'filter' | 'onMove'> & { count: number }) {
  const [isOpen, setOpen] = useState(false);
  if (count === 0) return null;
  return (
    <section className={board.closed} aria-labelledby="stage-closed">
      <header className={styles.sectionHead}>
        <h2 id="stage-closed">
          <FormattedMessage
            id="problems.closed"
            defaultMessage="Closed cases ({count, number})"
            values={{ count }}
          />
        </h2>
        <Button kind="quiet" onPress={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {isOpen ? (
            <FormattedMessage id="problems.closed.hide" defaultMessage="Hide them" />
          ) : (
            <FormattedMessage id="problems.closed.show" defaultMessage="Show them" />
          )}
        </Button>
      </header>
      {isOpen ? (
        <div className={board.closedCards}>
          <StageCards stage="closed" filter={filter} onMove={onMove} />
        </div>
      ) : null}
    </section>
  );
}

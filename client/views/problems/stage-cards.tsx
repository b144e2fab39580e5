import { FormattedMessage } from 'react-intl';
import { type ProblemFilter, useLinkedCounts, useProblemPages } from '../../api/problems.ts';
import type { Problem, Stage } from '../../api/records.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { Button } from '../../ui/button.tsx';
import board from './board.module.css';
import { ProblemCard } from './problem-card.tsx';
import { useRemoveProblemWithUndo } from './use-remove-problem.ts';

export interface StageCardsProps {
  stage: Stage;
  filter: ProblemFilter;
  onMove: (problem: Problem, stage: Stage) => void;
}

/** The cases of one stage, a page at a time. */
export function StageCards({ stage, filter, onMove }: StageCardsProps) {
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useProblemPages({
    ...filter,
    stage,
  });
  const shown = (data?.pages ?? []).flatMap(({ items }) => items);
  const counts = useLinkedCounts(shown.map(({ id }) => id));
  const remove = useRemoveProblemWithUndo();
  const left = (data?.pages[0]?.counts[stage] ?? 0) - shown.length;
  return (
    <>
      <ErrorNotice error={error} />
      <ul className={board.cards}>
        {shown.map((problem) => (
          <ProblemCard
            key={problem.id}
            problem={problem}
            linked={counts.get(problem.id)}
            onMove={(to) => onMove(problem, to)}
            onRemove={() => remove(problem)}
          />
        ))}
      </ul>
      {hasNextPage ? (
        <Button size="small" onPress={() => fetchNextPage()} isPending={isFetchingNextPage}>
          <MoreProblems left={left} />
        </Button>
      ) : null}
    </>
  );
}

export function MoreProblems({ left }: { left: number }) {
  return (
    <FormattedMessage
      id="problems.more"
      defaultMessage="Show more ({left, number} left)"
      values={{ left: Math.max(1, left) }}
    />
  );
}

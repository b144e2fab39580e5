import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useProblemPages } from '../../api/problems.ts';
import type { Problem, Stage } from '../../api/records.ts';
import { useWorkspace } from '../../api/workspace.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { IfMay } from '../../if-may.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { useNarrow } from '../../use-narrow.ts';
import board from './board.module.css';
import { BoardColumns } from './board-columns.tsx';
import { type BoardSearch, filterOf, isNarrowed } from './board-search.ts';
import { ListTable } from './list-table.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { ProblemFilters } from './problem-filters.tsx';

/** Problem cases by stage, or in one list; what it is narrowed to is in the address. */
export function BoardView() {
  const search = useSearch({ from: '/problems' });
  const navigate = useNavigate();
  const zone = useWorkspace().data?.timezone ?? 'UTC';
  const filter = filterOf(search, zone);
  // The first page of what is scanned says how many there are in each stage.
  const { data, error } = useProblemPages({ ...filter, stage: 'scanning' });
  const counts = data?.pages[0]?.counts;
  const isPhone = useNarrow();
  const [move, setMove] = useState<{ problem: Problem; stage: Stage } | null>(null);
  const change = (wanted: BoardSearch) =>
    void navigate({ to: '/problems', search: { ...search, ...wanted }, replace: true });
  const isEmpty = counts !== undefined && Object.values(counts).every((count) => count === 0);
  return (
    <div className={board.board}>
      <Head search={search} onChange={change} />
      <ErrorNotice error={error} />
      {isEmpty && !isNarrowed(search) ? (
        <Nothing />
      ) : (
        <>
          {isPhone ? (
            <details open={isNarrowed(search)}>
              <summary>
                <FormattedMessage id="problems.filters" defaultMessage="Filters and order" />
              </summary>
              <ProblemFilters search={search} onChange={change} />
            </details>
          ) : (
            <ProblemFilters search={search} onChange={change} />
          )}
          {search.view === 'list' ? (
            <ListTable filter={filter} stage={search.stage} />
          ) : (
            <BoardColumns
              filter={filter}
              counts={counts}
              shown={search.stage ?? 'scanning'}
              onShow={(stage) => change({ stage })}
              onMove={(problem, stage) => setMove({ problem, stage })}
            />
          )}
        </>
      )}
      {move ? <MoveDialog {...move} onClose={() => setMove(null)} /> : null}
    </div>
  );
}

function Head({ search, onChange }: { search: BoardSearch; onChange: (change: BoardSearch) => void }) {
  const intl = useIntl();
  return (
    <header className={board.boardHead}>
      <h1>
        <FormattedMessage id="problems.title" defaultMessage="Problem cases" />
      </h1>
      <RadioGroup
        label={intl.formatMessage({ id: 'problems.view', defaultMessage: 'Show as' })}
        layout="segments"
        choices={[
          { id: 'board', label: intl.formatMessage({ id: 'problems.view.board', defaultMessage: 'Board' }) },
          { id: 'list', label: intl.formatMessage({ id: 'problems.view.list', defaultMessage: 'List' }) },
        ]}
        value={search.view ?? 'board'}
        onChange={(view) => onChange({ view: view === 'list' ? 'list' : undefined, stage: undefined })}
      />
      <LinkButton
        kind="quiet"
        href={search.area ? `/problems/overview?area=${search.area}` : '/problems/overview'}
      >
        <FormattedMessage id="problems.overview" defaultMessage="On one page" />
      </LinkButton>
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
  );
}

function Nothing() {
  const intl = useIntl();
  return (
    <EmptyState title={intl.formatMessage({ id: 'problems.empty', defaultMessage: 'No problem case yet' })}>
      <FormattedMessage
        id="problems.empty.text"
        defaultMessage="Draw an area on the map, round a hotspot for instance, and choose “Open a problem case”."
      />
    </EmptyState>
  );
}

import { Link } from '@tanstack/react-router';
import { FormattedDate, useIntl } from 'react-intl';
import { useAreas } from '../../api/areas.ts';
import { type ListedProblem, type ProblemFilter, useProblemPages } from '../../api/problems.ts';
import type { Stage } from '../../api/records.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { Button } from '../../ui/button.tsx';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { Attention } from './attention.tsx';
import { daysSince } from './board-search.ts';
import styles from './problems.module.css';
import { MoreProblems } from './stage-cards.tsx';
import { STAGE_WORDS, STAGES } from './stages.ts';

/** The cases in one table, in the order that was asked for. */
export function ListTable({ filter, stage }: { filter: ProblemFilter; stage: Stage | undefined }) {
  const intl = useIntl();
  const columns = useColumns();
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useProblemPages({
    ...filter,
    ...(stage && { stage }),
  });
  const rows = (data?.pages ?? []).flatMap(({ items }) => items);
  const counts = data?.pages[0]?.counts;
  const all = STAGES.filter((one) => stage === undefined || one === stage).reduce(
    (sum, one) => sum + (counts?.[one] ?? 0),
    0,
  );
  return (
    <div className={styles.section}>
      <ErrorNotice error={error} />
      <p className={styles.quiet} aria-live="polite">
        {data
          ? intl.formatMessage(
              {
                id: 'problems.counted',
                defaultMessage: '{count, plural, =0 {No case fits} one {# case} other {# cases}}',
              },
              { count: all },
            )
          : null}
      </p>
      {rows.length > 0 ? (
        <Table
          label={intl.formatMessage({ id: 'problems.title', defaultMessage: 'Problem cases' })}
          columns={columns}
          rows={rows}
          rowId={({ id }) => id}
          height="70vh"
          rowHeight={56}
        />
      ) : null}
      {hasNextPage ? (
        <div>
          <Button onPress={() => fetchNextPage()} isPending={isFetchingNextPage}>
            <MoreProblems left={all - rows.length} />
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function useColumns(): TableColumn<ListedProblem>[] {
  const intl = useIntl();
  const { data: areas } = useAreas();
  const names = new Map((areas ?? []).map(({ id, name }) => [id, name]));
  return [
    {
      id: 'ref',
      title: intl.formatMessage({ id: 'problems.column.ref', defaultMessage: 'Reference' }),
      cell: ({ ref }) => ref,
      minWidth: 120,
    },
    {
      id: 'title',
      title: intl.formatMessage({ id: 'problems.column.title', defaultMessage: 'Problem' }),
      cell: ({ id, title }) => (
        <Link to="/problems/$id" params={{ id }}>
          {title}
        </Link>
      ),
      rowHeader: true,
      minWidth: 220,
    },
    {
      id: 'stage',
      title: intl.formatMessage({ id: 'problems.stage', defaultMessage: 'Stage' }),
      cell: ({ stage }) => intl.formatMessage(STAGE_WORDS[stage]),
      minWidth: 110,
    },
    {
      id: 'area',
      title: intl.formatMessage({ id: 'problems.column.area', defaultMessage: 'Area' }),
      cell: ({ areaIds }) =>
        intl.formatList(
          areaIds.flatMap((id) => names.get(id) ?? []),
          { type: 'unit' },
        ),
      minWidth: 140,
    },
    {
      id: 'age',
      title: intl.formatMessage({ id: 'problems.column.age', defaultMessage: 'Days in stage' }),
      cell: ({ stageSince }) => intl.formatNumber(daysSince(stageSince, Date.now())),
      numeric: true,
      minWidth: 120,
    },
    {
      id: 'activity',
      title: intl.formatMessage({ id: 'problems.column.activity', defaultMessage: 'Last activity' }),
      cell: ({ activeAt }) => <FormattedDate value={activeAt} dateStyle="medium" />,
      minWidth: 130,
    },
    {
      id: 'attention',
      title: intl.formatMessage({ id: 'problems.column.attention', defaultMessage: 'To look at' }),
      cell: (problem) => <Attention problem={problem} />,
      minWidth: 270,
    },
  ];
}

import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { PublishedTable } from '../../api/publications.ts';
import { FigureTable } from '../../ui/figure-table.tsx';
import { Select } from '../../ui/select.tsx';
import { AreaMap } from './area-map.tsx';
import { type Count, countsOf, type FigureGrid, gridOf } from './figure-grid.ts';
import { usePeriodText } from './period-text.ts';
import styles from './published.module.css';

const WHOLE = 'whole';
/** More columns leave no room for a map beside them. */
const WIDE = 5;

/** The figures as everybody sees them: a table, and a picture of the areas coloured by the count of a period. */
export function Figures({ table }: { table: PublishedTable }) {
  const [area, setArea] = useState<number | null>(null);
  const [period, setPeriod] = useState<number | null>(null);
  const grid = gridOf(table);
  const choose = (chosen: number) => setArea(chosen === area ? null : chosen);
  return (
    <div className={styles.figures}>
      <div className={styles.tablePart} data-wide={table.periods.length > WIDE ? '' : undefined}>
        <CountTable table={table} grid={grid} area={area} onArea={choose} />
        {grid.hidden > 0 ? (
          <p className={styles.quiet}>
            <FormattedMessage
              id="published.hidden.why"
              defaultMessage="“Not shown”: fewer than 5, or it would give away a small number."
            />
          </p>
        ) : null}
      </div>
      <div className={styles.mapPart}>
        {table.periods.length > 1 ? (
          <PeriodSelect table={table} grid={grid} value={period} onChange={setPeriod} />
        ) : null}
        <AreaMap areas={table.areas} counts={countsOf(grid, period)} selected={area} onSelect={choose} />
      </div>
    </div>
  );
}

interface CountTableProps {
  table: PublishedTable;
  grid: FigureGrid;
  area: number | null;
  onArea: (area: number) => void;
}

function CountTable({ table, grid, area, onArea }: CountTableProps) {
  const intl = useIntl();
  const periodText = usePeriodText();
  const together = intl.formatMessage({ id: 'published.together', defaultMessage: 'Together' });
  const row = (counts: readonly Count[], total: Count | undefined) =>
    [...counts, ...(total === undefined ? [] : [total])].map((count) => ({
      text: <CountText count={count} />,
    }));
  const totalRow = grid.periodTotals
    ? [{ id: 'all', name: <strong>{together}</strong>, figures: row(grid.periodTotals, grid.all?.count) }]
    : [];
  return (
    <FigureTable
      label={intl.formatMessage({ id: 'published.table', defaultMessage: 'Incidents by area and period' })}
      columns={[
        intl.formatMessage({ id: 'published.area', defaultMessage: 'Area' }),
        ...table.periods.map(({ from, before }) => periodText(from, before)),
        ...(grid.areaTotals ? [together] : []),
      ]}
      rows={[
        ...table.areas.map(({ name }, i) => ({
          id: String(i),
          name,
          figures: row(grid.cells[i], grid.areaTotals?.[i]),
          isSelected: i === area,
          onPress: () => onArea(i),
        })),
        ...totalRow,
      ]}
    />
  );
}

function CountText({ count }: { count: Count }) {
  const intl = useIntl();
  if (count !== null) return intl.formatNumber(count);
  return (
    <span className={styles.hidden}>
      <FormattedMessage id="published.hidden" defaultMessage="not shown" />
    </span>
  );
}

interface PeriodSelectProps {
  table: PublishedTable;
  grid: FigureGrid;
  value: number | null;
  onChange: (period: number | null) => void;
}

function PeriodSelect({ table, grid, value, onChange }: PeriodSelectProps) {
  const intl = useIntl();
  const periodText = usePeriodText();
  const whole = {
    id: WHOLE,
    label: intl.formatMessage({ id: 'published.whole', defaultMessage: 'All the time' }),
  };
  return (
    <Select
      label={intl.formatMessage({ id: 'published.map.period', defaultMessage: 'Period on the map' })}
      value={value === null ? WHOLE : String(value)}
      onChange={(id) => onChange(id === WHOLE ? null : Number(id))}
      choices={[
        ...(grid.areaTotals ? [whole] : []),
        ...table.periods.map(({ from, before }, i) => ({ id: String(i), label: periodText(from, before) })),
      ]}
    />
  );
}

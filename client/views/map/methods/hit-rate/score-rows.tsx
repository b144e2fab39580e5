import { useIntl } from 'react-intl';
import { FigureTable } from '../../../../ui/figure-table.tsx';
import { usePercentText } from '../figures.ts';

export interface ScoreRow {
  readonly id: string;
  readonly name: string;
  readonly hits: number;
  readonly hitRate: number;
  readonly pai: number | null;
  readonly pei: number | null;
  readonly rri: number | null;
  /** Has the most hits. */
  readonly best: boolean;
  readonly onPress: () => void;
  readonly isSelected: boolean;
}

/** Scores on one share of the area, the best framed. */
export function ScoreRows({ title, rows }: { title: string; rows: readonly ScoreRow[] }) {
  const intl = useIntl();
  const percent = usePercentText();
  const two = (value: number | null) =>
    value === null ? '–' : intl.formatNumber(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    <FigureTable
      label={title}
      columns={[
        title,
        intl.formatMessage({ id: 'map.hit.hits', defaultMessage: 'Hits' }),
        intl.formatMessage({ id: 'map.hit.rate', defaultMessage: 'Hit rate' }),
        intl.formatMessage({ id: 'map.hit.pai', defaultMessage: 'PAI' }),
        intl.formatMessage({ id: 'map.hit.pei', defaultMessage: 'PEI' }),
        intl.formatMessage({ id: 'map.hit.rri', defaultMessage: 'RRI' }),
      ]}
      rows={rows.map(({ id, name, hits, hitRate, pai, pei, rri, best, onPress, isSelected }) => ({
        id,
        name,
        onPress,
        isSelected,
        figures: [
          { text: intl.formatNumber(hits, { maximumFractionDigits: 1 }), marked: best },
          { text: percent(hitRate) },
          { text: two(pai) },
          { text: two(pei) },
          { text: two(rri) },
        ],
      }))}
    />
  );
}

import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import type { SummaryOf } from '../../../../api/runs.ts';
import { type Figure, FigureTable } from '../../../../ui/figure-table.tsx';
import panelStyles from '../../panels/panels.module.css';

type Summary = SummaryOf<'near-repeat'>;
type Cell = Summary['table'][number];

/** A ratio this far above 1 gets the full colour. */
const FULL = 3;

/** Knox's table: how many times as many pairs as chance would make, for each band of distance and time. */
export function KnoxTable({ summary: { table, spaceBands, timeBands } }: { summary: Summary }) {
  const intl = useIntl();
  const rows = Array.from({ length: spaceBands }, (_, k) => table.slice(k * timeBands, (k + 1) * timeBands));
  if (rows.length === 0 || rows[0].length === 0) return null;
  return (
    <section className={panelStyles.section}>
      <h3>
        <FormattedMessage id="map.near.title" defaultMessage="Pairs against chance" />
      </h3>
      <FigureTable
        label={intl.formatMessage({
          id: 'map.near.label',
          defaultMessage: 'Observed pairs divided by expected pairs, by distance and days apart',
        })}
        columns={[
          intl.formatMessage({ id: 'map.near.corner', defaultMessage: 'Apart' }),
          ...rows[0].map((cell) => bandText(intl, cell.timeFrom, cell.timeTo, 'd')),
        ]}
        rows={rows.map((cells) => ({
          id: String(cells[0].spaceFrom),
          name: spaceText(intl, cells[0]),
          figures: cells.map((cell) => figureOf(intl, cell)),
        }))}
      />
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.near.read"
          defaultMessage="1.5 means half as many pairs again as chance would make. Framed: rarer than the accepted level, and at least 1.2. In brackets: pairs only, too few are expected for a ratio."
        />
      </p>
    </section>
  );
}

const spaceText = (intl: IntlShape, { spaceFrom, spaceTo }: Cell): string =>
  spaceFrom === 0 && spaceTo !== null && spaceTo <= 1
    ? intl.formatMessage({ id: 'map.near.samePlace', defaultMessage: 'same place' })
    : bandText(intl, spaceFrom, spaceTo, 'm');

/** A half-open band: the upper edge belongs to the next one. */
function bandText(intl: IntlShape, from: number, to: number | null, unit: 'm' | 'd'): string {
  return intl.formatMessage(
    {
      id: 'map.near.band',
      defaultMessage:
        '{open, select, true {{from, number} {unit, select, m {m} other {days}} and more} other {{from, number} to under {to, number} {unit, select, m {m} other {days}}}}',
    },
    { open: String(to === null), from, to: to ?? 0, unit },
  );
}

function figureOf(intl: IntlShape, cell: Cell): Figure {
  const { observed, expected, ratio, p, notable } = cell;
  const hint = intl.formatMessage(
    {
      id: 'map.near.cell',
      defaultMessage: '{observed, number} pairs, {expected, number, ::.0} expected, p {p}',
    },
    {
      observed,
      expected,
      p: p === null ? '–' : intl.formatNumber(p, { maximumSignificantDigits: 2 }),
    },
  );
  if (ratio === null) return { text: `(${intl.formatNumber(observed)})`, hint };
  return {
    text: (
      <>
        {intl.formatNumber(ratio, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}
        <br />
        <small>p {p === null ? '–' : intl.formatNumber(p, { maximumSignificantDigits: 2 })}</small>
      </>
    ),
    shade: notable ? Math.min((ratio - 1) / (FULL - 1), 1) : null,
    marked: notable,
    hint,
  };
}

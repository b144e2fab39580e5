import { FormattedMessage, useIntl } from 'react-intl';
import type { SummaryOf } from '../../../../api/runs.ts';
import { useAssetKindText } from '../../../../asset-kinds.ts';
import { FigureTable } from '../../../../ui/figure-table.tsx';
import panelStyles from '../../panels/panels.module.css';
import { useChanceText } from '../figures.ts';

type Summary = SummaryOf<'risk-terrain'>;
type Factor = Summary['factors'][number];

/** Every factor with its weight, and why it has one or none. */
export function FactorTable({ summary }: { summary: Summary }) {
  const intl = useIntl();
  const kindText = useAssetKindText();
  const chance = useChanceText();
  const why = useWhyText();
  const times = (value: number | null) =>
    value === null ? '–' : intl.formatNumber(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const label = intl.formatMessage({ id: 'map.terrain.table', defaultMessage: 'Factors and their weights' });
  return (
    <section className={panelStyles.section}>
      <h3>{label}</h3>
      <FigureTable
        label={label}
        columns={[
          intl.formatMessage({ id: 'map.terrain.factor', defaultMessage: 'Near (assets)' }),
          intl.formatMessage({ id: 'map.terrain.weight', defaultMessage: 'Weight' }),
          intl.formatMessage(
            { id: 'map.terrain.alone', defaultMessage: 'Alone, {level}' },
            { level: intl.formatNumber(1 - summary.level, { style: 'percent', maximumFractionDigits: 2 }) },
          ),
          intl.formatMessage({ id: 'map.rings.q', defaultMessage: 'q' }),
          intl.formatMessage({ id: 'map.hotspots.incidents', defaultMessage: 'Incidents' }),
          intl.formatMessage({ id: 'map.terrain.nearCells', defaultMessage: 'Cells' }),
        ]}
        rows={summary.factors.map((factor) => ({
          id: factor.kind,
          name: (
            <>
              {intl.formatMessage(
                {
                  id: 'map.terrain.factorOf',
                  defaultMessage: '{kind}, {within, number} m ({assets, number})',
                },
                { kind: kindText(factor.kind), within: factor.within, assets: factor.assets },
              )}
              <br />
              <small>{why(factor)}</small>
            </>
          ),
          figures: [
            {
              text: factor.verdict === 'kept' ? `×\u00a0${times(factor.ratio)}` : '–',
              marked: factor.verdict === 'kept',
            },
            {
              text:
                factor.crudeRatio === null
                  ? '–'
                  : `${times(factor.crudeRatio)} (${times(factor.low)}–\u2060${times(factor.high)})`,
            },
            { text: chance(factor.q) ?? '–' },
            { text: intl.formatNumber(factor.incidentsNear) },
            { text: intl.formatNumber(factor.cells) },
          ],
        }))}
      />
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.terrain.read"
          defaultMessage="Alone: incidents per cell near, divided by those farther away, with the exact interval. Weight: the same, fitted together with the other factors, so that kinds which stand side by side do not count twice; near 1 the other factors explain it. Incidents cluster for other reasons, too, so that q is rather too small. Assets also mark where many people are."
        />
      </p>
    </section>
  );
}

function useWhyText(): (factor: Factor) => string {
  const intl = useIntl();
  return ({ verdict, crudeRatio }) =>
    intl.formatMessage(
      {
        id: 'map.terrain.verdict',
        defaultMessage:
          '{verdict, select, more {alone, more than chance explains} fewer {alone, fewer than chance explains} no_difference {no difference that is more than chance} no_incidents {all or no incidents are near} other {too few to say}}',
      },
      {
        verdict:
          verdict === 'kept'
            ? (crudeRatio ?? 1) > 1
              ? 'more'
              : 'fewer'
            : verdict === 'no-difference'
              ? 'no_difference'
              : verdict === 'no-incidents-near'
                ? 'no_incidents'
                : 'too_few',
      },
    );
}

import { FormattedMessage, useIntl } from 'react-intl';
import type { SummaryOf } from '../../../../api/runs.ts';
import { useAssetKindText } from '../../../../asset-kinds.ts';
import { FigureTable } from '../../../../ui/figure-table.tsx';
import panelStyles from '../../panels/panels.module.css';

/** What comes together, and what happened where it does. */
export function CombinationTable({
  summary: { combinations, factors },
}: {
  summary: SummaryOf<'risk-terrain'>;
}) {
  const intl = useIntl();
  const kindText = useAssetKindText();
  const label = intl.formatMessage({ id: 'map.terrain.together', defaultMessage: 'What comes together' });
  return (
    <section className={panelStyles.section}>
      <h3>{label}</h3>
      <FigureTable
        label={label}
        columns={[
          intl.formatMessage({ id: 'map.terrain.near', defaultMessage: 'Near' }),
          intl.formatMessage({ id: 'map.terrain.score', defaultMessage: 'Times the lowest' }),
          intl.formatMessage({ id: 'map.terrain.nearCells', defaultMessage: 'Cells' }),
          intl.formatMessage({ id: 'map.hotspots.incidents', defaultMessage: 'Incidents' }),
        ]}
        rows={combinations.map((each) => ({
          id: each.factors.join(),
          name:
            each.factors.length === 0
              ? intl.formatMessage({ id: 'map.terrain.nothingNear', defaultMessage: 'none of them' })
              : intl.formatList(each.factors.map((k) => kindText(factors[k]?.kind ?? ''))),
          figures: [
            { text: intl.formatNumber(each.score, { maximumFractionDigits: 2 }) },
            { text: intl.formatNumber(each.cells) },
            { text: intl.formatNumber(each.incidents) },
          ],
        }))}
      />
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.terrain.multiply"
          defaultMessage="The weights of what is near are multiplied; the lowest cell is 1. Where few cells have a combination, its incidents show how far the product can be off."
        />
      </p>
    </section>
  );
}

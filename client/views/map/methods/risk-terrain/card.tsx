import { FormattedMessage, useIntl } from 'react-intl';
import { useAssetKindText } from '../../../../asset-kinds.ts';
import { dataOf } from '../../../../map/run-result.ts';
import { Facts } from '../../inspector/facts.tsx';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { Gone } from '../gone.tsx';
import type { CardProps } from '../method-view.ts';
import { Verdict } from '../verdict.tsx';

/** Why is this cell coloured? */
export function TerrainCard({ run: { summary }, id }: CardProps<'risk-terrain'>) {
  const intl = useIntl();
  const kindText = useAssetKindText();
  const { scene } = useMapContext();
  const cell = dataOf(scene.result, 'risk-terrain')?.cells.find((each) => String(each.cell) === id);
  if (!summary || !cell) return <Gone />;
  const number = (value: number) => intl.formatNumber(value, { maximumFractionDigits: 2 });
  const weights = cell.near.flatMap((k) => {
    const factor = summary.factors[k];
    return factor?.verdict === 'kept' ? [factor] : [];
  });
  return (
    <>
      <Verdict>
        <FormattedMessage
          id="map.terrain.cell"
          defaultMessage="{score} times the lowest rate of this map{near, plural, =0 {: none of the factors with a weight is near.} other {, because of what is near:}}"
          values={{ score: number(cell.score), near: weights.length }}
        />
      </Verdict>
      <Facts
        facts={[
          ...weights.map(
            ({ kind, within, ratio }) =>
              [
                intl.formatMessage(
                  { id: 'map.terrain.cellNear', defaultMessage: '{kind} within {within, number} m' },
                  { kind: kindText(kind), within },
                ),
                `× ${number(ratio)}`,
              ] as const,
          ),
          [
            intl.formatMessage({ id: 'map.cell.count', defaultMessage: 'Incidents in this cell' }),
            intl.formatNumber(cell.count),
          ],
        ]}
      />
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.terrain.rule"
          defaultMessage="Rule: the weights of the factors within reach of the middle of the cell are multiplied and divided by the lowest product of the map. The score is about kinds of places, not about this cell: its own incidents hardly count. It says nothing about the people here, nor that anything will happen. Never for publication."
        />
      </p>
    </>
  );
}

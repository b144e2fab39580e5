import { FormattedMessage, useIntl } from 'react-intl';
import { dataOf } from '../../../../map/run-result.ts';
import { Facts } from '../../inspector/facts.tsx';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { useChanceText, usePercentText } from '../figures.ts';
import { Gone } from '../gone.tsx';
import type { CardProps } from '../method-view.ts';
import { OpenCase } from '../open-case.tsx';
import { Verdict } from '../verdict.tsx';

/** Why is this area coloured? */
export function QuotientCard({ run: { parameters, summary }, id }: CardProps<'location-quotient'>) {
  const intl = useIntl();
  const chance = useChanceText();
  const percent = usePercentText();
  const { scene } = useMapContext();
  const place = dataOf(scene.result, 'location-quotient')?.places.find(({ cell }) => String(cell) === id);
  if (!summary || !place) return <Gone />;
  const area = scene.areas.find((each) => each.id === place.cell);
  const { count, all, quotient, low, high, p, q, kind } = place;
  const side = kind === null ? 'none' : kind.startsWith('quotientBelow') ? 'fewer' : 'more';
  const number = (value: number) => intl.formatNumber(value, { maximumFractionDigits: 2 });
  return (
    <>
      <Verdict tone={side === 'more' ? 'hot' : side === 'fewer' ? 'cold' : undefined}>
        {quotient === null ? (
          <FormattedMessage
            id="map.quotient.few"
            defaultMessage="{name}: too few to say. {all, plural, one {# incident} other {# incidents}} in all, at least 20 are needed."
            values={{ name: area?.name ?? '', all }}
          />
        ) : (
          <FormattedMessage
            id="map.quotient.verdict"
            defaultMessage="{name}: {count, number} of {all, number} incidents are of the filter, {share}; in all areas it is {usual}. {side, select, more {That is a larger part than chance explains.} fewer {That is a smaller part than chance explains.} other {That could well be chance.}}"
            values={{
              name: area?.name ?? '',
              count,
              all,
              share: percent(count / all),
              usual: percent(summary.share ?? 0),
              side,
            }}
          />
        )}
      </Verdict>
      <Facts
        facts={[
          [
            intl.formatMessage({ id: 'map.quotient.fact', defaultMessage: 'Quotient' }),
            quotient === null ? null : number(quotient),
          ],
          [
            intl.formatMessage(
              { id: 'map.rings.interval', defaultMessage: '{level} interval' },
              {
                level: intl.formatNumber(1 - parameters.level, {
                  style: 'percent',
                  maximumFractionDigits: 2,
                }),
              },
            ),
            low === null || high === null ? null : `${number(low)} – ${number(high)}`,
          ],
          ['p', chance(p)],
          parameters.correction === 'fdr'
            ? [intl.formatMessage({ id: 'map.cell.q', defaultMessage: 'p, corrected (q)' }), chance(q)]
            : null,
        ]}
      />
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.quotient.rule"
          defaultMessage="Rule: the part here, divided by the part in all areas together. An area is coloured when its {corrected, select, true {p, corrected for all areas with at least 20 incidents,} other {p}} is below {level}. The quotient speaks of the mixture, not of the amount: where little else happens it is high with few incidents."
          values={{
            corrected: String(parameters.correction === 'fdr'),
            level: intl.formatNumber(parameters.level, { maximumFractionDigits: 4 }),
          }}
        />
      </p>
      {side !== 'none' && (area?.geometry.type === 'Polygon' || area?.geometry.type === 'MultiPolygon') ? (
        <OpenCase geometry={area.geometry} />
      ) : null}
    </>
  );
}

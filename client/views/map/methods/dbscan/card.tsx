import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../../../../ui/button.tsx';
import { Facts } from '../../inspector/facts.tsx';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { placeText, useMetresText } from '../figures.ts';
import { Gone } from '../gone.tsx';
import type { CardProps } from '../method-view.ts';
import { OpenCase } from '../open-case.tsx';
import { Verdict } from '../verdict.tsx';

/** Incidents named in the card: the rest is in the result. */
const NAMED = 30;

/** Why is there a line round this place? */
export function ClusterCard({ run: { summary }, id }: CardProps<'dbscan'>) {
  const intl = useIntl();
  const metres = useMetresText();
  const { select } = useMapContext();
  const cluster = summary?.clusters.find(({ rank }) => String(rank) === id);
  if (!summary || !cluster) return <Gone />;
  return (
    <>
      <Verdict tone="hot">
        <FormattedMessage
          id="map.dbscan.verdict"
          defaultMessage="Cluster {rank, number}, {place}: {incidents, number} incidents. Each has at least {minimum, number} within {radius}, or lies within {radius} of one that has."
          values={{
            rank: cluster.rank,
            place: placeText(cluster.placeName, cluster.centre),
            incidents: cluster.incidents,
            minimum: summary.minimum ?? 0,
            radius: metres(summary.radius),
          }}
        />
      </Verdict>
      <Facts
        facts={[
          [
            intl.formatMessage({ id: 'map.dbscan.core', defaultMessage: 'In its dense part' }),
            intl.formatNumber(cluster.core),
          ],
          [
            intl.formatMessage({ id: 'map.dbscan.edge', defaultMessage: 'At its edge' }),
            intl.formatNumber(cluster.incidents - cluster.core),
          ],
          [
            intl.formatMessage({ id: 'map.dbscan.hull', defaultMessage: 'Area of the outline' }),
            `${intl.formatNumber(cluster.areaKm2, { maximumSignificantDigits: 2 })} km²`,
          ],
        ]}
      />
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.dbscan.caution"
          defaultMessage="The line is the convex hull of its incidents; it may also cross places without any."
        />
      </p>
      <OpenCase geometry={cluster.geometry} />
      <h3>
        <FormattedMessage id="map.dbscan.members" defaultMessage="Some of its incidents" />
      </h3>
      <div className={panelStyles.row}>
        {cluster.ids.slice(0, NAMED).map((incident) => (
          <Button
            key={incident}
            size="small"
            onPress={() => select({ kind: 'incident', id: String(incident) })}
          >
            {String(incident)}
          </Button>
        ))}
      </div>
    </>
  );
}

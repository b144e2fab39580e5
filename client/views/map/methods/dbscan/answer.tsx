import { FormattedMessage, useIntl } from 'react-intl';
import type { RunOf, SummaryOf } from '../../../../api/runs.ts';
import { usePercentText } from '../figures.ts';
import { FoundTable } from '../found-table.tsx';

type Cluster = SummaryOf<'dbscan'>['clusters'][number];

export function DbscanAnswer({ run: { summary } }: { run: RunOf<'dbscan'> }) {
  const intl = useIntl();
  const percent = usePercentText();
  if (!summary) return null;
  const { clusters, clusterCount, clustered, noise, n } = summary;
  return (
    <>
      {summary.tooFew ? null : (
        <p>
          <FormattedMessage
            id="map.dbscan.words"
            defaultMessage="{clustered, number} of {n, number} incidents lie in {count, plural, one {# cluster} other {# clusters}}; {noise, number} lie in none."
            values={{ clustered, n, count: clusterCount, noise }}
          />
        </p>
      )}
      <FoundTable<Cluster>
        title={
          <FormattedMessage
            id="map.dbscan.title"
            defaultMessage="{count, plural, =0 {No clusters} one {# cluster} other {# clusters}}"
            values={{ count: clusterCount }}
          />
        }
        label={intl.formatMessage({ id: 'map.dbscan.label', defaultMessage: 'Clusters by incidents' })}
        empty={
          <FormattedMessage
            id="map.dbscan.none"
            defaultMessage="Nowhere do so many incidents lie within the radius. Choose a larger radius or fewer incidents."
          />
        }
        rows={clusters}
        columns={[
          {
            id: 'share',
            title: intl.formatMessage({ id: 'map.found.share', defaultMessage: 'Share' }),
            cell: ({ shareOfIncidents }) => percent(shareOfIncidents),
            sortBy: ({ shareOfIncidents }) => shareOfIncidents,
            numeric: true,
            width: 66,
          },
          {
            id: 'area',
            title: intl.formatMessage({ id: 'map.found.area', defaultMessage: 'km²' }),
            cell: ({ areaKm2 }) => intl.formatNumber(areaKm2, { maximumSignificantDigits: 2 }),
            sortBy: ({ areaKm2 }) => areaKm2,
            numeric: true,
            width: 62,
            minWidth: 60,
          },
        ]}
      />
    </>
  );
}

import { FormattedMessage, useIntl } from 'react-intl';
import type { RunOf, SummaryOf } from '../../../../api/runs.ts';
import { useChanceText, useDayText, useExpectedText } from '../figures.ts';
import { FoundTable } from '../found-table.tsx';
import { ScanWords } from './words.tsx';

type Summary = SummaryOf<'scan'>;
type Cluster = Summary['clusters'][number];

export function ScanAnswer({ run: { summary } }: { run: RunOf<'scan'> }) {
  if (!summary || summary.tooFew) return null;
  return (
    <>
      <Words summary={summary} />
      <Clusters summary={summary} />
    </>
  );
}

function Words({ summary }: { summary: Summary }) {
  const [first] = summary.clusters;
  const significant = summary.clusters.filter((cluster) => cluster.significant).length;
  if (!first?.significant)
    return (
      <p>
        <FormattedMessage
          id="map.scan.wordsNone"
          defaultMessage="No circle holds more than chance explains. {any, select, true {The least likely ones are listed and drawn dashed; maps of chance have such circles, too.} other {}}"
          values={{ any: String(first !== undefined) }}
        />
      </p>
    );
  return (
    <>
      <p>
        <ScanWords
          cluster={first}
          model={summary.model}
          on={summary.on}
          permutations={summary.permutations}
        />
      </p>
      {significant > 1 ? (
        <p>
          <FormattedMessage
            id="map.scan.more"
            defaultMessage="{more, plural, one {One more circle holds} other {# more circles hold}} more than chance explains."
            values={{ more: significant - 1 }}
          />
        </p>
      ) : null}
    </>
  );
}

function Clusters({ summary: { clusters, model } }: { summary: Summary }) {
  const intl = useIntl();
  const chance = useChanceText();
  const day = useDayText();
  const expectedText = useExpectedText();
  const timed = model === 'space-time-permutation';
  return (
    <FoundTable<Cluster>
      title={
        <FormattedMessage
          id="map.scan.title"
          defaultMessage="{count, plural, =0 {No circles} one {# circle} other {# circles, the least likely first}}"
          values={{ count: clusters.length }}
        />
      }
      label={intl.formatMessage({
        id: 'map.scan.label',
        defaultMessage: 'Circles of the scan, the least likely first',
      })}
      empty={
        <FormattedMessage id="map.scan.none" defaultMessage="No circle holds more incidents than expected." />
      }
      rows={clusters}
      columns={[
        {
          id: 'expected',
          title: intl.formatMessage({ id: 'map.scan.expected', defaultMessage: 'Expected' }),
          cell: ({ expected }) => expectedText(expected),
          sortBy: ({ expected }) => expected,
          numeric: true,
          width: 80,
        },
        {
          id: 'p',
          title: intl.formatMessage({ id: 'map.scan.p', defaultMessage: 'p' }),
          cell: ({ p, significant }) => (significant ? <strong>{chance(p)}</strong> : chance(p)),
          sortBy: ({ p }) => p,
          numeric: true,
          width: 60,
          minWidth: 50,
        },
        ...(timed
          ? [
              {
                id: 'period',
                title: intl.formatMessage({ id: 'map.near.period', defaultMessage: 'From, to' }),
                cell: ({ from, to }: Cluster) => (from && to ? `${day(from)} – ${day(to, true)}` : '–'),
                sortBy: ({ from }: Cluster) => from ?? '',
                width: 120,
              },
            ]
          : []),
      ]}
    />
  );
}

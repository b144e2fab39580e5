import { FormattedMessage } from 'react-intl';
import type { RunOf, SummaryOf } from '../../../../api/runs.ts';
import { usePercentText } from '../figures.ts';
import { HotspotTable } from './hotspot-table.tsx';

export function HotspotAnswer({ run }: { run: RunOf<'local-gi-star'> }) {
  return (
    <>
      {run.summary && !run.summary.tooFew ? <Words summary={run.summary} /> : null}
      <HotspotTable run={run} />
    </>
  );
}

/** How much of it all lies in how little, and where the most is. */
function Words({ summary: { n, hotspots } }: { summary: SummaryOf<'local-gi-star'> }) {
  const percent = usePercentText();
  const [largest] = hotspots;
  if (!largest) return null;
  const sum = (of: (hotspot: typeof largest) => number) =>
    hotspots.reduce((total, hotspot) => total + of(hotspot), 0);
  return (
    <p>
      <FormattedMessage
        id="map.hotspots.words"
        defaultMessage="{count, plural, one {One hotspot holds} other {# hotspots hold}} {incidents, number} of {n, number} incidents ({share}) on {area} of the ground: more than chance explains.{count, plural, one {} other { The largest alone{place, select, none {} other {, {place},}} holds {most, number}.}}"
        values={{
          count: hotspots.length,
          incidents: sum(({ incidents }) => incidents),
          n,
          share: percent(sum(({ shareOfIncidents }) => shareOfIncidents)),
          area: percent(sum(({ shareOfArea }) => shareOfArea)),
          place: largest.placeName ?? 'none',
          most: largest.incidents,
        }}
      />
    </p>
  );
}

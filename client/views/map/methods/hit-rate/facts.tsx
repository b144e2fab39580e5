import { FormattedMessage } from 'react-intl';
import type { RunOf } from '../../../../api/runs.ts';
import { dataOf } from '../../../../map/run-result.ts';
import { useMapContext } from '../../map-context.ts';
import { Fact } from '../fact.tsx';
import { useDayText, usePercentText } from '../figures.ts';
import { useMapName } from './map-names.ts';

export function HitRateFacts({ run: { summary } }: { run: RunOf<'hit-rate'> }) {
  const day = useDayText();
  const name = useMapName();
  const percent = usePercentText();
  const { scene } = useMapContext();
  const watch = dataOf(scene.result, 'hit-rate')?.watch ?? null;
  if (!summary) return null;
  const periods = [
    [<FormattedMessage key="seen" id="map.hit.seen" defaultMessage="Maps saw" />, summary.seen],
    [<FormattedMessage key="held" id="map.hit.heldOut" defaultMessage="Held against" />, summary.heldOut],
  ] as const;
  return (
    <>
      {periods.map(([title, period]) =>
        period ? (
          <Fact key={period.from} name={title}>
            <FormattedMessage
              id="map.hit.periodOf"
              defaultMessage="{from} – {to}: {incidents, number} incidents"
              values={{ from: day(period.from), to: day(period.to, true), incidents: period.incidents }}
            />
          </Fact>
        ) : null,
      )}
      {watch ? (
        <Fact name={<FormattedMessage id="map.hit.drawn" defaultMessage="On the map" />}>
          <FormattedMessage
            id="map.hit.drawnOf"
            defaultMessage="what “{map}” had watched, its first {share} of the area"
            values={{ map: name(watch.map), share: percent(watch.share) }}
          />
        </Fact>
      ) : null}
    </>
  );
}

import { FormattedMessage } from 'react-intl';
import type { RunOf } from '../../../../api/runs.ts';
import { Fact } from '../fact.tsx';
import { LevelFact } from '../level-fact.tsx';

export function RingsFacts({ run: { parameters, summary } }: { run: RunOf<'asset-rings'> }) {
  if (!summary) return null;
  return (
    <>
      <Fact name={<FormattedMessage id="map.rings.compared" defaultMessage="Compared with" />}>
        <FormattedMessage
          id="map.rings.comparedOf"
          defaultMessage="the region beyond the outermost ring; {area, number} km² in all"
          values={{ area: Number(summary.regionKm2.toPrecision(3)) }}
        />
      </Fact>
      <LevelFact level={parameters.level} correction={parameters.correction} />
    </>
  );
}

import { FormattedMessage } from 'react-intl';
import type { RunOf } from '../../../../api/runs.ts';
import { Fact } from '../fact.tsx';
import { LevelFact } from '../level-fact.tsx';

export function HotspotFacts({ run }: { run: RunOf<'local-gi-star'> }) {
  return (
    <>
      <Fact name={<FormattedMessage id="map.facts.statistic" defaultMessage="Statistic" />}>
        <FormattedMessage
          id="map.facts.hotspots"
          defaultMessage="Getis–Ord {self, select, true {Gi*} other {Gi}}"
          values={{ self: String(run.parameters.includeSelf) }}
        />
      </Fact>
      <LevelFact level={run.parameters.level} correction={run.parameters.correction} />
      <Fact name={<FormattedMessage id="map.facts.found" defaultMessage="Found" />}>
        <FormattedMessage
          id="map.facts.foundOf"
          defaultMessage="{hot, plural, one {# hot cell} other {# hot cells}}, {cold, plural, one {# cold cell} other {# cold cells}}"
          values={{ hot: run.summary?.hotCells ?? 0, cold: run.summary?.coldCells ?? 0 }}
        />
      </Fact>
    </>
  );
}

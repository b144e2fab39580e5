import { FormattedMessage } from 'react-intl';
import type { RunOf } from '../../../../api/runs.ts';
import { Fact } from '../fact.tsx';
import { useMetresText } from '../figures.ts';
import { HarmFact } from '../harm-fact.tsx';

export function DensityFacts({ run }: { run: RunOf<'kernel-density'> }) {
  const metres = useMetresText();
  return (
    <>
      <Fact name={<FormattedMessage id="map.facts.kernel" defaultMessage="Kernel" />}>
        <FormattedMessage
          id="map.form.kernel.name"
          defaultMessage="{kernel, select, quartic {Quartic} epanechnikov {Epanechnikov} triweight {Triweight} triangular {Triangular} other {Uniform}}"
          values={{ kernel: run.parameters.kernel }}
        />
      </Fact>
      <Fact name={<FormattedMessage id="map.facts.bandwidth" defaultMessage="Distance" />}>
        <FormattedMessage
          id="map.facts.bandwidthOf"
          defaultMessage="{metres} ({rule, select, nrd {from the data} arcgis {ArcGIS rule} other {chosen}})"
          values={{ metres: metres(run.summary?.bandwidth ?? null), rule: run.summary?.bandwidthRule ?? '' }}
        />
      </Fact>
      {run.summary?.harm ? <HarmFact harm={run.summary.harm} /> : null}
    </>
  );
}

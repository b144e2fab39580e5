import { FormattedMessage, useIntl } from 'react-intl';
import type { RunOf } from '../../../../api/runs.ts';
import { useAreaKindText } from '../../../../area-kind-text.ts';
import { Fact } from '../fact.tsx';
import { useMetresText } from '../figures.ts';
import { PermutationsFact } from '../permutations-fact.tsx';
import { useAgainstText } from '../use-against-text.ts';

export function ScanFacts({ run: { parameters, summary } }: { run: RunOf<'scan'> }) {
  const intl = useIntl();
  const metres = useMetresText();
  const areaKind = useAreaKindText();
  const againstText = useAgainstText();
  const percent = (share: number) => intl.formatNumber(share, { style: 'percent', maximumFractionDigits: 2 });
  return (
    <>
      <Fact name={<FormattedMessage id="map.scan.modelFact" defaultMessage="Model" />}>
        <FormattedMessage
          id="map.scan.modelOf"
          defaultMessage="{model, select, poisson {Poisson: incidents against residents} bernoulli {Bernoulli: incidents against other incidents} other {space–time permutation}}"
          values={{ model: parameters.model }}
        />
      </Fact>
      {parameters.model === 'bernoulli' ? (
        <Fact name={<FormattedMessage id="map.against" defaultMessage="Compared with" />}>
          {againstText(parameters.against)}
        </Fact>
      ) : null}
      {summary === null || summary.places === 0 ? null : (
        <Fact name={<FormattedMessage id="map.scan.scanned" defaultMessage="Scanned" />}>
          <FormattedMessage
            id="map.scan.scannedOf"
            defaultMessage="{model, select, poisson {{kind}: {places, number} with {population, number} residents} bernoulli {{on, select, areas {{kind}: {places, number}} other {{places, number} cells of {cell}}} with {n, number} incidents of the filter and {controls, number} others} other {{places, number} cells of {cell} with incidents, in steps of {days, plural, one {# day} other {# days}}}}"
            values={{
              model: summary.model,
              on: summary.on,
              n: summary.n,
              controls: summary.controls ?? 0,
              kind: areaKind(summary.areaKind ?? ''),
              places: summary.places,
              population: summary.population ?? 0,
              cell: metres(summary.cell),
              days: summary.stepDays ?? 0,
            }}
          />
        </Fact>
      )}
      <Fact name={<FormattedMessage id="map.scan.largest" defaultMessage="Largest circle" />}>
        <FormattedMessage
          id="map.scan.largestOf"
          defaultMessage="{share} of the {model, select, poisson {residents} bernoulli {incidents and those compared with} other {incidents, and a fifth of the time}}"
          values={{ share: percent(parameters.maxShare), model: parameters.model }}
        />
      </Fact>
      <PermutationsFact permutations={parameters.permutations} seed={parameters.seed} />
      <Fact name={<FormattedMessage id="map.facts.level" defaultMessage="Level" />}>
        <FormattedMessage
          id="map.scan.levelOf"
          defaultMessage="{level}, of the largest ratio of all circles: no further correction is needed"
          values={{ level: percent(parameters.level) }}
        />
      </Fact>
    </>
  );
}

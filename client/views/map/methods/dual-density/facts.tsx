import { FormattedMessage, useIntl } from 'react-intl';
import type { RunOf } from '../../../../api/runs.ts';
import { useAreaKindText } from '../../../../area-kind-text.ts';
import { Fact } from '../fact.tsx';
import { useMetresText } from '../figures.ts';
import { useAgainstText } from '../use-against-text.ts';
import { useValueText } from './value-text.ts';

export function DualDensityFacts({ run: { parameters, summary } }: { run: RunOf<'dual-density'> }) {
  const intl = useIntl();
  const metres = useMetresText();
  const againstText = useAgainstText();
  const areaKind = useAreaKindText();
  const valueText = useValueText();
  const { comparison, against, measure } = parameters;
  return (
    <>
      <Fact name={<FormattedMessage id="map.against" defaultMessage="Compared with" />}>
        <FormattedMessage
          id="map.dual.comparedOf"
          defaultMessage="{comparison, select, people {{compared, number} residents ({kind}), spread evenly over their areas} other {{compared, number} others: {against}}}"
          values={{
            comparison,
            compared: Math.round(summary?.compared ?? 0),
            kind: areaKind(summary?.areaKind ?? ''),
            against: againstText(against),
          }}
        />
      </Fact>
      <Fact name={<FormattedMessage id="map.facts.kernel" defaultMessage="Kernel" />}>
        <FormattedMessage
          id="map.form.kernel.name"
          defaultMessage="{kernel, select, quartic {Quartic} epanechnikov {Epanechnikov} triweight {Triweight} triangular {Triangular} other {Uniform}}"
          values={{ kernel: parameters.kernel }}
        />
      </Fact>
      <Fact name={<FormattedMessage id="map.facts.bandwidth" defaultMessage="Distance" />}>
        <FormattedMessage
          id="map.facts.bandwidthOf"
          defaultMessage="{metres} ({rule, select, nrd {from the data} arcgis {ArcGIS rule} other {chosen}})"
          values={{ metres: metres(summary?.bandwidth ?? null), rule: summary?.bandwidthRule ?? '' }}
        />
      </Fact>
      {summary && summary.steps.length > 0 ? (
        <Fact name={<FormattedMessage id="map.dual.steps" defaultMessage="Colours" />}>
          <FormattedMessage
            id="map.dual.stepsOf"
            defaultMessage="somewhat denser, denser, far denser from {steps}; sparser likewise; grey where fewer than 5 of the comparison are expected within the distance ({masked, plural, =0 {no cell} one {# cell} other {# cells}})"
            values={{
              steps: intl.formatList(
                summary.steps.map((step) => valueText(step, measure)),
                { type: 'unit' },
              ),
              masked: summary.masked,
            }}
          />
        </Fact>
      ) : null}
    </>
  );
}

import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useAreaKindText } from '../../../../area-kind-text.ts';
import { RadioGroup } from '../../../../ui/radio-group.tsx';
import { Select } from '../../../../ui/select.tsx';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { RunButton } from '../../panels/run-button.tsx';
import { AgainstField, useIsComparable } from '../against-field.tsx';
import {
  AutoField,
  CellField,
  LevelField,
  MoreSettings,
  type ParametersOf,
  PermutationsField,
} from '../form-fields.tsx';
import { PeopledKindField } from '../peopled-kind-field.tsx';

type Values = Required<Omit<ParametersOf<'scan'>, 'timezone'>>;

const STANDARD: Values = {
  model: 'space-time-permutation',
  against: 'all',
  on: 'cells',
  areaKind: 'auto',
  cell: 'auto',
  stepDays: 'auto',
  maxShare: 0.5,
  permutations: 999,
  seed: 1,
  level: 0.05,
};

const SHARES = [0.05, 0.1, 0.25, 0.5];

export function ScanForm() {
  const intl = useIntl();
  const isComparable = useIsComparable();
  const [values, setValues] = useState(STANDARD);
  const set = (change: Partial<Values>) => setValues({ ...values, ...change });
  return (
    <div className={panelStyles.stack}>
      <RadioGroup<NonNullable<Values['model']>>
        label={intl.formatMessage({ id: 'map.scan.model', defaultMessage: 'More than what?' })}
        value={values.model ?? 'space-time-permutation'}
        onChange={(model) => set({ model })}
        choices={[
          {
            id: 'space-time-permutation',
            label: intl.formatMessage({
              id: 'map.scan.spaceTime',
              defaultMessage: 'Than this place has at other times',
            }),
            hint: intl.formatMessage({
              id: 'map.scan.spaceTime.hint',
              defaultMessage: 'space–time permutation: needs no population, names place and days',
            }),
          },
          {
            id: 'poisson',
            label: intl.formatMessage({
              id: 'map.scan.poisson',
              defaultMessage: 'Than as many residents have elsewhere',
            }),
            hint: intl.formatMessage({
              id: 'map.scan.poisson.hint',
              defaultMessage: 'Poisson: areas with their population',
            }),
          },
          {
            id: 'bernoulli',
            label: intl.formatMessage({
              id: 'map.scan.bernoulli',
              defaultMessage: 'Than their share of other incidents elsewhere',
            }),
            hint: intl.formatMessage({
              id: 'map.scan.bernoulli.hint',
              defaultMessage: 'Bernoulli: incidents of the filter against others',
            }),
          },
        ]}
      />
      {values.model === 'poisson' ? (
        <PeopledKindField value={values.areaKind ?? 'auto'} onChange={(areaKind) => set({ areaKind })} />
      ) : values.model === 'bernoulli' ? (
        <ComparisonFields values={values} set={set} />
      ) : (
        <>
          <CellField value={values.cell ?? 'auto'} onChange={(cell) => set({ cell })} />
          <AutoField
            label={intl.formatMessage({ id: 'map.scan.stepDays', defaultMessage: 'Days of a time step' })}
            value={values.stepDays ?? 'auto'}
            start={7}
            least={1}
            most={366}
            rule={intl.formatMessage({
              id: 'map.scan.stepDays.rule',
              defaultMessage: 'a 30th of the whole time; a cluster lasts a fifth of it at most',
            })}
            onChange={(stepDays) => set({ stepDays })}
          />
        </>
      )}
      <MoreSettings>
        <Select
          label={intl.formatMessage({
            id: 'map.scan.maxShare',
            defaultMessage: 'Most that one circle may hold',
          })}
          value={String(values.maxShare)}
          onChange={(share) => set({ maxShare: Number(share) })}
          choices={SHARES.map((share) => ({
            id: String(share),
            label: intl.formatMessage(
              {
                id: 'map.scan.maxShareOf',
                defaultMessage:
                  '{share} of the {model, select, poisson {residents} bernoulli {incidents of both kinds} other {incidents}}',
              },
              { share: intl.formatNumber(share, { style: 'percent' }), model: values.model },
            ),
          }))}
        />
        <PermutationsField
          value={values.permutations ?? 999}
          choices={[99, 499, 999, 4999, 9999]}
          onChange={(permutations) => set({ permutations })}
        />
        <LevelField value={values.level ?? 0.05} onChange={(level) => set({ level })} />
      </MoreSettings>
      <RunButton
        request={{ method: 'scan', parameters: values }}
        isReady={values.model !== 'bernoulli' || isComparable(values.against)}
      />
    </div>
  );
}

interface ComparisonProps {
  readonly values: Values;
  readonly set: (change: Partial<Values>) => void;
}

/** What the incidents are compared with, and the places that are counted in. */
function ComparisonFields({ values: { against, on, cell, areaKind }, set }: ComparisonProps) {
  const intl = useIntl();
  const { records } = useMapContext();
  const areas = records.areas ?? [];
  const kindText = useAreaKindText();
  const kinds = [...new Set(areas.map(({ kind }) => kind))];
  return (
    <>
      <AgainstField value={against} onChange={(next) => set({ against: next })} />
      <Select<'cells' | 'areas'>
        label={intl.formatMessage({ id: 'map.scan.on', defaultMessage: 'Counted in' })}
        value={on}
        onChange={(next) => set({ on: next })}
        choices={[
          { id: 'cells', label: intl.formatMessage({ id: 'map.scan.on.cells', defaultMessage: 'Cells' }) },
          ...(kinds.length > 0
            ? [
                {
                  id: 'areas' as const,
                  label: intl.formatMessage({ id: 'map.scan.on.areas', defaultMessage: 'Areas' }),
                },
              ]
            : []),
        ]}
      />
      {on === 'cells' ? (
        <CellField value={cell} onChange={(next) => set({ cell: next })} />
      ) : (
        <Select<AreaKind>
          label={intl.formatMessage({ id: 'map.scan.areaKind', defaultMessage: 'Areas' })}
          value={areaKind}
          onChange={(next) => set({ areaKind: next })}
          choices={[
            {
              id: 'auto',
              label: intl.formatMessage({ id: 'map.form.cell.auto', defaultMessage: 'Automatic' }),
              hint: intl.formatMessage({
                id: 'map.scan.areaKind.most',
                defaultMessage: 'the kind with most areas',
              }),
            },
            ...kinds.map((kind) => ({ id: kind, label: kindText(kind) })),
          ]}
        />
      )}
    </>
  );
}

type AreaKind = NonNullable<Values['areaKind']>;

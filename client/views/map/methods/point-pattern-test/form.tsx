import { useState } from 'react';
import { useIntl } from 'react-intl';
import { RadioGroup } from '../../../../ui/radio-group.tsx';
import { Select } from '../../../../ui/select.tsx';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { RunButton } from '../../panels/run-button.tsx';
import { AreaKindField } from '../area-kind-field.tsx';
import { CellField, LevelField, MoreSettings, type ParametersOf, ShapeField } from '../form-fields.tsx';
import { PeriodsField, PeriodsToMend, usePeriods } from '../periods-field.tsx';

type Values = Required<Omit<ParametersOf<'point-pattern-test'>, 'periods' | 'timezone'>>;

const STANDARD: Values = {
  on: 'cells',
  cell: 'auto',
  shape: 'square',
  areaKind: 'auto',
  level: 0.05,
  correction: 'by',
};

interface PartProps {
  readonly values: Values;
  readonly set: (change: Partial<Values>) => void;
}

export function PointPatternForm() {
  const intl = useIntl();
  const { records } = useMapContext();
  const [values, setValues] = useState(STANDARD);
  const set = (change: Partial<Values>) => setValues({ ...values, ...change });
  const choice = usePeriods();
  const choices = [
    {
      id: 'cells' as const,
      label: intl.formatMessage({ id: 'map.counts.cells', defaultMessage: 'Cells of one size' }),
      hint: intl.formatMessage({
        id: 'map.pattern.cells.hint',
        defaultMessage: 'so large that shares can be told apart: about 20 incidents a cell in each period',
      }),
    },
    {
      id: 'areas' as const,
      label: intl.formatMessage({ id: 'map.counts.areas', defaultMessage: 'Areas' }),
      hint: intl.formatMessage({
        id: 'map.pattern.areas.hint',
        defaultMessage: 'each incident in one of them; in the smallest where they overlap',
      }),
    },
  ];
  return (
    <div className={panelStyles.stack}>
      <PeriodsField {...choice} />
      <RadioGroup<'cells' | 'areas'>
        label={intl.formatMessage({ id: 'map.pattern.on', defaultMessage: 'What is a place?' })}
        value={values.on ?? 'cells'}
        onChange={(on) => set({ on })}
        choices={(records.areas?.length ?? 0) > 0 ? choices : choices.slice(0, 1)}
      />
      {values.on === 'areas' ? (
        <AreaKindField value={values.areaKind ?? 'auto'} onChange={(areaKind) => set({ areaKind })} />
      ) : (
        <CellField value={values.cell ?? 'auto'} onChange={(cell) => set({ cell })} />
      )}
      <MoreSettings>
        {values.on === 'areas' ? null : (
          <ShapeField value={values.shape ?? 'square'} onChange={(shape) => set({ shape })} />
        )}
        <LevelField value={values.level ?? 0.05} onChange={(level) => set({ level })} />
        <PatternCorrection values={values} set={set} />
      </MoreSettings>
      {choice.problem ? (
        <PeriodsToMend />
      ) : (
        <RunButton
          request={{ method: 'point-pattern-test', parameters: { ...values, periods: choice.periods } }}
        />
      )}
    </div>
  );
}

function PatternCorrection({ values, set }: PartProps) {
  const intl = useIntl();
  return (
    <Select<NonNullable<Values['correction']>>
      label={intl.formatMessage({
        id: 'map.pattern.correction',
        defaultMessage: 'Correction for the many places',
      })}
      value={values.correction ?? 'by'}
      onChange={(correction) => set({ correction })}
      choices={[
        {
          id: 'by',
          label: intl.formatMessage({ id: 'map.pattern.by', defaultMessage: 'For shares of one total' }),
          hint: intl.formatMessage({
            id: 'map.pattern.by.hint',
            defaultMessage: 'Benjamini and Yekutieli: where one share grows, others shrink',
          }),
        },
        {
          id: 'fdr',
          label: intl.formatMessage({ id: 'map.pattern.fdr', defaultMessage: 'As if independent' }),
          hint: intl.formatMessage({
            id: 'map.pattern.fdr.hint',
            defaultMessage: 'Benjamini and Hochberg: names more places',
          }),
        },
        {
          id: 'none',
          label: intl.formatMessage({ id: 'map.pattern.uncorrected', defaultMessage: 'None' }),
          hint: intl.formatMessage({
            id: 'map.pattern.uncorrected.hint',
            defaultMessage: 'some places will differ by chance alone',
          }),
        },
      ]}
    />
  );
}

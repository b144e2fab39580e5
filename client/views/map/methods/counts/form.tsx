import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useAreaKindText } from '../../../../area-kind-text.ts';
import { NumberField } from '../../../../ui/number-field.tsx';
import { RadioGroup } from '../../../../ui/radio-group.tsx';
import { Select } from '../../../../ui/select.tsx';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { RunButton } from '../../panels/run-button.tsx';
import { kindsOfAreas } from '../area-kinds.ts';
import { CellField, MoreSettings, type ParametersOf, ShapeField } from '../form-fields.tsx';
import { WeightField } from '../weight-field.tsx';

type Values = Required<Omit<ParametersOf<'counts'>, 'timezone' | 'confidence'>>;

const STANDARD: Values = {
  on: 'cells',
  cell: 'auto',
  shape: 'square',
  areaKind: 'auto',
  show: 'auto',
  weight: 'count',
  leastPopulation: 100,
};

interface PartProps {
  readonly values: Values;
  readonly set: (change: Partial<Values>) => void;
}

export function CountsForm() {
  const intl = useIntl();
  const { records } = useMapContext();
  const [values, setValues] = useState(STANDARD);
  const set = (change: Partial<Values>) => setValues({ ...values, ...change });
  const hasAreas = (records.areas?.length ?? 0) > 0;
  const choices = [
    {
      id: 'cells' as const,
      label: intl.formatMessage({ id: 'map.counts.cells', defaultMessage: 'Cells of one size' }),
      hint: intl.formatMessage({
        id: 'map.counts.cells.hint',
        defaultMessage: 'every cell is as large as the next, so counts compare',
      }),
    },
    {
      id: 'areas' as const,
      label: intl.formatMessage({ id: 'map.counts.areas', defaultMessage: 'Areas' }),
      hint: intl.formatMessage({
        id: 'map.counts.areas.hint',
        defaultMessage: 'with a rate per 1,000 residents where the population is known',
      }),
    },
  ];
  return (
    <div className={panelStyles.stack}>
      <RadioGroup<'cells' | 'areas'>
        label={intl.formatMessage({ id: 'map.counts.on', defaultMessage: 'Count in' })}
        value={values.on ?? 'cells'}
        onChange={(on) => set({ on })}
        choices={hasAreas ? choices : choices.slice(0, 1)}
      />
      {values.on === 'areas' ? (
        <AreaFields values={values} set={set} />
      ) : (
        <CellFields values={values} set={set} />
      )}
      <WeightField value={values.weight ?? 'count'} onChange={(weight) => set({ weight })} />
      <RunButton request={{ method: 'counts', parameters: values }} />
    </div>
  );
}

function CellFields({ values, set }: PartProps) {
  return (
    <>
      <CellField value={values.cell ?? 'auto'} onChange={(cell) => set({ cell })} />
      <ShapeField value={values.shape ?? 'square'} onChange={(shape) => set({ shape })} />
    </>
  );
}

function AreaFields({ values, set }: PartProps) {
  const intl = useIntl();
  const { records } = useMapContext();
  const areaKind = useAreaKindText();
  const kinds = kindsOfAreas(records.areas ?? []);
  const peopled = kinds.some(
    (one) => one.peopled > 0 && (values.areaKind === 'auto' || one.kind === values.areaKind),
  );
  return (
    <>
      <Select<NonNullable<Values['areaKind']>>
        label={intl.formatMessage({ id: 'map.scan.areaKind', defaultMessage: 'Areas' })}
        value={values.areaKind ?? 'auto'}
        onChange={(kind) => set({ areaKind: kind, show: 'auto' })}
        choices={[
          {
            id: 'auto',
            label: intl.formatMessage({ id: 'map.form.cell.auto', defaultMessage: 'Automatic' }),
            hint: intl.formatMessage(
              {
                id: 'map.counts.areaKind.rule',
                defaultMessage:
                  '{kind}: {peopled, select, true {most areas with a population} other {most areas}}',
              },
              { kind: areaKind(kinds[0]?.kind ?? ''), peopled: String((kinds[0]?.peopled ?? 0) > 0) },
            ),
          },
          ...kinds.map(({ kind, areas, peopled: known }) => ({
            id: kind,
            label: areaKind(kind),
            hint: intl.formatMessage(
              {
                id: 'map.counts.areaKind.count',
                defaultMessage:
                  '{areas, plural, one {# area} other {# areas}}, {known, number} with a population',
              },
              { areas, known },
            ),
          })),
        ]}
      />
      <Select<'auto' | 'count' | 'density' | 'rate'>
        label={intl.formatMessage({ id: 'map.counts.show', defaultMessage: 'Colour the areas by' })}
        value={values.show ?? 'auto'}
        onChange={(show) => set({ show })}
        choices={[
          {
            id: 'auto',
            label: intl.formatMessage({ id: 'map.form.cell.auto', defaultMessage: 'Automatic' }),
            hint: peopled
              ? intl.formatMessage({
                  id: 'map.counts.show.autoRate',
                  defaultMessage: 'the rate, because populations are known',
                })
              : intl.formatMessage({
                  id: 'map.counts.show.autoDensity',
                  defaultMessage: 'per km², because no population is known',
                }),
          },
          ...(peopled
            ? [
                {
                  id: 'rate' as const,
                  label: intl.formatMessage({
                    id: 'map.legend.perThousandYear',
                    defaultMessage: 'Incidents a year per 1,000 residents',
                  }),
                },
              ]
            : []),
          {
            id: 'density',
            label: intl.formatMessage({
              id: 'map.legend.perSquareKilometre',
              defaultMessage: 'Incidents per km²',
            }),
          },
          {
            id: 'count',
            label: intl.formatMessage({ id: 'map.legend.incidents', defaultMessage: 'Incidents' }),
            hint: intl.formatMessage({
              id: 'map.counts.show.count.hint',
              defaultMessage: 'large areas have more of everything',
            }),
          },
        ]}
      />
      {peopled ? (
        <MoreSettings>
          <NumberField
            label={intl.formatMessage({
              id: 'map.counts.leastPopulation',
              defaultMessage: 'Fewest residents for a rate',
            })}
            hint={intl.formatMessage({
              id: 'map.counts.leastPopulation.hint',
              defaultMessage:
                'Where fewer live, one incident more or less changes the rate beyond recognition.',
            })}
            value={values.leastPopulation ?? 100}
            minValue={1}
            maxValue={1_000_000}
            onChange={(least) => Number.isFinite(least) && set({ leastPopulation: least })}
          />
        </MoreSettings>
      ) : null}
    </>
  );
}

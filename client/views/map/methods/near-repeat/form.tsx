import { useState } from 'react';
import { useIntl } from 'react-intl';
import { NumberField } from '../../../../ui/number-field.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import panelStyles from '../../panels/panels.module.css';
import { RunButton } from '../../panels/run-button.tsx';
import { Metres, MoreSettings, type ParametersOf } from '../form-fields.tsx';
import { readEdges } from './edges.ts';

type Metric = NonNullable<ParametersOf<'near-repeat'>['metric']>;

const STANDARD = { metric: 'manhattan' as Metric, linkDistance: 200, linkDays: 7 };
const SPACE = '0, 1, 100, 200, 300, 400';
const TIME = '0, 7, 14, 21, 28';

export function NearRepeatForm() {
  const intl = useIntl();
  const [values, setValues] = useState(STANDARD);
  const set = (change: Partial<typeof STANDARD>) => setValues({ ...values, ...change });
  const [space, setSpace] = useState(SPACE);
  const [time, setTime] = useState(TIME);
  const edges = { space: readEdges(space), time: readEdges(time) };
  const wrong = intl.formatMessage({
    id: 'map.near.edgesWrong',
    defaultMessage: 'Write at least two ascending numbers with commas between them.',
  });
  return (
    <div className={panelStyles.stack}>
      <TextField
        label={intl.formatMessage({ id: 'map.near.space', defaultMessage: 'Edges of the distances, metres' })}
        value={space}
        onChange={setSpace}
        error={edges.space ? undefined : wrong}
        hint={intl.formatMessage({
          id: 'map.near.space.hint',
          defaultMessage: '0 to 1 is the same place; a last band “and more” is added',
        })}
      />
      <TextField
        label={intl.formatMessage({ id: 'map.near.time', defaultMessage: 'Edges of the times, days' })}
        value={time}
        onChange={setTime}
        error={edges.time ? undefined : wrong}
      />
      <MoreSettings>
        <Select
          label={intl.formatMessage({ id: 'map.near.metric', defaultMessage: 'How distance is measured' })}
          value={values.metric}
          onChange={(metric) => set({ metric })}
          choices={[
            {
              id: 'manhattan',
              label: intl.formatMessage({ id: 'map.near.manhattan', defaultMessage: 'Along blocks' }),
              hint: intl.formatMessage({
                id: 'map.near.manhattan.hint',
                defaultMessage: 'Manhattan distance',
              }),
            },
            {
              id: 'euclidean',
              label: intl.formatMessage({ id: 'map.near.euclidean', defaultMessage: 'As the crow flies' }),
              hint: intl.formatMessage({
                id: 'map.near.euclidean.hint',
                defaultMessage: 'Euclidean distance',
              }),
            },
          ]}
        />
        <Metres
          label={intl.formatMessage({
            id: 'map.near.linkDistance',
            defaultMessage: 'Linked to a chain within, metres',
          })}
          value={values.linkDistance}
          least={1}
          onChange={(linkDistance) => set({ linkDistance })}
        />
        <NumberField
          label={intl.formatMessage({ id: 'map.near.linkDays', defaultMessage: 'and within, days' })}
          value={values.linkDays}
          minValue={0.1}
          maxValue={3660}
          onChange={(linkDays) => Number.isFinite(linkDays) && set({ linkDays })}
        />
      </MoreSettings>
      {edges.space && edges.time ? (
        <RunButton
          request={{
            method: 'near-repeat',
            parameters: { ...values, space: edges.space, time: edges.time, permutations: 'auto' },
          }}
        />
      ) : null}
    </div>
  );
}

import { useIntl } from 'react-intl';
import { Select } from '../../../ui/select.tsx';
import { Metres, type ParametersOf } from './form-fields.tsx';

type Bandwidth = Required<ParametersOf<'kernel-density'>>['bandwidth'];

interface BandwidthProps {
  readonly value: Bandwidth;
  /** Metres it starts at when it is chosen by hand. */
  readonly start: number;
  readonly onChange: (bandwidth: Bandwidth) => void;
}

/** How far an incident reaches in a density: by a rule, or in metres. */
export function BandwidthField({ value, start, onChange }: BandwidthProps) {
  const intl = useIntl();
  return (
    <>
      <Select
        label={intl.formatMessage({
          id: 'map.form.bandwidth',
          defaultMessage: 'Search distance (bandwidth)',
        })}
        value={typeof value === 'number' ? 'metres' : value}
        onChange={(id) => onChange(id === 'metres' ? start : id)}
        choices={[
          {
            id: 'nrd',
            label: intl.formatMessage({ id: 'map.form.bandwidth.nrd', defaultMessage: 'From the data' }),
            hint: intl.formatMessage({
              id: 'map.form.bandwidth.nrd.hint',
              defaultMessage: 'normal reference rule (Scott 1992)',
            }),
          },
          {
            id: 'arcgis',
            label: intl.formatMessage({ id: 'map.form.bandwidth.arcgis', defaultMessage: 'As ArcGIS does' }),
            hint: intl.formatMessage({
              id: 'map.form.bandwidth.arcgis.hint',
              defaultMessage: 'median distance rule, to compare with older maps',
            }),
          },
          {
            id: 'metres',
            label: intl.formatMessage({ id: 'map.form.bandwidth.metres', defaultMessage: 'In metres' }),
            hint: intl.formatMessage({
              id: 'map.form.bandwidth.metres.hint',
              defaultMessage: 'for streets in cities 150 to 500 m is common practice (Ratcliffe, Chainey)',
            }),
          },
        ]}
      />
      {typeof value === 'number' ? (
        <Metres
          label={intl.formatMessage({ id: 'map.form.bandwidth.length', defaultMessage: 'Distance, metres' })}
          value={value}
          least={1}
          onChange={onChange}
        />
      ) : null}
    </>
  );
}

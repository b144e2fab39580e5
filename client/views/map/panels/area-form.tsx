import type { Polygon } from 'geojson';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCreateArea } from '../../../api/areas.ts';
import { toAreaGeometry } from '../../../map/to-geometry.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useMapContext } from '../map-context.ts';
import panelStyles from './panels.module.css';

/** Keeps a polygon as an area of one's own, and filters by it at once. */
export function AreaForm({ geometry, onDone }: { geometry: Polygon; onDone: () => void }) {
  const intl = useIntl();
  const { change } = useMapContext();
  const [name, setName] = useState('');
  const create = useCreateArea();
  const save = () =>
    create.mutate(
      { name: name.trim(), kind: 'custom', geometry: toAreaGeometry(geometry) },
      {
        onSuccess: ({ id }) => {
          onDone();
          change({ areas: [id], sel: `area:${id}` });
        },
      },
    );
  return (
    <div className={panelStyles.section}>
      <TextField
        label={intl.formatMessage({ id: 'map.area.name', defaultMessage: 'Keep it as an area of your own' })}
        placeholder={intl.formatMessage({ id: 'map.area.placeholder', defaultMessage: 'Its name' })}
        value={name}
        onChange={setName}
        error={create.error?.message}
      />
      <Button onPress={save} isDisabled={name.trim() === ''} isPending={create.isPending}>
        <FormattedMessage id="map.area.save" defaultMessage="Save area and filter by it" />
      </Button>
    </div>
  );
}

import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { DrawnGeometry } from '../../../map/draw-tool.ts';
import { boundsOf } from '../../../map/measure.ts';
import { readCoordinates, type ShapeKind } from '../../../map/typed-coordinates.ts';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { useMapContext } from '../map-context.ts';
import panelStyles from './panels.module.css';

export function CoordinateFields({ onShape }: { onShape: (shape: DrawnGeometry) => void }) {
  const intl = useIntl();
  const { engine } = useMapContext();
  const [kind, setKind] = useState<ShapeKind>('polygon');
  const [text, setText] = useState('');
  const [error, setError] = useState('');
  const read = () => {
    const verdict = readCoordinates(text, kind);
    if ('problem' in verdict) {
      setError(
        intl.formatMessage(
          {
            id: 'map.draw.refused',
            defaultMessage:
              '{problem, select, empty {Type at least one position.} unreadable {Line {line} is not a longitude and a latitude, such as -75.16, 39.95.} outside {Line {line} lies outside the world: longitude comes first.} other {A line needs two positions, a polygon three.}}',
          },
          verdict,
        ),
      );
      return;
    }
    setError('');
    onShape(verdict.shape);
    engine?.flyTo(boundsOf(verdict.shape));
  };
  return (
    <div className={panelStyles.stack}>
      <Select
        label={intl.formatMessage({ id: 'map.draw.kind', defaultMessage: 'Shape' })}
        value={kind}
        onChange={setKind}
        choices={[
          { id: 'point', label: intl.formatMessage({ id: 'map.draw.point', defaultMessage: 'Point' }) },
          { id: 'line', label: intl.formatMessage({ id: 'map.draw.line', defaultMessage: 'Line' }) },
          { id: 'polygon', label: intl.formatMessage({ id: 'map.draw.polygon', defaultMessage: 'Polygon' }) },
        ]}
      />
      <TextArea
        label={intl.formatMessage({ id: 'map.draw.coordinates', defaultMessage: 'Positions' })}
        hint={intl.formatMessage({
          id: 'map.draw.coordinates.hint',
          defaultMessage: 'One a line: longitude, latitude in degrees',
        })}
        value={text}
        onChange={setText}
        error={error}
      />
      <Button onPress={read}>
        <FormattedMessage id="map.draw.take" defaultMessage="Put on the map" />
      </Button>
    </div>
  );
}

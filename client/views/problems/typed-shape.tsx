import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { DrawnGeometry } from '../../map/draw-tool.ts';
import { readCoordinates, type ShapeKind } from '../../map/typed-coordinates.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import styles from './draw-dialog.module.css';

interface TypedShapeProps {
  takes: 'areas' | 'all';
  onShape: (shape: DrawnGeometry) => void;
}

/** Positions typed instead of drawn: by keyboard, and as they are read out over the telephone. */
export function TypedShape({ takes, onShape }: TypedShapeProps) {
  const intl = useIntl();
  const [kind, setKind] = useState<ShapeKind>('polygon');
  const [text, setText] = useState('');
  const [error, setError] = useState('');
  const read = () => {
    const verdict = readCoordinates(text, kind);
    if ('shape' in verdict) {
      setError('');
      return onShape(verdict.shape);
    }
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
  };
  return (
    <details>
      <summary>
        <FormattedMessage id="map.draw.typed" defaultMessage="Type coordinates instead" />
      </summary>
      <div className={styles.typed}>
        {takes === 'all' ? (
          <Select
            label={intl.formatMessage({ id: 'map.draw.kind', defaultMessage: 'Shape' })}
            value={kind}
            onChange={setKind}
            choices={[
              { id: 'point', label: intl.formatMessage({ id: 'map.draw.point', defaultMessage: 'Point' }) },
              { id: 'line', label: intl.formatMessage({ id: 'map.draw.line', defaultMessage: 'Line' }) },
              {
                id: 'polygon',
                label: intl.formatMessage({ id: 'map.draw.polygon', defaultMessage: 'Polygon' }),
              },
            ]}
          />
        ) : null}
        <TextArea
          label={intl.formatMessage({ id: 'map.draw.coordinates', defaultMessage: 'Positions' })}
          hint={intl.formatMessage({
            id: 'map.draw.coordinates.hint',
            defaultMessage: 'One a line: longitude, latitude in degrees',
          })}
          value={text}
          onChange={setText}
          error={error}
          rows={4}
        />
        <div>
          <Button size="small" onPress={read}>
            <FormattedMessage id="map.draw.take" defaultMessage="Put on the map" />
          </Button>
        </div>
      </div>
    </details>
  );
}

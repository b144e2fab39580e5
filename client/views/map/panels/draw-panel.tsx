import { FormattedMessage, useIntl } from 'react-intl';
import { DRAW_MODES, type DrawMode } from '../../../map/draw-tool.ts';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useDrawing } from '../use-drawing.ts';
import { CoordinateFields } from './coordinate-fields.tsx';
import styles from './draw-panel.module.css';
import type { MapPanelProps } from './map-panel-props.ts';
import panelStyles from './panels.module.css';
import { ShapeActions } from './shape-actions.tsx';

/** Drawing on the map, or typing coordinates; then saying what the shape is. */
export function DrawPanel({ onClose }: MapPanelProps) {
  const intl = useIntl();
  const drawing = useDrawing();
  return (
    <Panel title={intl.formatMessage({ id: 'map.panel.draw', defaultMessage: 'Draw' })} onClose={onClose}>
      <fieldset className={styles.tools}>
        <legend className={panelStyles.quiet}>
          <FormattedMessage
            id="map.draw.about"
            defaultMessage="Choose a shape, then press on the map. Enter finishes, Esc cancels."
          />
        </legend>
        {DRAW_MODES.map((mode) => (
          <Button
            key={mode}
            kind={drawing.mode === mode ? 'primary' : 'plain'}
            aria-pressed={drawing.mode === mode}
            isDisabled={!drawing.ready}
            onPress={() => drawing.begin(mode)}
          >
            <ModeName mode={mode} />
          </Button>
        ))}
      </fieldset>
      <details className={panelStyles.details}>
        <summary>
          <FormattedMessage id="map.draw.typed" defaultMessage="Type coordinates instead" />
        </summary>
        <CoordinateFields onShape={drawing.put} />
      </details>
      {drawing.shape ? (
        <ShapeActions shape={drawing.shape} onChange={drawing.put} onDone={drawing.clear} />
      ) : null}
    </Panel>
  );
}

function ModeName({ mode }: { mode: DrawMode }) {
  return (
    <FormattedMessage
      id="map.draw.mode"
      defaultMessage="{mode, select, point {Point} linestring {Line} polygon {Polygon} rectangle {Rectangle} circle {Circle} other {Freehand}}"
      values={{ mode }}
    />
  );
}

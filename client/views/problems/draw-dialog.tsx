import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { AnyGeometry } from '../../../server/app.ts';
import type { Problem } from '../../api/records.ts';
import { useWorkspace } from '../../api/workspace.ts';
import { crossesItself } from '../../map/crosses-itself.ts';
import type { DrawMode, DrawnGeometry, DrawTool } from '../../map/draw-tool.ts';
import { boundsOf } from '../../map/measure.ts';
import { toGeometry } from '../../map/to-geometry.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './draw-dialog.module.css';
import { usePlanZones } from './response/use-plan-zones.ts';
import { TypedShape } from './typed-shape.tsx';

const DrawMap = lazy(() => import('../../map/draw-map.tsx').then((module) => ({ default: module.DrawMap })));

const AREA_MODES: readonly DrawMode[] = ['polygon', 'rectangle', 'circle', 'freehand'];
const ALL_MODES: readonly DrawMode[] = ['point', 'linestring', ...AREA_MODES];

interface DrawDialogProps {
  title: string;
  problem: Problem;
  /** Only what has an inside, or points and lines as well. */
  takes: 'areas' | 'all';
  value: AnyGeometry | null;
  onClose: () => void;
  onDone: (shape: AnyGeometry) => void;
  /** What is said of a shape while it can still be drawn otherwise. */
  check?: (shape: AnyGeometry) => ReactNode;
}

/** Draws one shape for a case: on the map, or by typed positions without one. */
export function DrawDialog({ title, problem, takes, value, onClose, onDone, check }: DrawDialogProps) {
  const intl = useIntl();
  const zones = usePlanZones(problem.id);
  const around = useWorkspace().data?.bounds;
  const [tool, setTool] = useState<DrawTool | null>(null);
  const [mode, setMode] = useState<DrawMode | null>(null);
  const [drawn, setDrawn] = useState<DrawnGeometry | null>(null);
  const shape = useMemo(() => (drawn ? toGeometry(drawn) : null), [drawn]);
  const bounds = value ? boundsOf(value) : problem.geometry ? boundsOf(problem.geometry) : around;
  const isCrossed = drawn !== null && crossesItself(drawn);
  const put = (typed: DrawnGeometry) => {
    setDrawn(typed);
    setMode(null);
    tool?.put(typed);
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      size="wide"
      isDismissable={false}
      actions={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="ui.cancel" defaultMessage="Cancel" />
          </Button>
          <Button
            kind="primary"
            isDisabled={shape === null || isCrossed}
            onPress={() => {
              if (shape) onDone(shape);
            }}
          >
            <FormattedMessage id="draw.take" defaultMessage="Take this shape" />
          </Button>
        </>
      }
    >
      <fieldset className={styles.tools}>
        <legend>
          <FormattedMessage
            id="map.draw.about"
            defaultMessage="Choose a shape, then press on the map. Enter finishes, Esc cancels."
          />
        </legend>
        {(takes === 'areas' ? AREA_MODES : ALL_MODES).map((one) => (
          <Button
            key={one}
            size="small"
            kind={mode === one ? 'primary' : 'plain'}
            aria-pressed={mode === one}
            isDisabled={tool === null}
            onPress={() => {
              setMode(one);
              tool?.begin(one);
            }}
          >
            <FormattedMessage
              id="map.draw.mode"
              defaultMessage="{mode, select, point {Point} linestring {Line} polygon {Polygon} rectangle {Rectangle} circle {Circle} other {Freehand}}"
              values={{ mode: one }}
            />
          </Button>
        ))}
      </fieldset>
      {bounds ? (
        <div className={styles.map}>
          <Suspense fallback={null}>
            <DrawMap
              label={intl.formatMessage({ id: 'draw.map', defaultMessage: 'Map to draw on' })}
              bounds={bounds}
              zones={zones}
              ground={problem.geometry}
              shape={shape ?? value}
              onTool={setTool}
              onShape={(next) => {
                setDrawn(next);
                if (next) setMode(null);
              }}
            />
          </Suspense>
        </div>
      ) : null}
      <TypedShape takes={takes} onShape={put} />
      {isCrossed ? (
        <Notice
          tone="red"
          title={
            <FormattedMessage
              id="draw.crosses"
              defaultMessage="The outline crosses itself. Move its corners so that no two sides cross, or draw it anew."
            />
          }
        />
      ) : shape && check ? (
        check(shape)
      ) : null}
    </Dialog>
  );
}

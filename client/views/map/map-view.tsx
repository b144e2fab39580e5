import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Hit, LayerState } from '../../map/layer.ts';
import { readLayers, writeLayers } from '../../map/layer-address.ts';
import { LAYERS, planOf } from '../../map/layer-list.ts';
import { MapCanvas } from '../../map/map-canvas.tsx';
import type { Camera, MapBounds, MapEngine } from '../../map/map-engine.ts';
import { usePalette } from '../../map/theme.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { filterOf, readCamera, useAddress, writeCamera } from './address.ts';
import { FilterBar } from './filter-bar.tsx';
import { Inspector } from './inspector/inspector.tsx';
import { MapContext, type MapContextValue } from './map-context.ts';
import styles from './map-view.module.css';
import { openHit } from './open-hit.ts';
import { OpenPanel } from './panels/open-panel.tsx';
import { readSelection, type Selected, writeSelection } from './selection.ts';
import { startCamera } from './start-camera.ts';
import { TimeStrip } from './time-strip.tsx';
import { useCover } from './use-cover.ts';
import { useEmphasis } from './use-emphasis.ts';
import { useIncidents } from './use-incidents.ts';
import { useRecords } from './use-records.ts';
import { useRunOnMap } from './use-run.ts';
import { useScene } from './use-scene.ts';

/** The map with its panels. What it shows is in the address; this file only connects the parts. */
export function MapView() {
  const intl = useIntl();
  const context = useMapView();
  const { search, records, incidents } = context;
  const [failed, setFailed] = useState(false);
  const view = useRef<HTMLDivElement>(null);
  useCover(view, context.engine, `${search.panel} ${search.sel}`);
  const start = useMemo(
    () => records.workspace && records.datasets && (readCamera(search.at) ?? startCamera(records, search)),
    [records, search],
  );
  const follow = useCameraInAddress(context, start || null);
  const onView = (camera: Camera, bounds: MapBounds) => {
    follow(camera);
    incidents.setView({ bounds: widen(bounds), zoom: camera.zoom });
  };
  const onHit = (hit: Hit | null, at: [number, number]) => openHit(hit, at, context);
  const plan = useMemo(() => planOf(context.scene, context.layers), [context.scene, context.layers]);
  return (
    <MapContext value={context}>
      <div ref={view} className={styles.view} data-inspecting={context.selected ? true : undefined}>
        <h1 className={styles.heading}>
          <FormattedMessage id="map.title" defaultMessage="Map" />
        </h1>
        <FilterBar />
        <OpenPanel />
        <section
          className={styles.stage}
          aria-label={intl.formatMessage({ id: 'map.label', defaultMessage: 'Map of the area' })}
        >
          {start && !failed ? (
            <MapCanvas
              plan={plan}
              start={start}
              label={intl.formatMessage({
                id: 'map.canvas',
                defaultMessage:
                  'Map. Arrow keys move it, plus and minus zoom. The Table panel holds the same facts.',
              })}
              onReady={context.setEngine}
              onView={onView}
              onHit={onHit}
              onFailure={() => setFailed(true)}
            />
          ) : null}
          {failed ? <NoMap /> : null}
          {incidents.failure ? (
            <div className={styles.notice}>
              <Notice tone="red">{incidents.failure}</Notice>
            </div>
          ) : null}
        </section>
        <TimeStrip />
        <Inspector />
      </div>
    </MapContext>
  );
}

function NoMap() {
  return (
    <EmptyState
      title={useIntl().formatMessage({
        id: 'map.failed.title',
        defaultMessage: 'The map cannot be drawn here',
      })}
    >
      <FormattedMessage
        id="map.failed.text"
        defaultMessage="This browser gives no WebGL 2. The Table panel holds everything the map would show."
      />
    </EmptyState>
  );
}

function useMapView(): MapContextValue & { setEngine: (engine: MapEngine | null) => void } {
  const { search, change } = useAddress();
  const palette = usePalette();
  const records = useRecords();
  const [engine, setEngine] = useState<MapEngine | null>(null);
  const incidents = useIncidents(search, records, palette);
  const runOnMap = useRunOnMap(search.run);
  const selected = useMemo(() => readSelection(search.sel), [search.sel]);
  const emphasis = useEmphasis(incidents, runOnMap, selected);
  const scene = useScene({ records, incidents, runOnMap, selected, emphasis, palette });
  const layers = useMemo(() => readLayers(search.layers, LAYERS), [search.layers]);
  const filter = useMemo(() => filterOf(search), [search]);
  const select = useCallback(
    (next: Selected | null) => change({ sel: next ? writeSelection(next) : undefined }),
    [change],
  );
  const setLayers = useCallback(
    (next: readonly LayerState[]) => change({ layers: writeLayers(next, LAYERS) }, 'replace'),
    [change],
  );
  return {
    search,
    change,
    filter,
    records,
    incidents,
    runOnMap,
    selected,
    select,
    engine,
    setEngine,
    palette,
    scene,
    layers,
    setLayers,
  };
}

/** The camera writes the address when it comes to rest; an address from elsewhere moves the camera. */
function useCameraInAddress(
  { engine, search: { at }, change }: MapContextValue,
  start: Camera | null,
): (camera: Camera) => void {
  const written = useRef(at);
  useEffect(() => {
    const camera = readCamera(at) ?? start;
    if (!engine || !camera || (at !== undefined && at === written.current)) return;
    written.current = at;
    engine.jumpTo(camera);
  }, [engine, at, start]);
  return (camera) => {
    const text = writeCamera(camera);
    if (text === written.current) return;
    written.current = text;
    change({ at: text }, 'replace');
  };
}

/** A little more than is seen, so that a short pan finds its incidents there already. */
function widen([west, south, east, north]: MapBounds): MapBounds {
  const [x, y] = [(east - west) / 10, (north - south) / 10];
  return [west - x, south - y, east + x, north + y];
}

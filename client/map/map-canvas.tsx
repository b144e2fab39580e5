import 'maplibre-gl/dist/maplibre-gl.css';
import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { useIntl } from 'react-intl';
import type { Plan } from './diff.ts';
import styles from './map-canvas.module.css';
import { type Camera, MapEngine, type MapEvents } from './map-engine.ts';

export interface MapCanvasProps extends Omit<MapEvents, 'onLoad'> {
  readonly plan: Plan;
  /** Where the map opens; later moves go through the engine. */
  readonly start: Camera;
  readonly label: string;
  /** There is no WebGL: the table twin still works. */
  readonly onFailure: () => void;
  readonly onReady: (engine: MapEngine | null) => void;
}

/** The map itself. Everything it shows is in `plan`; everything that happens on it is an event. */
export function MapCanvas({ plan, start, label, onReady, onView, onHit, onFailure }: MapCanvasProps) {
  const container = useRef<HTMLDivElement>(null);
  const engine = useRef<MapEngine | null>(null);
  const texts = useMapTexts(label);
  const open = useEffectEvent((element: HTMLElement) => {
    const made = new MapEngine(element, start, texts, {
      onLoad: () => tellReady(made),
      onView: tellView,
      onHit: tellHit,
    });
    made.show(plan);
    return made;
  });
  const tellView = useEffectEvent(onView);
  const tellHit = useEffectEvent(onHit);
  const tellFailure = useEffectEvent(onFailure);
  const tellReady = useEffectEvent(onReady);
  useEffect(() => {
    if (!container.current) return;
    try {
      engine.current = open(container.current);
    } catch {
      // No WebGL: the list and the tables stand without the picture.
      tellFailure();
      return;
    }
    return () => {
      tellReady(null);
      engine.current?.remove();
      engine.current = null;
    };
  }, []);
  useEffect(() => engine.current?.show(plan), [plan]);
  return <div ref={container} className={styles.map} dir="ltr" />;
}

/** The words MapLibre's own controls say, in the language of the page. */
function useMapTexts(label: string): Record<string, string> {
  const intl = useIntl();
  return useMemo(
    () => ({
      'Map.Title': label,
      'NavigationControl.ZoomIn': intl.formatMessage({ id: 'map.zoomIn', defaultMessage: 'Zoom in' }),
      'NavigationControl.ZoomOut': intl.formatMessage({ id: 'map.zoomOut', defaultMessage: 'Zoom out' }),
      'ScaleControl.Meters': intl.formatMessage({ id: 'map.unit.metres', defaultMessage: 'm' }),
      'ScaleControl.Kilometers': intl.formatMessage({ id: 'map.unit.kilometres', defaultMessage: 'km' }),
    }),
    [intl, label],
  );
}

import type { FeatureCollection } from 'geojson';
import {
  type GeoJSONSource,
  type LayerSpecification,
  MapLibreMap,
  type MapMouseEvent,
  NavigationControl,
  setWorkerUrl,
} from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { GuestMap } from '../../server/app.ts';
import { usePalette } from './theme.ts';

setWorkerUrl(workerUrl);

interface PhonePinMapProps {
  readonly ground: GuestMap;
  readonly position: [number, number] | null;
  readonly onPin: (position: [number, number]) => void;
  readonly className: string;
}

/** A bare map for one pin on an old telephone: the outline of the area and its streets, nothing to load beside them. */
export function PhonePinMap({ ground, position, onPin, className }: PhonePinMapProps) {
  const palette = usePalette();
  const holder = useRef<HTMLDivElement>(null);
  const map = useRef<MapLibreMap | null>(null);
  const pin = useEffectEvent(({ lngLat }: MapMouseEvent) => onPin([lngLat.lng, lngLat.lat]));
  const shown = useEffectEvent(() => show(map.current, position));
  useEffect(() => {
    if (!holder.current) return;
    const made = new MapLibreMap({
      container: holder.current,
      style: { version: 8, sources: {}, layers: [] },
      bounds: ground.bounds,
      fitBoundsOptions: { padding: 16 },
      attributionControl: false,
      dragRotate: false,
      touchPitch: false,
      renderWorldCopies: false,
    });
    map.current = made;
    made.touchZoomRotate.disableRotation();
    made.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    made.on('load', () => {
      draw(made, ground, palette);
      shown();
    });
    made.on('click', pin);
    return () => {
      map.current = null;
      made.remove();
    };
  }, [ground, palette]);
  useEffect(() => show(map.current, position), [position]);
  return <div ref={holder} className={className} />;
}

const PIN = 'pin';

function draw(map: MapLibreMap, ground: GuestMap, palette: ReturnType<typeof usePalette>): void {
  const line = (coordinates: [number, number][]) => ({ type: 'LineString' as const, coordinates });
  map.addSource('area', {
    type: 'geojson',
    data: { type: 'Feature', properties: {}, geometry: ground.geometry },
  });
  map.addSource('streets', {
    type: 'geojson',
    data: {
      type: 'FeatureCollection',
      features: ground.streets.map((street) => ({ type: 'Feature', properties: {}, geometry: line(street) })),
    },
  });
  map.addSource(PIN, { type: 'geojson', data: NO_PIN });
  const layers: LayerSpecification[] = [
    { id: 'ground', type: 'background', paint: { 'background-color': palette.water } },
    { id: 'area', type: 'fill', source: 'area', paint: { 'fill-color': palette.land } },
    {
      id: 'streets',
      type: 'line',
      source: 'streets',
      paint: { 'line-color': palette.streetMajor, 'line-width': 1.5 },
    },
    {
      id: 'outline',
      type: 'line',
      source: 'area',
      paint: { 'line-color': palette.areaEdge, 'line-width': 2 },
    },
    {
      id: PIN,
      type: 'circle',
      source: PIN,
      paint: {
        'circle-radius': 10,
        'circle-color': palette.accent,
        'circle-stroke-color': palette.onAccent,
        'circle-stroke-width': 3,
      },
    },
  ];
  for (const layer of layers) map.addLayer(layer);
}

const NO_PIN: FeatureCollection = { type: 'FeatureCollection', features: [] };

function show(map: MapLibreMap | null, position: [number, number] | null): void {
  const source = map?.getSource<GeoJSONSource>(PIN);
  source?.setData(
    position === null
      ? NO_PIN
      : { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: position } },
  );
}

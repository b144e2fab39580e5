import type { Layer } from '@deck.gl/core';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import {
  addProtocol,
  type GeoJSONSource,
  MapLibreMap,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { Protocol } from 'pmtiles';
import { diff, EMPTY_PLAN, type Operation, type Plan } from './diff.ts';
import type { Hit } from './layer.ts';
import { layerById } from './layer-list.ts';
import { ICON_PIXEL_RATIO, iconImage } from './marker-icons.ts';
import type { Frame } from './printing/frame.ts';
import { topHit } from './top-hit.ts';

setWorkerUrl(workerUrl);
addProtocol('pmtiles', new Protocol().tile);

export interface Camera {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
}

export type MapBounds = [number, number, number, number];

export interface MapEvents {
  /** The style is there: sources and layers can be added. */
  readonly onLoad: () => void;
  /** The camera came to rest. */
  readonly onView: (camera: Camera, bounds: MapBounds) => void;
  readonly onHit: (hit: Hit | null, at: [number, number]) => void;
}

/** A card that belongs to a flight opens within this time. */
const AIM_MS = 2500;
const HOVER_MS = 60;

/** What MapLibre's style ids say about whose they are: `incidents-group` belongs to `incidents`. */
interface FoundFeature {
  readonly layerId: string;
  readonly styleId: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Owns the MapLibre map and the deck.gl overlay in it; the rest of the client speaks in plans. */
export class MapEngine {
  readonly map: MapLibreMap;
  readonly #overlay = new MapLibreOverlay({ interleaved: true, layers: [] });
  readonly #events: MapEvents;
  #shown: Plan = EMPTY_PLAN;
  #wanted: Plan = EMPTY_PLAN;
  #ready = false;
  #clicksOn = true;
  #hoverTimer = 0;
  #covered = 0;
  /** What the camera was just sent to; forgotten soon, and when somebody moves the map. */
  #aim: { readonly box: MapBounds; readonly maxZoom: number; readonly at: number } | null = null;
  #deckLayers: Layer[] = [];
  #deckPending = false;
  #deckJoined = false;

  constructor(container: HTMLElement, camera: Camera, texts: Record<string, string>, events: MapEvents) {
    this.#events = events;
    this.map = new MapLibreMap({
      container,
      style: { version: 8, sources: {}, layers: [] },
      center: [camera.lon, camera.lat],
      zoom: camera.zoom,
      minZoom: 1,
      maxZoom: 19,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxPitch: 0,
      renderWorldCopies: false,
      locale: texts,
      fadeDuration: reducedMotion() ? 0 : 150,
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    this.map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    this.map.addControl(new ScaleControl({ maxWidth: 110 }), 'bottom-right');
    this.#listen();
  }

  show(plan: Plan): void {
    this.#wanted = plan;
    if (this.#ready) this.#draw();
  }

  jumpTo(camera: Camera): void {
    this.#aim = null;
    this.map.jumpTo({ center: [camera.lon, camera.lat], zoom: camera.zoom });
  }

  flyTo([west, south, east, north]: MapBounds, maxZoom = 16): void {
    this.#aim = { box: [west, south, east, north], maxZoom, at: performance.now() };
    this.#fit(this.#aim);
  }

  #fit({ box: [west, south, east, north], maxZoom }: { box: MapBounds; maxZoom: number }): void {
    const box: [number, number, number, number] = [west, south, east, north];
    this.map.fitBounds(box, { padding: 48, maxZoom, animate: !reducedMotion(), duration: 900 });
  }

  zoomTo(lon: number, lat: number, zoom: number): void {
    this.#aim = null;
    this.map.easeTo({ center: [lon, lat], zoom, animate: !reducedMotion() });
  }

  /** How much of the foot of the map lies under a sheet: the middle of the camera is that of the part in sight. */
  cover(bottom: number): void {
    this.#covered = Math.round(bottom);
    this.#uncover();
  }

  get container(): HTMLElement {
    return this.map.getContainer();
  }

  get camera(): Camera {
    const { lng, lat } = this.map.getCenter();
    return { lon: lng, lat, zoom: this.map.getZoom() };
  }

  get bounds(): MapBounds {
    const box = this.map.getBounds();
    return [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()];
  }

  /** The window of the canvas on the web map; camera and panels leave it as it is. */
  get frame(): Frame {
    const { clientWidth: width, clientHeight: height } = this.map.getCanvas();
    const { lng, lat } = this.map.unproject([0, 0]);
    return { west: lng, north: lat, zoom: this.map.getZoom(), width, height };
  }

  /** Who made the base map, as the files say it. */
  get attributions(): string[] {
    const { sources } = this.map.getStyle();
    const texts = Object.keys(sources).map((id) => this.map.getSource(id)?.attribution ?? '');
    return [...new Set(texts.map(plainText).filter(Boolean))];
  }

  /** The canvas as it is drawn now. It can be read only while it is being drawn: the buffer is gone afterwards. */
  photograph(): Promise<string> {
    return new Promise((resolve) => {
      this.map.once('render', () => resolve(this.map.getCanvas().toDataURL('image/png')));
      this.map.triggerRepaint();
    });
  }

  /** While somebody draws, a click is a corner and not a question. */
  set clicksOn(on: boolean) {
    this.#clicksOn = on;
    this.map.getCanvas().style.cursor = '';
  }

  remove(): void {
    this.#ready = false;
    window.clearTimeout(this.#hoverTimer);
    this.map.remove();
  }

  #listen(): void {
    const { map } = this;
    map.setMissingStyleImageResolver((id) => {
      const image = iconImage(id);
      if (image && !map.hasImage(id)) map.addImage(id, image, { pixelRatio: ICON_PIXEL_RATIO });
    });
    map.once('load', () => {
      this.#ready = true;
      this.#draw();
      this.#events.onLoad();
      this.#tellView();
    });
    // deck.gl joins the map only while nothing is loading, and is not told when that is: asked again then.
    map.on('render', () => {
      if (!this.#deckPending || !map.isStyleLoaded()) return;
      this.#deckPending = false;
      this.#overlay.setProps({ layers: this.#deckLayers });
    });
    map.on('moveend', () => this.#tellView());
    const busy = (idle: boolean) => {
      map.getContainer().dataset.mapIdle = String(idle);
    };
    map.on('idle', () => busy(this.#ready));
    map.on('dataloading', () => busy(false));
    map.on('movestart', ({ originalEvent }) => {
      busy(false);
      if (originalEvent) this.#aim = null;
    });
    map.on('resize', () => {
      this.#tellView();
      this.#aimAgain();
    });
    map.on('click', ({ point, lngLat }) => {
      if (this.#clicksOn) this.#events.onHit(this.#hitAt(point), [lngLat.lng, lngLat.lat]);
    });
    map.on('mousemove', ({ point }) => {
      window.clearTimeout(this.#hoverTimer);
      if (this.#clicksOn) this.#hoverTimer = window.setTimeout(() => this.#hover(point), HOVER_MS);
    });
  }

  /** Looking for what lies under the pointer costs a drawing pass: only once the pointer rests. */
  #hover(point: { x: number; y: number }): void {
    if (!this.#ready || this.map.isMoving()) return;
    const hit = this.#hitAt(point);
    this.map.getCanvas().style.cursor = hit && hit.kind !== 'area' ? 'pointer' : '';
  }

  /** A move on its way is not cut short: its goal stays the middle. */
  #uncover(): void {
    if (this.map.isMoving()) this.map.once('moveend', () => this.#uncover());
    else if ((this.map.getPadding().bottom ?? 0) !== this.#covered) {
      this.map.setPadding({ bottom: this.#covered });
      this.#aimAgain();
    }
  }

  /** What was flown to opens a card, which leaves the map less room: it is to be seen in that. */
  #aimAgain(): void {
    if (this.map.isMoving()) this.map.once('moveend', () => this.#aimAgain());
    else if (this.#aim && performance.now() - this.#aim.at < AIM_MS) this.#fit(this.#aim);
  }

  #tellView(): void {
    this.#events.onView(this.camera, this.bounds);
  }

  #draw(): void {
    const operations = diff(this.#shown, this.#wanted);
    this.#shown = this.#wanted;
    for (const operation of operations) this.#apply(operation);
  }

  #apply(operation: Operation): void {
    const { map } = this;
    switch (operation.do) {
      case 'addSource':
        map.addSource(operation.id, operation.source);
        break;
      case 'setData':
        map.getSource<GeoJSONSource>(operation.id)?.setData(operation.data);
        break;
      case 'removeSource':
        map.removeSource(operation.id);
        break;
      case 'addLayer':
        map.addLayer(operation.layer, operation.before);
        break;
      case 'removeLayer':
        map.removeLayer(operation.id);
        break;
      case 'moveLayer':
        map.moveLayer(operation.id, operation.before);
        break;
      case 'setPaint':
        // Names and values come from a typed style through the diff.
        map.setPaintProperty(operation.id, operation.name as 'fill-color', operation.value as never);
        break;
      case 'setLayout':
        map.setLayoutProperty(operation.id, operation.name as 'visibility', operation.value as never);
        break;
      case 'setFilter':
        map.setFilter(operation.id, operation.value as never);
        break;
      case 'setDeck':
        this.#showDeck(operation.layers.map((style) => style.make(style.id)));
        break;
    }
  }

  /** deck.gl takes part from its first layer on: a map of groups opens sooner without it. */
  #showDeck(layers: Layer[]): void {
    this.#deckLayers = layers;
    if (!this.#deckJoined && layers.length === 0) return;
    if (!this.#deckJoined) this.map.addControl(this.#overlay);
    this.#deckJoined = true;
    this.#overlay.setProps({ layers });
    this.#deckPending = true;
  }

  /** The topmost thing that answers: features from the top down, incidents where their layer stands. */
  #hitAt(point: { x: number; y: number }): Hit | null {
    if (!this.#ready) return null;
    const hits = this.#featuresAt(point).map(
      ({ layerId, styleId, properties }) => layerById(layerId)?.hit?.(properties, styleId) ?? null,
    );
    return topHit(hits);
  }

  #featuresAt({ x, y }: { x: number; y: number }): FoundFeature[] {
    const found = this.map
      .queryRenderedFeatures([
        [x - 3, y - 3],
        [x + 3, y + 3],
      ])
      .map(({ layer, properties }) => ({ layerId: ownerOf(layer.id), styleId: layer.id, properties }));
    const deck = this.#deckFeatureAt(x, y);
    if (!deck) return found;
    const order = this.#shown.styles.map((style) => style.id);
    const rank = (feature: FoundFeature) => order.indexOf(feature.styleId);
    return [...found, deck].sort((a, b) => rank(b) - rank(a));
  }

  #deckFeatureAt(x: number, y: number): FoundFeature | null {
    if (!this.#deckJoined || !this.#shown.styles.some((style) => style.type === 'deck')) return null;
    const picked = this.#overlay.pickObject({ x, y, radius: 4 });
    if (!picked?.layer || !picked.object) return null;
    return { layerId: ownerOf(picked.layer.id), styleId: picked.layer.id, properties: picked.object };
  }
}

const ownerOf = (styleId: string): string => styleId.slice(0, styleId.lastIndexOf('-'));

const plainText = (markup: string): string => markup.replace(/<[^<>]*>/g, '').trim();

const reducedMotion = (): boolean =>
  document.body.dataset.motion === 'less' || matchMedia('(prefers-reduced-motion: reduce)').matches;

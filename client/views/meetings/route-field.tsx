import type { FeatureCollection } from 'geojson';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAreas } from '../../api/areas.ts';
import { type Route, useCommittee } from '../../api/meetings.ts';
import { useStreets } from '../../api/streets.ts';
import { readCoordinates } from '../../map/typed-coordinates.ts';
import { stopKeys } from '../../stop-keys.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { SearchSelect } from '../../ui/search-select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './meetings.module.css';
import { streetPlaces } from './street-places.ts';

const RouteMap = lazy(() =>
  import('../../map/route-map.tsx').then((module) => ({ default: module.RouteMap })),
);

interface RouteFieldProps {
  committeeId: string;
  value: Route | null;
  onChange: (route: Route | null) => void;
}

const NO_ROUTE: Route = { line: null, stops: [] };
type Adds = 'stop' | 'line';

/** The way of a walkabout: stops with what is looked at there, and the line between them, on the map or without one. */
export function RouteField({ committeeId, value, onChange }: RouteFieldProps) {
  const intl = useIntl();
  const { data: areas } = useAreas();
  const { data: committee } = useCommittee(committeeId);
  const [adds, setAdds] = useState<Adds>('stop');
  const [begun, setBegun] = useState<[number, number] | null>(null);
  const route = value ?? NO_ROUTE;
  const keys = stopKeys(route.stops);
  const area = areas?.find(({ id }) => id === committee?.areaId);
  const change = (next: Partial<Route>) => {
    const { line, stops } = { ...route, ...next };
    onChange(line === null && stops.length === 0 ? null : { line, stops });
  };
  const addStop = (position: [number, number], text = '') =>
    change({ stops: [...route.stops, { position: kept(position), text }] });
  const addCorner = (position: [number, number]) => {
    const corner = kept(position);
    const path = route.line?.coordinates ?? (begun ? [begun] : []);
    // A line has two ends: the first waits for the second.
    if (path.length === 0) return setBegun(corner);
    setBegun(null);
    change({ line: { type: 'LineString', coordinates: [...path, corner] } });
  };
  return (
    <fieldset className={styles.view}>
      <legend>
        <FormattedMessage id="route.title" defaultMessage="The way" />
      </legend>
      <RadioGroup
        label={intl.formatMessage({ id: 'route.adds', defaultMessage: 'A press on the map adds' })}
        layout="segments"
        choices={[
          { id: 'stop', label: intl.formatMessage({ id: 'route.adds.stop', defaultMessage: 'A stop' }) },
          {
            id: 'line',
            label: intl.formatMessage({ id: 'route.adds.line', defaultMessage: 'A corner of the line' }),
          },
        ]}
        value={adds}
        onChange={setAdds}
      />
      {area ? (
        <div className={styles.map}>
          <Suspense fallback={null}>
            <RouteMap
              label={intl.formatMessage({ id: 'route.map', defaultMessage: 'Map of the walkabout' })}
              areas={[area]}
              bounds={area.bounds}
              way={route}
              onPress={adds === 'stop' ? (at) => addStop(at) : addCorner}
            />
          </Suspense>
        </div>
      ) : null}
      <LineTools route={route} begun={begun !== null} onChange={change} onForget={() => setBegun(null)} />
      <ol className={styles.stops}>
        {route.stops.map((stop, i) => (
          <StopLine
            key={keys[i]}
            stop={stop}
            number={i + 1}
            isLast={i === route.stops.length - 1}
            onText={(text) => change({ stops: route.stops.with(i, { ...stop, text }) })}
            onMove={(by) => change({ stops: moved(route.stops, i, by) })}
            onDrop={() => change({ stops: route.stops.toSpliced(i, 1) })}
          />
        ))}
      </ol>
      {/* Begun anew after each stop, so that the next name can be typed at once. */}
      <NewStop key={route.stops.length} onAdd={addStop} />
    </fieldset>
  );
}

interface LineToolsProps {
  route: Route;
  begun: boolean;
  onChange: (change: Partial<Route>) => void;
  onForget: () => void;
}

function LineTools({ route: { line }, begun, onChange, onForget }: LineToolsProps) {
  const corners = line?.coordinates.length ?? 0;
  const undo = () => {
    if (line === null) return onForget();
    const coordinates = line.coordinates.slice(0, -1);
    onChange({ line: coordinates.length < 2 ? null : { type: 'LineString', coordinates } });
  };
  return (
    <div className={styles.buttons}>
      <span className={styles.quiet}>
        <FormattedMessage
          id="route.line"
          defaultMessage="{corners, plural, =0 {{begun, select, true {The line has begun; it needs a second corner.} other {Without a line the way goes from stop to stop.}}} other {A line with # corners.}}"
          values={{ corners, begun: String(begun) }}
        />
      </span>
      {corners > 0 || begun ? (
        <Button size="small" kind="quiet" onPress={undo}>
          <FormattedMessage id="route.line.undo" defaultMessage="Take the last corner off" />
        </Button>
      ) : null}
    </div>
  );
}

interface StopLineProps {
  stop: Route['stops'][number];
  number: number;
  isLast: boolean;
  onText: (text: string) => void;
  onMove: (by: -1 | 1) => void;
  onDrop: () => void;
}

function StopLine({ stop, number, isLast, onText, onMove, onDrop }: StopLineProps) {
  const intl = useIntl();
  const name = (what: string) =>
    intl.formatMessage(
      { id: 'route.stop.name', defaultMessage: '{what}: stop {number, number}' },
      { what, number },
    );
  return (
    <li className={styles.stop}>
      <TextField
        label={intl.formatMessage(
          { id: 'route.stop', defaultMessage: 'Stop {number, number}: what is looked at' },
          { number },
        )}
        hint={stop.position.map((degrees) => degrees.toFixed(4)).join(', ')}
        value={stop.text}
        onChange={onText}
        maxLength={300}
      />
      <div className={styles.buttons}>
        <IconButton
          label={name(intl.formatMessage({ id: 'agenda.up', defaultMessage: 'Move up' }))}
          icon={<ArrowUp aria-hidden size={18} />}
          isDisabled={number === 1}
          onPress={() => onMove(-1)}
        />
        <IconButton
          label={name(intl.formatMessage({ id: 'agenda.down', defaultMessage: 'Move down' }))}
          icon={<ArrowDown aria-hidden size={18} />}
          isDisabled={isLast}
          onPress={() => onMove(1)}
        />
        <IconButton
          label={name(intl.formatMessage({ id: 'agenda.drop', defaultMessage: 'Drop' }))}
          icon={<Trash2 aria-hidden size={18} />}
          onPress={onDrop}
        />
      </div>
    </li>
  );
}

/** A stop without the map: by a street, or by its coordinates. */
function NewStop({ onAdd }: { onAdd: (position: [number, number], text?: string) => void }) {
  const intl = useIntl();
  const streets = streetPlaces(useStreets().data as FeatureCollection | undefined);
  const [typed, setTyped] = useState('');
  const read = readCoordinates(typed, 'point');
  const isWrong = typed.trim() !== '' && 'problem' in read;
  return (
    <div className={styles.pair}>
      <SearchSelect
        label={intl.formatMessage({ id: 'route.street', defaultMessage: 'Add a stop in a street' })}
        choices={streets.map(({ name }) => ({ id: name, label: name }))}
        value={null}
        onChange={(name) => {
          const street = streets.find((one) => one.name === name);
          if (street) onAdd(street.position, street.name);
        }}
        none={intl.formatMessage({ id: 'route.street.none', defaultMessage: 'No street of this name' })}
        openLabel={intl.formatMessage({
          id: 'route.street.open',
          defaultMessage: 'Open the list of streets',
        })}
      />
      <form
        className={styles.typed}
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (!('shape' in read) || read.shape.type !== 'Point') return;
          const [lon, lat] = read.shape.coordinates;
          onAdd([lon, lat]);
          setTyped('');
        }}
      >
        <TextField
          label={intl.formatMessage({
            id: 'route.typed',
            defaultMessage: 'Or by longitude, latitude',
          })}
          value={typed}
          onChange={setTyped}
          error={
            isWrong
              ? intl.formatMessage({
                  id: 'route.typed.wrong',
                  defaultMessage: 'Two numbers, as in -75.1652, 39.9526.',
                })
              : undefined
          }
        />
        <Button type="submit" isDisabled={!('shape' in read)}>
          <FormattedMessage id="route.typed.add" defaultMessage="Add" />
        </Button>
      </form>
    </div>
  );
}

/** As the server keeps it: to some ten metres, so that nobody is led to a door. */
const kept = ([lon, lat]: readonly [number, number]): [number, number] => [
  Number(lon.toFixed(4)),
  Number(lat.toFixed(4)),
];

function moved<T>(list: readonly T[], from: number, by: -1 | 1): T[] {
  const to = from + by;
  const [one, other] = [list[from], list[to]];
  return one === undefined || other === undefined ? [...list] : list.with(from, other).with(to, one);
}

import type { FeatureCollection, Geometry } from 'geojson';
import { defineMessage, type IntlShape, useIntl } from 'react-intl';
import type { AreaGeometry } from '../../../../server/app.ts';
import type { EvaluationPlan } from '../../../api/evaluations.ts';
import { useStreets } from '../../../api/streets.ts';
import { AREA_WORDS } from './evaluation-words.ts';
import { cornerText, type Frame, frameOf, pathOf, scaleBar } from './plan-frame.ts';
import styles from './plan-picture.module.css';

export type GroundKind = 'treated' | 'control' | 'around';

export interface Ground {
  readonly kind: GroundKind;
  readonly name: string;
  readonly geometry: AreaGeometry;
}

/** The treated area, the comparison and the streets around both. */
export function PlanGround({ plan }: { plan: EvaluationPlan }) {
  const grounds = groundsOf(useIntl(), plan);
  return grounds.length > 0 ? <PlanPicture grounds={grounds} /> : null;
}

export function groundsOf(intl: IntlShape, plan: EvaluationPlan): Ground[] {
  const { treated, control, buffer, controlBuffer } = plan;
  const around = [buffer, controlBuffer].flatMap((shape) =>
    shape === null ? [] : shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates,
  );
  const zones: AreaGeometry | null = around.length > 0 ? { type: 'MultiPolygon', coordinates: around } : null;
  const shapes = [
    ['around', intl.formatMessage(AROUND), zones],
    ['treated', intl.formatMessage(AREA_WORDS.treated), treated],
    ['control', intl.formatMessage(AREA_WORDS.control), control],
  ] as const;
  return shapes.flatMap(([kind, name, geometry]) => (geometry ? [{ kind, name, geometry }] : []));
}

const AROUND = defineMessage({ id: 'evaluation.around', defaultMessage: 'Streets around' });

const WIDTH = 640;
const HEIGHT = 360;

/** The ground of a plan: told apart by hatching, so that it holds in black and white and on paper. */
function PlanPicture({ grounds }: { grounds: readonly Ground[] }) {
  const intl = useIntl();
  const streets = useStreets().data as FeatureCollection | undefined;
  const frame = frameOf(
    grounds.map(({ geometry }) => geometry),
    WIDTH,
    HEIGHT,
  );
  const names = [...new Set(grounds.map(({ name }) => name))];
  return (
    <figure className={styles.figure}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className={styles.picture}
        role="img"
        aria-label={intl.formatMessage(
          { id: 'case-file.map', defaultMessage: 'Map: {names}' },
          { names: intl.formatList(names) },
        )}
      >
        <Hatches />
        <g className={styles.streets}>
          {(streets?.features ?? []).map(({ geometry, id }, i) => (
            // Streets without a number stand in a fixed order.
            <path key={id ?? i} d={linePath(geometry, frame)} />
          ))}
        </g>
        {grounds.map(({ kind, name, geometry }) => (
          <path
            key={`${kind} ${name}`}
            d={pathOf(geometry, frame)}
            fillRule="evenodd"
            className={styles[kind]}
          />
        ))}
        <ScaleAndNorth
          frame={frame}
          north={intl.formatMessage({ id: 'case-file.north', defaultMessage: 'N' })}
        />
      </svg>
      <figcaption className={styles.key}>
        {(['treated', 'control', 'around'] as const).flatMap((kind) => {
          const found = grounds.find((ground) => ground.kind === kind);
          return found ? [<KeyEntry key={kind} kind={kind} name={found.name} />] : [];
        })}
      </figcaption>
    </figure>
  );
}

function KeyEntry({ kind, name }: { kind: GroundKind; name: string }) {
  return (
    <span className={styles.keyEntry}>
      <svg viewBox="0 0 28 16" width={28} height={16} aria-hidden>
        <rect x={1} y={1} width={26} height={14} className={styles[kind]} />
      </svg>
      {name}
    </span>
  );
}

function Hatches() {
  return (
    <defs>
      <pattern
        id="hatch-treated"
        width={6}
        height={6}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <line x1={0} y1={0} x2={0} y2={6} className={styles.hatch} />
      </pattern>
      <pattern id="hatch-control" width={5} height={5} patternUnits="userSpaceOnUse">
        <circle cx={2.5} cy={2.5} r={0.8} className={styles.dot} />
      </pattern>
    </defs>
  );
}

function ScaleAndNorth({ frame, north }: { frame: Frame; north: string }) {
  const { metres, pixels } = scaleBar(frame);
  const intl = useIntl();
  const text =
    metres >= 1000
      ? intl.formatNumber(metres / 1000, { style: 'unit', unit: 'kilometer' })
      : intl.formatNumber(metres, { style: 'unit', unit: 'meter' });
  return (
    <g className={styles.scale}>
      <rect x={8} y={HEIGHT - 34} width={pixels + 16} height={28} className={styles.plate} />
      <path d={`M16 ${HEIGHT - 16}v4h${pixels}v-4`} />
      <text x={16} y={HEIGHT - 20}>
        {text}
      </text>
      <rect x={WIDTH - 32} y={6} width={26} height={40} className={styles.plate} />
      <path d={`M${WIDTH - 19} 42V22m-5 7 5-9 5 9`} />
      <text x={WIDTH - 19} y={17} textAnchor="middle">
        {north}
      </text>
    </g>
  );
}

/** Streets are lines; whatever else a file held is left out. */
export function linePath(geometry: Geometry, frame: Frame): string {
  if (geometry.type !== 'LineString' && geometry.type !== 'MultiLineString') return '';
  const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
  return lines.map((line) => `M${line.map((corner) => cornerText(corner, frame)).join('L')}`).join('');
}

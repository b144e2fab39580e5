import { FormattedMessage } from 'react-intl';
import { useAssetKindText } from '../asset-kinds.ts';
import styles from './case-map-key.module.css';
import { assetStyles } from './layers/assets.ts';
import { type MarkerShape, shapeOutline } from './marker-shapes.ts';
import type { MapAsset } from './scene.ts';
import { usePalette } from './theme.ts';

export interface CaseMapKeyProps {
  /** As many as are drawn, of all that are linked. */
  readonly incidents: number;
  readonly linked: number;
  readonly concerns: number;
  readonly interventions: number;
  readonly annotations: number;
  readonly assets: readonly MapAsset[];
}

/** What the marks on the map of a case stand for, and how many there are. */
export function CaseMapKey({
  incidents,
  linked,
  concerns,
  interventions,
  annotations,
  assets,
}: CaseMapKeyProps) {
  const palette = usePalette();
  const kindText = useAssetKindText();
  const kinds = [...new Set(assets.map(({ kind }) => kind))].sort((a, b) => a.localeCompare(b));
  const marks = assetStyles(kinds, palette);
  return (
    <ul className={styles.key}>
      {incidents > 0 ? (
        <li>
          <Mark shape="circle" colour={palette.otherCategory} />
          <FormattedMessage
            id="case-map.incidents"
            defaultMessage="{n, plural, one {# incident} other {# incidents}}{more, select, yes { of {all, number}} other {}}"
            values={{ n: incidents, all: linked, more: linked > incidents ? 'yes' : 'no' }}
          />
        </li>
      ) : null}
      {concerns > 0 ? (
        <li>
          <Mark shape="diamond" colour={palette.concern} />
          <FormattedMessage
            id="case-map.concerns"
            defaultMessage="{n, plural, one {# concern} other {# concerns}}, in the square that is kept"
            values={{ n: concerns }}
          />
        </li>
      ) : null}
      {interventions > 0 ? (
        <li>
          <Mark shape="cross" colour={palette.accent} />
          <FormattedMessage
            id="case-map.interventions"
            defaultMessage="{n, plural, one {# place} other {# places}} where something is done"
            values={{ n: interventions }}
          />
        </li>
      ) : null}
      {annotations > 0 ? (
        <li>
          <Mark shape="square" colour={palette.note} />
          <FormattedMessage
            id="case-map.notes"
            defaultMessage="{n, plural, one {# note} other {# notes}}"
            values={{ n: annotations }}
          />
        </li>
      ) : null}
      {kinds.map((kind) => (
        <li key={kind}>
          <Mark
            shape={marks.get(kind)?.shape ?? 'circle'}
            colour={marks.get(kind)?.colour ?? palette.asset}
          />
          {kindText(kind)}
        </li>
      ))}
    </ul>
  );
}

function Mark({ shape, colour }: { shape: MarkerShape; colour: string }) {
  const points = shapeOutline(shape).map((point) => point.join());
  return (
    <svg className={styles.mark} viewBox="-1.1 -1.1 2.2 2.2" aria-hidden>
      <polygon points={points.join(' ')} fill={colour} />
    </svg>
  );
}

import { lazy, Suspense } from 'react';
import { useAreas } from '../../../api/areas.ts';
import type { ShownCard } from '../../../api/meeting-show.ts';
import styles from './stage.module.css';

/** The words of a card do not wait for its map. */
const StageMap = lazy(() =>
  import('../../../map/stage-map.tsx').then((module) => ({ default: module.StageMap })),
);
const NONE: readonly never[] = [];
const WHOLE_WORLD = [-180, -60, 180, 75] as const;

/** The map crop of a card: the place of a promise, the area of a case with its squares, or the view that was kept. */
export function CardMap({ card }: { card: ShownCard }) {
  const { data: areas } = useAreas();
  if (!areas) return <div className={styles.map} />;
  const area = areas.find(({ id }) => id === card.areaId);
  const size = { width: window.innerWidth * 0.42, height: window.innerHeight * 0.6 };
  return (
    <div className={styles.map}>
      <Suspense fallback={null}>
        <StageMap
          view={card.view?.bounds ?? null}
          around={area?.bounds ?? WHOLE_WORLD}
          areas={area ? [area] : []}
          ground={card.case?.geometry ?? null}
          place={card.commitment?.geometry ?? null}
          squares={card.answer ? NONE : (card.pattern?.squares ?? NONE)}
          told={card.answer?.places ?? NONE}
          size={size}
        />
      </Suspense>
    </div>
  );
}

import { MapPin } from 'lucide-react';
import { lazy, Suspense, useMemo } from 'react';
import { FormattedMessage } from 'react-intl';
import type { AreaGeometry } from '../../../server/app.ts';
import { useAnnotations } from '../../api/annotations.ts';
import { commitmentsOnMap, useCommitments } from '../../api/commitments.ts';
import { useOpenedIncidents } from '../../api/openings.ts';
import { useItems } from '../../api/problem-parts.ts';
import { useLinkedIncidents } from '../../api/problems.ts';
import type { Problem } from '../../api/records.ts';
import { LinkButton } from '../../ui/button.tsx';
import styles from './problems.module.css';
import { usePlanZones } from './response/use-plan-zones.ts';

const CaseMap = lazy(() => import('../../map/case-map.tsx').then((module) => ({ default: module.CaseMap })));

/** The case on a small map, and the way to the large one. */
export function WhereSection({ problem }: { problem: Problem }) {
  const { data: annotations } = useAnnotations(problem.id);
  const { data: linked } = useLinkedIncidents(problem.id);
  const { data: promised } = useCommitments(problem.id);
  const options = useItems(problem.id, 'option');
  const interventions = useMemo(() => {
    const chosen = (options ?? []).flatMap(({ body: { title, geometry, decision } }) =>
      geometry && decision === 'chosen' ? [{ text: title, problemId: problem.id, geometry }] : [],
    );
    return [...commitmentsOnMap(promised?.items ?? []), ...chosen];
  }, [promised, options, problem.id]);
  const zones = usePlanZones(problem.id);
  const { data: opened } = useOpenedIncidents(problem.id);
  const positions = [...(linked?.pages ?? []), ...(opened?.pages ?? [])]
    .flatMap((page): { position: [number, number] | null }[] => page.items)
    .flatMap((item) => (item.position ? [item.position] : []));
  return (
    <section className={styles.section} aria-labelledby="problem-where">
      <header className={styles.sectionHead}>
        <h2 id="problem-where">
          <FormattedMessage id="problem.where" defaultMessage="Where" />
        </h2>
        <LinkButton size="small" href={`/?sel=problem:${encodeURIComponent(problem.id)}`}>
          <MapPin aria-hidden />
          <FormattedMessage id="problem.on-map" defaultMessage="On the map" />
        </LinkButton>
      </header>
      {problem.geometry ? (
        <div className={styles.map}>
          <Suspense fallback={null}>
            <CaseMap
              geometry={problem.geometry}
              annotations={annotations ?? []}
              interventions={interventions}
              incidents={positions}
              zones={zones}
              view={viewOf([problem.geometry, ...zones.map(({ geometry }) => geometry)])}
            />
          </Suspense>
        </div>
      ) : (
        <p className={styles.quiet}>
          <FormattedMessage id="problem.no-area" defaultMessage="This case has no area of its own." />
        </p>
      )}
    </section>
  );
}

/** All of them in sight. */
function viewOf(shapes: readonly AreaGeometry[]): AreaGeometry {
  const coordinates = shapes.flatMap((shape) =>
    shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates,
  );
  return { type: 'MultiPolygon', coordinates };
}

import { MapPin } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { AreaGeometry } from '../../../server/app.ts';
import { useAnnotations } from '../../api/annotations.ts';
import { useAssets } from '../../api/assets.ts';
import { commitmentsOnMap, useCommitments } from '../../api/commitments.ts';
import { type Concern, useConcernsOfProblem } from '../../api/concerns.ts';
import { type Exhibit, useExhibits } from '../../api/exhibits.ts';
import { useOpenedIncidents } from '../../api/openings.ts';
import { useItems } from '../../api/problem-parts.ts';
import { useLinkedIncidents } from '../../api/problems.ts';
import type { Problem } from '../../api/records.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import type { AnswerOnMap } from '../../map/answer-on-map.ts';
import { boundsOf } from '../../map/measure.ts';
import { METHOD_NAMES } from '../../method-names.ts';
import { LinkButton } from '../../ui/button.tsx';
import { AnswerCaption } from './answer-caption.tsx';
import { AnswerChoice } from './answer-choice.tsx';
import { onLargeMap } from './on-large-map.ts';
import styles from './problems.module.css';
import { usePlanZones } from './response/use-plan-zones.ts';
import { useKeptAnswer } from './use-kept-answer.ts';

const AnswerKey = lazy(() =>
  import('../../map/answer-key.tsx').then((module) => ({ default: module.AnswerKey })),
);
const CaseMapKey = lazy(() =>
  import('../../map/case-map-key.tsx').then((module) => ({ default: module.CaseMapKey })),
);
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
  const concerns = useConcernsOfProblem(problem.id).data;
  const placed = useMemo(() => (concerns ?? []).filter(isPlaced), [concerns]);
  const view = useMemo(
    () => problem.geometry && viewOf([problem.geometry, ...zones.map(({ geometry }) => geometry)]),
    [problem.geometry, zones],
  );
  const assets = useAssetsIn(view);
  const { data: kept } = useExhibits(problem.id);
  const [shown, setShown] = useState<string | null>(null);
  const exhibit = kept?.find(({ id }) => id === shown) ?? null;
  const { answer, error } = useKeptAnswer(exhibit?.run ?? null);
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
        <LinkButton size="small" href={onLargeMap(problem.id)}>
          <MapPin aria-hidden />
          <FormattedMessage id="problem.on-map" defaultMessage="On the map" />
        </LinkButton>
      </header>
      {problem.geometry && view ? (
        <Suspense fallback={null}>
          <AnswerChoice kept={kept ?? []} shown={exhibit?.id ?? null} onShow={setShown} />
          <ErrorNotice error={error} />
          <div className={styles.map}>
            <CaseMap
              geometry={problem.geometry}
              annotations={annotations ?? []}
              interventions={interventions}
              incidents={positions}
              concerns={placed}
              assets={assets}
              zones={zones}
              view={view}
              answer={answer}
            />
          </div>
          {exhibit && answer ? <ShownAnswer exhibit={exhibit} answer={answer} /> : null}
          <CaseMapKey
            incidents={positions.length}
            linked={linked?.pages[0]?.count ?? positions.length}
            concerns={placed.length}
            interventions={interventions.length}
            annotations={(annotations ?? []).filter(({ geometry }) => geometry).length}
            assets={assets}
          />
          {placed.length < (concerns?.length ?? 0) ? (
            <p className={styles.quiet}>
              <FormattedMessage
                id="problem.concerns.unplaced"
                defaultMessage="{count, plural, one {# concern tells} other {# concerns tell}} no place on a map."
                values={{ count: (concerns?.length ?? 0) - placed.length }}
              />
            </p>
          ) : null}
        </Suspense>
      ) : (
        <p className={styles.quiet}>
          <FormattedMessage id="problem.no-area" defaultMessage="This case has no area of its own." />
        </p>
      )}
    </section>
  );
}

/** Colours first, then what the figures are and what they are not. */
function ShownAnswer({ exhibit: { run, note }, answer }: { exhibit: Exhibit; answer: AnswerOnMap }) {
  const intl = useIntl();
  const label = intl.formatMessage(
    { id: 'case-map.answer.key', defaultMessage: 'Key of the answer: {name}' },
    { name: intl.formatMessage(METHOD_NAMES[run.method]) },
  );
  return (
    <section className={styles.answerKey} aria-label={label}>
      {note ? <p className={styles.statement}>{note}</p> : null}
      <AnswerKey answer={answer} />
      <AnswerCaption run={run} />
    </section>
  );
}

/** Community assets in sight. */
function useAssetsIn(view: AreaGeometry | null) {
  const assets = useAssets().data;
  return useMemo(() => {
    if (view === null) return [];
    const [west, south, east, north] = boundsOf(view);
    return (assets ?? []).filter(
      ({ position: [lon, lat] }) => lon >= west && lon <= east && lat >= south && lat <= north,
    );
  }, [assets, view]);
}

const isPlaced = (concern: Concern): concern is Concern & { position: [number, number] } =>
  concern.position !== null;

/** All of them in sight. */
function viewOf(shapes: readonly AreaGeometry[]): AreaGeometry {
  const coordinates = shapes.flatMap((shape) =>
    shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates,
  );
  return { type: 'MultiPolygon', coordinates };
}

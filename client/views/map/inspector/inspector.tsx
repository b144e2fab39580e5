import { Locate } from 'lucide-react';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { boundsOf } from '../../../map/measure.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useMapContext } from '../map-context.ts';
import { Gone } from '../methods/gone.tsx';
import { METHOD_VIEWS } from '../methods/method-views.ts';
import { MethodCard } from '../methods/run-parts.tsx';
import panelStyles from '../panels/panels.module.css';
import { RunPictures } from '../panels/run-pictures.tsx';
import type { Selected } from '../selection.ts';
import { AnnotationCard } from './annotation-card.tsx';
import { AreaCard } from './area-card.tsx';
import { AssetCard } from './asset-card.tsx';
import { ConcernCard } from './concern-card.tsx';
import { IncidentCard } from './incident-card.tsx';
import styles from './inspector.module.css';
import { ProblemCard } from './problem-card.tsx';

/** Everything known about the selected thing. */
export function Inspector() {
  const intl = useIntl();
  const { selected, select, scene, engine, runOnMap } = useMapContext();
  if (!selected) return null;
  // Parts of an answer that is not on the map are times.
  const isTime = selected.kind === 'cell' && runOnMap.run && METHOD_VIEWS[runOnMap.run.method].layer === null;
  const { selection } = scene;
  return (
    <div className={styles.side}>
      <Panel
        side="end"
        title={intl.formatMessage(
          {
            id: 'map.inspector.title',
            defaultMessage:
              '{kind, select, incident {Incident} cell {Why is this coloured?} time {What happened then?} area {Area} asset {Community asset} problem {Problem case} concern {Concern} other {Note}}',
          },
          { kind: isTime ? 'time' : selected.kind },
        )}
        onClose={() => select(null)}
        actions={
          selection && selection.type !== 'GeometryCollection' ? (
            <IconButton
              label={intl.formatMessage({ id: 'map.inspector.locate', defaultMessage: 'Show it on the map' })}
              icon={<Locate aria-hidden size={18} />}
              onPress={() => engine?.flyTo(boundsOf(selection))}
            />
          ) : null
        }
      >
        <Card selected={selected} />
      </Panel>
    </div>
  );
}

function Card({ selected }: { selected: Selected }): ReactNode {
  const { records, runOnMap } = useMapContext();
  const find = <Item extends { id: string | number }>(items: readonly Item[] = []) =>
    items.find(({ id }) => String(id) === selected.id);
  switch (selected.kind) {
    case 'incident':
      return <IncidentCard key={selected.id} id={Number(selected.id)} />;
    case 'cell':
      if (!runOnMap.run) return <Gone />;
      return (
        <RunPictures run={runOnMap.run}>
          <MethodCard run={runOnMap.run} id={selected.id} />
        </RunPictures>
      );
    case 'area':
      return whenFound(find(records.areas), (area) => <AreaCard key={area.id} area={area} />);
    case 'asset':
      return whenFound(find(records.assets), (asset) => <AssetCard asset={asset} />);
    case 'problem':
      return whenFound(find(records.problems), (problem) => <ProblemCard problem={problem} />);
    case 'concern':
      return whenFound(find(records.concerns), (concern) => <ConcernCard concern={concern} />);
    case 'annotation':
      return whenFound(find(records.annotations), (annotation) => (
        <AnnotationCard key={annotation.id} annotation={annotation} />
      ));
  }
}

function whenFound<Item>(item: Item | undefined, show: (item: Item) => ReactNode): ReactNode {
  if (item) return show(item);
  return (
    <p className={panelStyles.quiet}>
      <FormattedMessage id="map.inspector.gone" defaultMessage="It is not here any more." />
    </p>
  );
}

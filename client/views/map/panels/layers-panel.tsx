import { ChevronDown, ChevronUp, GripVertical } from 'lucide-react';
import { Button as AriaButton, GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import { FormattedMessage, useIntl } from 'react-intl';
import type { LayerState, MapLayer } from '../../../map/layer.ts';
import { layerById } from '../../../map/layer-list.ts';
import { Legend } from '../../../map/map-legend.tsx';
import type { Scene } from '../../../map/scene.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Slider } from '../../../ui/slider.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { useMapContext } from '../map-context.ts';
import { moved } from './layer-order.ts';
import styles from './layers-panel.module.css';
import type { MapPanelProps } from './map-panel-props.ts';
import panelStyles from './panels.module.css';
import { RunCaption } from './run-legend.tsx';

/** The layer list from top to bottom, as the map is seen from above; its legend in the same place. */
export function LayersPanel({ onClose }: MapPanelProps) {
  const intl = useIntl();
  const { layers, setLayers, scene } = useMapContext();
  const all = layers.toReversed();
  const fromTop = all.filter(({ id }) => isListed(id, scene));
  const arrange = (ids: readonly string[], target: string, place: 'before' | 'after') =>
    setLayers(moved(all, ids, target, place).toReversed());
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) =>
      arrange(
        [...keys].map(String),
        String(target.key),
        target.dropPosition === 'before' ? 'before' : 'after',
      ),
  });
  const label = intl.formatMessage({ id: 'map.panel.layers', defaultMessage: 'Layers' });
  return (
    <Panel title={label} onClose={onClose}>
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.layers.about"
          defaultMessage="The topmost layer comes first. Drag by the handle, or use the arrows."
        />
      </p>
      <GridList
        aria-label={label}
        items={fromTop}
        dependencies={[layers, scene.result]}
        dragAndDropHooks={dragAndDropHooks}
        keyboardNavigationBehavior="tab"
        className={styles.list}
      >
        {(state) => <LayerItem state={state} fromTop={fromTop} onMove={arrange} />}
      </GridList>
    </Panel>
  );
}

/** A finding has an entry once there is one: each method has its own, and only one is on the map. */
function isListed(id: string, scene: Scene): boolean {
  const layer = layerById(id);
  return layer !== undefined && (layer.group !== 'findings' || layer.hasData(scene));
}

interface ItemProps {
  readonly state: LayerState;
  readonly fromTop: readonly LayerState[];
  readonly onMove: (ids: readonly string[], target: string, place: 'before' | 'after') => void;
}

function LayerItem({ state, fromTop, onMove }: ItemProps) {
  const intl = useIntl();
  const layer = layerById(state.id);
  if (!layer) return null;
  const title = intl.formatMessage(layer.title);
  const at = fromTop.findIndex(({ id }) => id === state.id);
  const [above, below] = [fromTop[at - 1], fromTop[at + 1]];
  return (
    <GridListItem id={state.id} textValue={title} className={styles.item}>
      <AriaButton
        slot="drag"
        className={styles.grip}
        aria-label={intl.formatMessage({ id: 'map.layers.drag', defaultMessage: 'Drag {title}' }, { title })}
      >
        <GripVertical aria-hidden size={16} />
      </AriaButton>
      <div className={styles.body}>
        <LayerControls layer={layer} state={state} title={title} />
      </div>
      <div className={styles.arrows}>
        <IconButton
          label={intl.formatMessage({ id: 'map.layers.up', defaultMessage: 'Move {title} up' }, { title })}
          icon={<ChevronUp aria-hidden size={16} />}
          isDisabled={!above}
          onPress={() => above && onMove([state.id], above.id, 'before')}
        />
        <IconButton
          label={intl.formatMessage(
            { id: 'map.layers.down', defaultMessage: 'Move {title} down' },
            { title },
          )}
          icon={<ChevronDown aria-hidden size={16} />}
          isDisabled={!below}
          onPress={() => below && onMove([state.id], below.id, 'after')}
        />
      </div>
    </GridListItem>
  );
}

function LayerControls({ layer, state, title }: { layer: MapLayer; state: LayerState; title: string }) {
  const intl = useIntl();
  const { layers, setLayers, scene, runOnMap } = useMapContext();
  const set = (change: Partial<LayerState>) =>
    setLayers(layers.map((other) => (other.id === state.id ? { ...other, ...change } : other)));
  const parts = state.visible ? layer.legend(scene, state) : [];
  return (
    <>
      <Switch isSelected={state.visible} onChange={(visible) => set({ visible })}>
        {title}
      </Switch>
      {layer.hasData(scene) ? null : (
        <p className={panelStyles.quiet}>
          <FormattedMessage id="map.layers.empty" defaultMessage="Nothing here yet" />
        </p>
      )}
      {state.visible && layer.hasData(scene) ? (
        <details className={panelStyles.details} open={layer.group === 'findings' || undefined}>
          <summary>
            <FormattedMessage id="map.layers.legend" defaultMessage="Legend and opacity" />
          </summary>
          <div className={panelStyles.stack}>
            <Legend parts={parts} />
            {layer.group === 'findings' && runOnMap.run ? <RunCaption run={runOnMap.run} /> : null}
            <Slider
              label={intl.formatMessage({ id: 'map.layers.opacity', defaultMessage: 'Opacity' })}
              minValue={0.1}
              maxValue={1}
              step={0.05}
              formatOptions={{ style: 'percent' }}
              value={state.opacity}
              onChange={(opacity) => set({ opacity })}
            />
          </div>
        </details>
      ) : null}
    </>
  );
}

import { useMapContext } from '../map-context.ts';
import { DrawPanel } from './draw-panel.tsx';
import { FiltersPanel } from './filters-panel.tsx';
import { LayersPanel } from './layers-panel.tsx';
import styles from './panels.module.css';
import { QuestionsPanel } from './questions-panel.tsx';
import { TablePanel } from './table-panel.tsx';

const PANELS = {
  questions: QuestionsPanel,
  layers: LayersPanel,
  filters: FiltersPanel,
  table: TablePanel,
  draw: DrawPanel,
};

/** The one panel that is open. */
export function OpenPanel() {
  const { search, change } = useMapContext();
  if (!search.panel) return null;
  const Open = PANELS[search.panel];
  return (
    <div className={styles.side} data-panel={search.panel}>
      <Open onClose={() => change({ panel: undefined }, 'replace')} />
    </div>
  );
}

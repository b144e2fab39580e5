import type { Run } from '../../../api/runs.ts';
import { layerById } from '../../../map/layer-list.ts';
import { Legend } from '../../../map/map-legend.tsx';
import { useMapContext } from '../map-context.ts';
import { METHOD_VIEWS } from '../methods/method-views.ts';
import panelStyles from './panels.module.css';
import { useRunCaption } from './run-notes.ts';

/** What the colours of the answer mean; the facts about it stand below. */
export function RunLegend({ run }: { run: Run }) {
  const { scene } = useMapContext();
  const { layer: id } = METHOD_VIEWS[run.method];
  const layer = id === null ? undefined : layerById(id);
  return layer ? <Legend parts={layer.legend(scene, { visible: true, opacity: 1 })} /> : null;
}

/** Under a legend that stands away from its answer: method, n, period and parameters. */
export function RunCaption({ run }: { run: Run }) {
  const caption = useRunCaption();
  return <p className={panelStyles.quiet}>{caption(run)}</p>;
}

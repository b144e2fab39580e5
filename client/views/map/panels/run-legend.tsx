import type { MethodId } from '../../../api/runs.ts';
import { layerById } from '../../../map/layer-list.ts';
import { useMapContext } from '../map-context.ts';
import { METHOD_VIEWS } from '../methods/method-views.ts';
import { Legend } from './legend.tsx';

export function RunLegend({ method }: { method: MethodId }) {
  const { scene } = useMapContext();
  const { layer: id } = METHOD_VIEWS[method];
  const layer = id === null ? undefined : layerById(id);
  return layer ? <Legend parts={layer.legend(scene, { visible: true, opacity: 1 })} /> : null;
}

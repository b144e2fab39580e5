import type { RunRequest } from '../../../api/runs.ts';
import { layerById } from '../../../map/layer-list.ts';
import { useMapContext } from '../map-context.ts';
import { Legend } from './legend.tsx';

export function RunLegend({ method }: { method: RunRequest['method'] }) {
  const { scene } = useMapContext();
  const layer = layerById(method === 'kernel-density' ? 'density' : 'hotspots');
  return layer ? <Legend parts={layer.legend(scene, { visible: true, opacity: 1 })} /> : null;
}

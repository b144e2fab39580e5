import { element } from '../../ui/picture/markup.ts';
import { ICON_SIZE } from '../icon-atlas.ts';
import type { Scene } from '../scene.ts';
import type { Drawing } from './drawing.ts';
import { metresPerPixel } from './frame.ts';
import { shapeMarkup } from './labels.ts';
import { isIn } from './outline.ts';

/** The points that the graphics card draws by itself: incidents, and those of the selected time. */
export function drawDeck(id: string, scene: Scene, sheet: Drawing): string {
  if (id === 'incidents-point') return drawIncidents(scene, sheet);
  if (id === 'emphasis-point') return drawEmphasis(scene, sheet);
  return '';
}

function drawIncidents({ incidents, categories, palette }: Scene, { project, box }: Drawing): string {
  if (incidents?.kind !== 'points') return '';
  const { ids, positions, categories: own } = incidents.points;
  return Array.from(ids, (_, i) => {
    const [x, y] = project([positions[2 * i], positions[2 * i + 1]]);
    if (!isIn([x, y], box)) return '';
    const style = categories.get(own[i]);
    return shapeMarkup(style?.shape ?? 'circle', ICON_SIZE / 2, {
      fill: style?.colour ?? palette.otherCategory,
      transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
    });
  }).join('');
}

const RADIUS_METRES = 14;

function drawEmphasis({ emphasis, palette }: Scene, { project, box, frame }: Drawing): string {
  if (!emphasis) return '';
  const radius = Math.min(6, Math.max(1.6, RADIUS_METRES / metresPerPixel(frame)));
  return Array.from(emphasis.sure, (sure, i) => {
    const [x, y] = project([emphasis.positions[2 * i], emphasis.positions[2 * i + 1]]);
    if (!isIn([x, y], box)) return '';
    return element('circle', {
      cx: x.toFixed(1),
      cy: y.toFixed(1),
      r: radius.toFixed(1),
      fill: sure === 1 ? palette.selection : 'none',
      stroke: palette.selection,
    });
  }).join('');
}

import { Download } from 'lucide-react';
import { useIntl } from 'react-intl';
import { IconButton } from './button.tsx';
import type { ChartLine } from './chart-lines.tsx';
import { Menu } from './menu.tsx';
import { pictureOf } from './picture/chart-picture.ts';
import { element } from './picture/markup.ts';
import { fileName, sheetColours, usePictureNotes } from './picture/picture-notes.ts';
import { type PictureFormat, savePicture } from './picture/save-picture.ts';
import type { KeyRow } from './picture/sheet.ts';
import { showToast } from './toast.tsx';

interface ChartMenuProps {
  readonly label: string;
  readonly lines: readonly ChartLine[];
  /** The drawing as it stands on the page. */
  readonly drawing: () => SVGSVGElement | null;
}

/** Saves a chart with what stands under it; nothing where nobody says what that is. */
export function ChartMenu({ label, lines, drawing }: ChartMenuProps) {
  const intl = useIntl();
  const notes = usePictureNotes();
  if (!notes) return null;
  const title = intl.formatMessage({ id: 'ui.chart.save', defaultMessage: 'Save the picture' });
  const save = async (format: PictureFormat) => {
    const picture = drawing();
    if (!picture) return;
    const sheet = {
      title: label,
      subtitle: notes.subtitle,
      picture: pictureOf(picture),
      key: [{ title: '', rows: lines.map((line) => rowOf(line, picture)) }],
      notes: notes.notes,
      data: notes.data,
      colours: sheetColours(),
    };
    await savePicture(sheet, fileName(notes.name, label.slice(0, 60)), format).catch(() =>
      showToast({
        tone: 'attention',
        text: intl.formatMessage({
          id: 'ui.chart.notSaved',
          defaultMessage: 'The picture could not be made. Try the other format.',
        }),
      }),
    );
  };
  return (
    <Menu
      label={title}
      trigger={<IconButton label={title} icon={<Download aria-hidden size={18} />} />}
      actions={[
        { id: 'png', label: 'PNG', onAction: () => void save('png') },
        { id: 'svg', label: 'SVG', onAction: () => void save('svg') },
      ]}
    />
  );
}

/** Tokens become colours where the drawing stands. */
function rowOf({ name, stroke, dash }: ChartLine, drawing: SVGSVGElement): KeyRow {
  const token = /^var\((--[\w-]+)\)$/.exec(stroke)?.[1];
  const colour = token ? getComputedStyle(drawing).getPropertyValue(token).trim() : stroke;
  const dashes = dash
    .split(' ')
    .filter(Boolean)
    .map((part) => Number(part) / 8);
  const look = { stroke: colour, 'stroke-width': 0.25, 'stroke-dasharray': dashes.join(' ') || undefined };
  return { mark: element('line', { x1: -1, x2: 1, ...look }), text: name };
}

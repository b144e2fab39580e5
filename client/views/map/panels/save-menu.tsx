import { Download } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { Run } from '../../../api/runs.ts';
import { planOf } from '../../../map/layer-list.ts';
import { drawMap, type PictureWords, photographMap } from '../../../map/printing/map-picture.ts';
import { usePictureKey } from '../../../map/printing/picture-key.ts';
import { METHOD_NAMES } from '../../../method-names.ts';
import { saveProven } from '../../../save-proven.ts';
import { Button } from '../../../ui/button.tsx';
import { Menu, type MenuAction } from '../../../ui/menu.tsx';
import { sheetColours } from '../../../ui/picture/picture-notes.ts';
import { type PictureFormat, savePicture } from '../../../ui/picture/save-picture.ts';
import { showFailure } from '../../../ui/toast.tsx';
import { useFilterText } from '../filter-text.ts';
import { useMapContext } from '../map-context.ts';
import { METHOD_VIEWS } from '../methods/method-views.ts';
import { useRunNotes } from './run-notes.ts';

/** The answer as a file: its figures for programs, its map for people. Each says where it comes from. */
export function SaveMenu({ run }: { run: Run }) {
  const intl = useIntl();
  const { engine, scene } = useMapContext();
  const saveMap = useSaveMap(run);
  const [saving, setSaving] = useState(false);
  const draw = (format: PictureFormat) => {
    setSaving(true);
    saveMap(format)
      .catch(showFailure)
      .finally(() => setSaving(false));
  };
  const file = (format: 'csv' | 'geojson') => () =>
    saveProven(`/api/runs/${encodeURIComponent(run.id)}/export?format=${format}`).catch(showFailure);
  const onMap = METHOD_VIEWS[run.method].layer !== null;
  const drawable = engine !== null && (onMap || scene.emphasis !== null);
  const actions: MenuAction[] = [
    {
      id: 'csv',
      label: intl.formatMessage({ id: 'map.save.csv', defaultMessage: 'CSV' }),
      hint: intl.formatMessage({ id: 'map.save.csv.hint', defaultMessage: 'a table for a spreadsheet' }),
      onAction: file('csv'),
    },
    ...(onMap
      ? [
          {
            id: 'geojson',
            label: intl.formatMessage({ id: 'map.save.geojson', defaultMessage: 'GeoJSON' }),
            hint: intl.formatMessage({ id: 'map.save.geojson.hint', defaultMessage: 'shapes for a GIS' }),
            onAction: file('geojson'),
          },
        ]
      : []),
    {
      id: 'png',
      separated: true,
      label: intl.formatMessage({ id: 'map.save.png', defaultMessage: 'Map as PNG' }),
      hint: intl.formatMessage({ id: 'map.save.png.hint', defaultMessage: 'the map as you see it' }),
      isDisabled: !drawable,
      onAction: () => draw('png'),
    },
    {
      id: 'svg',
      label: intl.formatMessage({ id: 'map.save.svg', defaultMessage: 'Map as SVG' }),
      hint: intl.formatMessage({
        id: 'map.save.svg.hint',
        defaultMessage: 'shapes that can be enlarged; no base map',
      }),
      isDisabled: !drawable,
      onAction: () => draw('svg'),
    },
  ];
  const label = intl.formatMessage({ id: 'map.save', defaultMessage: 'Save as…' });
  return (
    <Menu
      label={label}
      actions={actions}
      trigger={
        <Button size="small" isPending={saving}>
          <Download aria-hidden size={16} />
          {label}
        </Button>
      }
    />
  );
}

function useSaveMap(run: Run): (format: PictureFormat) => Promise<void> {
  const intl = useIntl();
  const { engine, scene, layers } = useMapContext();
  const notes = useRunNotes(run);
  const keyOf = usePictureKey();
  const filterText = useFilterText();
  const words: PictureWords = {
    metres: (length) =>
      length >= 1000
        ? intl.formatNumber(length / 1000, { style: 'unit', unit: 'kilometer' })
        : intl.formatNumber(length, { style: 'unit', unit: 'meter' }),
    north: intl.formatMessage({ id: 'map.save.north', defaultMessage: 'N' }),
  };
  return async (format) => {
    if (!engine) return;
    const picture =
      format === 'png'
        ? await photographMap(engine, scene, words)
        : drawMap(engine, planOf(scene, layers), scene, words);
    const sheet = {
      title: intl.formatMessage(METHOD_NAMES[run.method]),
      subtitle: filterText(run.filter),
      picture,
      key: keyOf(scene, layers),
      notes: [...notes.notes, ...engine.attributions],
      data: notes.data,
      colours: sheetColours(),
    };
    await savePicture(sheet, `${notes.name}-map`, format);
  };
}

import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { AnyGeometry } from '../../../server/app.ts';
import { useAnnotations } from '../../api/annotations.ts';
import type { Problem } from '../../api/records.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import drawStyles from './draw-dialog.module.css';
import { DrawDialog } from './draw-dialog.tsx';

interface PlaceFieldProps {
  problem: Problem;
  label: string;
  value: AnyGeometry | null;
  onChange: (geometry: AnyGeometry | null) => void;
}

/** Where something is done: the area of the case, a note of the case, or what is drawn for it here. */
export function PlaceField({ problem, label, value, onChange }: PlaceFieldProps) {
  const intl = useIntl();
  const { data: notes = [] } = useAnnotations(problem.id);
  const nowhere = intl.formatMessage({ id: 'place.none', defaultMessage: 'No place of its own' });
  const shapes = [
    { id: 'none', label: nowhere, geometry: null as AnyGeometry | null },
    ...(problem.geometry
      ? [
          {
            id: 'case',
            label: intl.formatMessage({ id: 'place.case', defaultMessage: 'The area of the case' }),
            geometry: problem.geometry,
          },
        ]
      : []),
    ...notes.flatMap(({ id, text, geometry }) =>
      geometry ? [{ id, label: text.slice(0, 60), geometry }] : [],
    ),
  ];
  const same = shapes.find(({ geometry }) => JSON.stringify(geometry) === JSON.stringify(value));
  const kept = intl.formatMessage({ id: 'place.kept', defaultMessage: 'As it was drawn' });
  const [isDrawing, setDrawing] = useState(false);
  const all = same ? shapes : [...shapes, { id: 'kept', label: kept, geometry: value }];
  return (
    <div className={drawStyles.choose}>
      <Select
        label={label}
        choices={all.map(({ id, label: text }) => ({ id, label: text }))}
        value={same?.id ?? 'kept'}
        onChange={(id) => onChange(all.find((one) => one.id === id)?.geometry ?? null)}
      />
      <Button size="small" onPress={() => setDrawing(true)}>
        <FormattedMessage id="draw.do" defaultMessage="Draw it…" />
      </Button>
      {isDrawing ? (
        <DrawDialog
          title={label}
          problem={problem}
          takes="all"
          value={value}
          onClose={() => setDrawing(false)}
          onDone={(shape) => {
            onChange(shape);
            setDrawing(false);
          }}
        />
      ) : null}
    </div>
  );
}

import { useIntl } from 'react-intl';
import type { AnyGeometry } from '../../../server/app.ts';
import { useAnnotations } from '../../api/annotations.ts';
import type { Problem } from '../../api/records.ts';
import { Select } from '../../ui/select.tsx';

interface PlaceFieldProps {
  problem: Problem;
  label: string;
  value: AnyGeometry | null;
  onChange: (geometry: AnyGeometry | null) => void;
}

/** Where something is done: the area of the case, or what was drawn on the map as a note of the case. */
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
  const all = same ? shapes : [...shapes, { id: 'kept', label: kept, geometry: value }];
  return (
    <Select
      label={label}
      hint={intl.formatMessage({
        id: 'place.hint',
        defaultMessage: 'Another place: draw it on the map as a note of this case, then choose it here.',
      })}
      choices={all.map(({ id, label: text }) => ({ id, label: text }))}
      value={same?.id ?? 'kept'}
      onChange={(id) => onChange(all.find((one) => one.id === id)?.geometry ?? null)}
    />
  );
}
